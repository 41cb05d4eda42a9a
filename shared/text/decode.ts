/**
 * Bytes of a plain text to characters. The encoding is decided from the bytes alone: a byte order mark,
 * else the pattern of zero bytes (UTF-16), else valid UTF-8, else Windows-1252. What is no text is
 * refused in one sentence; a few bytes that are no characters are replaced and reported with their line.
 */
import { failure, type Message, type Result, success } from "../result";
import { type Decoded, decodeUtf8, decodeUtf16, decodeWindows1252 } from "./encodings";

export type Encoding = "UTF-8" | "UTF-16LE" | "UTF-16BE" | "Windows-1252";

export interface DecodedText {
  text: string;
  encoding: Encoding;
}

/** Resolutions are some hundred kilobytes; the limit leaves room and keeps a mistake from freezing the window. */
export const largestText = 20 * 1024 * 1024;

/** Control characters that no text holds; tab, line feed, vertical tab, form feed, return and end-of-file may. */
const control = /[\0-\x08\x0E-\x19\x1B-\x1F]/gu;

/** Decodes a text file; fails for an empty, oversized or binary one. */
export function decodeText(bytes: Uint8Array): Result<DecodedText> {
  if (bytes.length === 0) return failure("text.empty");
  if (bytes.length > largestText) {
    return failure("text.too-large", { megabytes: Math.round(bytes.length / 1048576), limit: largestText / 1048576 });
  }
  const { encoding, decoded } = decodeAs(bytes);
  const text = decoded.text.replace(/\r\n?|\u2028|\u2029/gu, "\n");
  if (isBinary(decoded)) return failure("text.not-text");
  if (encoding === "Windows-1252" && looksLikeAnotherCodePage(text)) return failure("text.unknown-encoding");
  if (text.trim() === "") return failure("text.empty");
  return success({ text, encoding }, decoded.damaged === 0 ? [] : [damageMessage(decoded, encoding)]);
}

function decodeAs(bytes: Uint8Array): { encoding: Encoding; decoded: Decoded } {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: "UTF-8", decoded: decodeUtf8(bytes, 3) };
  if (first === 0xff && second === 0xfe) return { encoding: "UTF-16LE", decoded: decodeUtf16(bytes, 2, false) };
  if (first === 0xfe && second === 0xff) return { encoding: "UTF-16BE", decoded: decodeUtf16(bytes, 2, true) };
  const order = byteOrder(bytes);
  if (order) return { encoding: order, decoded: decodeUtf16(bytes, 0, order === "UTF-16BE") };
  const utf8 = decodeUtf8(bytes);
  // A UTF-8 text with a broken place is still UTF-8; a Western text has broken places everywhere.
  if (utf8.damaged === 0 || utf8.multibyte > utf8.damaged * 4) return { encoding: "UTF-8", decoded: utf8 };
  return { encoding: "Windows-1252", decoded: decodeWindows1252(bytes) };
}

/** UTF-16 without a mark: spaces and line ends of any script have a zero byte, always on the same side. */
function byteOrder(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, at) => {
    if (byte !== 0) return;
    if (at % 2 === 0) even++;
    else odd++;
  });
  if (odd > 0 && even * 20 < odd) return "UTF-16LE";
  if (even > 0 && odd * 20 < even) return "UTF-16BE";
  return null;
}

function isBinary(decoded: Decoded): boolean {
  const { text, damaged } = decoded;
  const controls = text.match(control)?.length ?? 0;
  return controls * 500 > text.length || damaged * 50 > text.length;
}

/** In a Western text accented letters are the exception; a Cyrillic or Arabic code page read as Western has little else. */
function looksLikeAnotherCodePage(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const accented = text.match(/[\u00C0-\u00FF]/gu)?.length ?? 0;
  return letters > 0 && accented * 2 > letters;
}

function damageMessage(decoded: Decoded, encoding: Encoding): Message {
  const line = decoded.text.slice(0, decoded.text.indexOf("\uFFFD")).split(/\r\n|\r|\n/u).length;
  return {
    severity: "warning",
    code: "text.damaged-characters",
    values: { count: decoded.damaged, encoding, line },
    where: { line },
  };
}
