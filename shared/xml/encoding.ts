/**
 * Bytes of an XML part to text and back. Only encodings that give the same bytes when written again
 * are accepted (UTF-8 and UTF-16, XML 1.0 appendix F), because untouched paragraphs must leave with
 * the bytes they came in with. The byte order mark is not part of the text.
 */
import { strToU8 } from "fflate";
import { failure, type Result, success } from "../result";

export type XmlEncoding = "utf-8" | "utf-8-marked" | "utf-16le" | "utf-16be";

export interface DecodedXml {
  text: string;
  encoding: XmlEncoding;
}

// ES2022 has no decoder of its own; every host of ours (Chromium, Node) has this one.
interface HostDecoder {
  decode(bytes?: Uint8Array, options?: { stream: boolean }): string;
}
declare const TextDecoder: new (label: string, options: { fatal: boolean; ignoreBOM: boolean }) => HostDecoder;

/** Decodes a part; fails when its bytes are not valid in the encoding they claim. */
export function decodeXml(bytes: Uint8Array): Result<DecodedXml> {
  const claim = claimOf(bytes);
  if (!claim.ok) return claim;
  const { encoding, label, mark } = claim.value;
  try {
    return success({ text: hostDecoder(label).decode(bytes.subarray(mark)), encoding });
  } catch {
    return failure("docx.encoding", { encoding: label });
  }
}

/** Decodes a part whose bytes come in stretches, of which the first says the encoding; fails as `decodeXml` does. */
export class XmlDecoder {
  private label = "";
  private decoder: HostDecoder | null = null;

  /** The text of a stretch; a character that is cut comes with the next one. */
  add(bytes: Uint8Array): Result<string> {
    if (this.decoder) return this.decoded(bytes);
    const claim = claimOf(bytes);
    if (!claim.ok) return claim;
    this.label = claim.value.label;
    this.decoder = hostDecoder(this.label);
    return this.decoded(bytes.subarray(claim.value.mark));
  }

  /** Nothing, unless the last character was never completed. */
  end(): Result<string> {
    return this.decoded(null);
  }

  private decoded(bytes: Uint8Array | null): Result<string> {
    try {
      return success((bytes ? this.decoder?.decode(bytes, { stream: true }) : this.decoder?.decode()) ?? "");
    } catch {
      return failure("docx.encoding", { encoding: this.label });
    }
  }
}

function hostDecoder(label: string): HostDecoder {
  return new TextDecoder(label, { fatal: true, ignoreBOM: true });
}

interface Claim {
  encoding: XmlEncoding;
  /** The name by which the host knows it. */
  label: string;
  /** Length of the byte order mark. */
  mark: number;
}

/** What encoding the first bytes of a part claim. */
function claimOf(bytes: Uint8Array): Result<Claim> {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return success({ encoding: "utf-16le", label: "utf-16le", mark: 2 });
  if (a === 0xfe && b === 0xff) return success({ encoding: "utf-16be", label: "utf-16be", mark: 2 });
  if (a === 0xef && b === 0xbb && c === 0xbf) return success({ encoding: "utf-8-marked", label: "utf-8", mark: 3 });
  if (a === 0x3c && b === 0 && c !== 0 && d === 0) return success({ encoding: "utf-16le", label: "utf-16le", mark: 0 });
  const declared = /^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(asciiStart(bytes))?.[1];
  const label = declared?.toLowerCase() ?? "utf-8";
  // A UTF-16 label on single-byte text is a known fault of some writers; the text is then UTF-8.
  if (label === "utf-8" || label === "utf8" || label === "us-ascii" || label.startsWith("utf-16")) {
    return success({ encoding: "utf-8", label: "utf-8", mark: 0 });
  }
  return failure("docx.encoding", { encoding: label });
}

/** Encodes text as it was found. */
export function encodeXml(text: string, encoding: XmlEncoding): Uint8Array {
  if (encoding === "utf-8") return strToU8(text);
  if (encoding === "utf-8-marked") return strToU8(`\uFEFF${text}`);
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  const little = encoding === "utf-16le";
  view.setUint16(0, 0xfeff, little);
  for (let i = 0; i < text.length; i++) view.setUint16(2 + i * 2, text.charCodeAt(i), little);
  return bytes;
}

function asciiStart(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 200));
}
