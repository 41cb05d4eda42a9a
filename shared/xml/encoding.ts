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
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

/** Decodes a part; fails when its bytes are not valid in the encoding they claim. */
export function decodeXml(bytes: Uint8Array): Result<DecodedXml> {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return decode(bytes.subarray(2), "utf-16le", "utf-16le");
  if (a === 0xfe && b === 0xff) return decode(bytes.subarray(2), "utf-16be", "utf-16be");
  if (a === 0xef && b === 0xbb && c === 0xbf) return decode(bytes.subarray(3), "utf-8-marked", "utf-8");
  if (a === 0x3c && b === 0 && c !== 0 && d === 0) return decode(bytes, "utf-16le", "utf-16le");
  const declared = /^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(asciiStart(bytes))?.[1];
  const label = declared?.toLowerCase() ?? "utf-8";
  // A UTF-16 label on single-byte text is a known fault of some writers; the text is then UTF-8.
  if (label === "utf-8" || label === "utf8" || label === "us-ascii" || label.startsWith("utf-16")) {
    return decode(bytes, "utf-8", "utf-8");
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

function decode(bytes: Uint8Array, encoding: XmlEncoding, label: string): Result<DecodedXml> {
  try {
    return success({ text: new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes), encoding });
  } catch {
    return failure("docx.encoding", { encoding: label });
  }
}

function asciiStart(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 200));
}
