/**
 * Decoders for the encodings in which plain texts reach us: UTF-8, UTF-16 in both byte orders and
 * Windows-1252. Each is a pure function from bytes to a string that reports, and never hides, bytes that are
 * no characters. The host's decoder reads what is sound; what is damaged is decoded here, place by place.
 */

export interface Decoded {
  text: string;
  /** Number of places where the bytes were no character; each became U+FFFD. */
  damaged: number;
  /** Characters written with more than one byte, as evidence for UTF-8. */
  multibyte: number;
}

/** Windows-1252 differs from Latin-1 in 0x80–0x9F; 0 marks the five bytes that are no character. */
const windows1252Upper = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0,
  0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
];

const replacement = 0xfffd;

/** Collects UTF-16 units in pieces small enough for one call. */
class Units {
  private readonly buffer = new Uint16Array(8192);
  private readonly pieces: string[] = [];
  private filled = 0;

  add(unit: number): void {
    if (this.filled === this.buffer.length) this.flush();
    this.buffer[this.filled++] = unit;
  }

  addCodePoint(codePoint: number): void {
    if (codePoint < 0x10000) {
      this.add(codePoint);
    } else {
      this.add(0xd800 + ((codePoint - 0x10000) >> 10));
      this.add(0xdc00 + ((codePoint - 0x10000) & 0x3ff));
    }
  }

  text(): string {
    this.flush();
    return this.pieces.join("");
  }

  private flush(): void {
    this.pieces.push(String.fromCharCode.apply(null, this.buffer.subarray(0, this.filled) as unknown as number[]));
    this.filled = 0;
  }
}

// ES2022 has no decoder of its own; every host of ours (Chromium, Node) has this one, which tells no places.
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

/** Decodes UTF-8 after its byte order mark, if any. */
export function decodeUtf8(bytes: Uint8Array, start = 0): Decoded {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes.subarray(start));
    let multibyte = 0;
    for (let at = start; at < bytes.length; at++) if (bytes[at]! >= 0xc0) multibyte++;
    return { text, damaged: 0, multibyte };
  } catch {
    return decodeDamaged(bytes, start);
  }
}

/** Decodes what is not all UTF-8, place by place. */
function decodeDamaged(bytes: Uint8Array, start: number): Decoded {
  const units = new Units();
  const decoded: Decoded = { text: "", damaged: 0, multibyte: 0 };
  let at = start;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      units.add(lead);
      at++;
      continue;
    }
    const length =
      lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
    const codePoint = length === 0 ? -1 : continued(bytes, at, length, lead & (0x7f >> length));
    if (codePoint < 0) {
      decoded.damaged++;
      units.add(replacement);
      at++;
      continue;
    }
    decoded.multibyte++;
    units.addCodePoint(codePoint);
    at += length;
  }
  decoded.text = units.text();
  return decoded;
}

/** Decodes UTF-16; an odd byte at the end and lone surrogates count as damaged. */
export function decodeUtf16(bytes: Uint8Array, start: number, bigEndian: boolean): Decoded {
  const units = new Units();
  const decoded: Decoded = { text: "", damaged: 0, multibyte: 0 };
  const unitAt = (at: number) =>
    bigEndian ? ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0) : ((bytes[at + 1] ?? 0) << 8) | (bytes[at] ?? 0);
  const damage = () => {
    decoded.damaged++;
    units.add(replacement);
  };
  for (let at = start; at < bytes.length; at += 2) {
    const unit = unitAt(at);
    if (at + 1 >= bytes.length || (unit >= 0xdc00 && unit <= 0xdfff)) {
      damage();
      continue;
    }
    if (unit < 0xd800 || unit > 0xdbff) {
      units.add(unit);
      continue;
    }
    const low = at + 3 < bytes.length ? unitAt(at + 2) : 0;
    if (low < 0xdc00 || low > 0xdfff) {
      damage();
      continue;
    }
    units.add(unit);
    units.add(low);
    at += 2;
  }
  decoded.text = units.text();
  return decoded;
}

/** Decodes Windows-1252; the five unassigned bytes count as damaged. */
export function decodeWindows1252(bytes: Uint8Array): Decoded {
  const units = new Units();
  const decoded: Decoded = { text: "", damaged: 0, multibyte: 0 };
  bytes.forEach((byte) => {
    const unit = byte >= 0x80 && byte < 0xa0 ? (windows1252Upper[byte - 0x80] ?? 0) : byte;
    if (unit === 0 && byte !== 0) {
      decoded.damaged++;
      units.add(replacement);
      return;
    }
    units.add(unit);
  });
  decoded.text = units.text();
  return decoded;
}

/** The code point of a sequence, or -1 when a byte is missing, out of range, overlong or a surrogate. */
function continued(bytes: Uint8Array, at: number, length: number, leadBits: number): number {
  let codePoint = leadBits;
  for (let index = 1; index < length; index++) {
    const byte = bytes[at + index];
    if (byte === undefined || (byte & 0xc0) !== 0x80) return -1;
    codePoint = (codePoint << 6) | (byte & 0x3f);
  }
  const lowest = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000;
  if (codePoint < lowest || codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) return -1;
  return codePoint;
}
