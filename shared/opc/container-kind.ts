/**
 * Tells what kind of file some bytes are before a zip reader is asked, so that a user who opens an encrypted
 * document, one of Word 97 or of another program reads what it is rather than that it is damaged.
 * Compound files: [MS-CFB] 2.2; encrypted packages: [MS-OFFCRYPTO] 2.3; OpenDocument: ODF 1.3 part 2 §3.3.
 */

export type ContainerKind =
  | "zip"
  | "openDocument"
  | "encrypted"
  | "legacy"
  | "pdf"
  | "rtf"
  | "html"
  | "empty"
  | "text"
  | "other";

const compoundFile = [0xd0, 0xcf, 0x11, 0xe0];
/** What may stand before the first element: a mark of the encoding, a declaration, comments. */
const webPage = /^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+)?html[\s>]/i;
/** As much as tells text from other bytes. */
const beginning = 4096;

/** Recognises a container by its first bytes and, for a compound file, by its stream names. */
export function containerKind(bytes: Uint8Array): ContainerKind {
  if (bytes.length === 0) return "empty";
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return holdsOpenDocument(bytes) ? "openDocument" : "zip";
  if (compoundFile.every((byte, i) => bytes[i] === byte)) {
    return holdsName(bytes, "EncryptedPackage") ? "encrypted" : "legacy";
  }
  const start = latin(bytes, 0, 1024);
  if (start.startsWith("%PDF-")) return "pdf";
  if (start.startsWith("{\\rtf")) return "rtf";
  if (webPage.test(start)) return "html";
  return isText(bytes) ? "text" : "other";
}

/** True where a package of OpenDocument says at its start what it is. */
function holdsOpenDocument(bytes: Uint8Array): boolean {
  const first = latin(bytes, 30, 90);
  return first.startsWith("mimetype") && first.includes("application/vnd.oasis.opendocument");
}

/** Text has no control characters beside those that lay it out, unless a mark at its start says UTF-16. */
function isText(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return bytes.subarray(0, beginning).every((byte) => byte >= 0x20 || (byte >= 0x08 && byte <= 0x0d) || byte === 0x1a);
}

function latin(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}

/** Looks for a stream name: UTF-16LE, one to a directory entry of 128 bytes, the case of letters open (2.6.4). */
function holdsName(bytes: Uint8Array, name: string): boolean {
  const folded = name.toLowerCase();
  for (let at = 512; at + name.length * 2 <= bytes.length; at += 128) {
    let i = 0;
    while (i < name.length && (bytes[at + i * 2]! | 0x20) === folded.charCodeAt(i) && bytes[at + i * 2 + 1] === 0) i++;
    if (i === name.length) return true;
  }
  return false;
}
