/**
 * Tells what kind of file some bytes are before a zip reader is asked, so that a user who opens an
 * encrypted document or one of Word 97 reads what it is rather than that it is damaged.
 * Compound files: [MS-CFB] 2.2; encrypted packages: [MS-OFFCRYPTO] 2.3.
 */

export type ContainerKind = "zip" | "encrypted" | "legacy" | "empty" | "other";

const compoundFile = [0xd0, 0xcf, 0x11, 0xe0];

/** Recognises a container by its first bytes and, for a compound file, by its stream names. */
export function containerKind(bytes: Uint8Array): ContainerKind {
  if (bytes.length === 0) return "empty";
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return "zip";
  if (!compoundFile.every((byte, i) => bytes[i] === byte)) return "other";
  return holdsName(bytes, "EncryptedPackage") ? "encrypted" : "legacy";
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
