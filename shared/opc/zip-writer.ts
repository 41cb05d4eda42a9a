/**
 * Writes entries as a zip archive (APPNOTE 6.3.10, §4.3) with their stored bytes, in the order given.
 * The result depends on the entries alone. Archives beyond 4 GB are outside what a Word file is.
 */
import type { ZipEntry } from "./zip-entry";
import { centralHeader, endOfDirectory, localHeader } from "./zip-records";

const versionNeeded = 20;
/** Sizes stand in the headers here, so the flag that promises them after the data is cleared. */
const descriptorFlag = 0x0008;

/** Joins entries into an archive. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const local = entries.reduce((sum, e) => sum + localHeader.size + e.nameBytes.length + e.compressed.length, 0);
  const central = entries.reduce((sum, e) => sum + centralHeader.size + e.nameBytes.length, 0);
  const bytes = new Uint8Array(local + central + endOfDirectory.size);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const offsets = entries.map((entry) => {
    const offset = at;
    view.setUint32(at, localHeader.signature, true);
    writeShared(view, at + 4, entry);
    at += localHeader.size;
    bytes.set(entry.nameBytes, at);
    bytes.set(entry.compressed, at + entry.nameBytes.length);
    at += entry.nameBytes.length + entry.compressed.length;
    return offset;
  });
  entries.forEach((entry, i) => {
    view.setUint32(at, centralHeader.signature, true);
    view.setUint16(at + 4, versionNeeded, true);
    writeShared(view, at + 6, entry);
    view.setUint32(at + 42, offsets[i]!, true);
    at += centralHeader.size;
    bytes.set(entry.nameBytes, at);
    at += entry.nameBytes.length;
  });
  view.setUint32(at, endOfDirectory.signature, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, central, true);
  view.setUint32(at + 16, local, true);
  return bytes;
}

/** The thirteen fields that a local and a central header have in common. */
function writeShared(view: DataView, at: number, entry: ZipEntry): void {
  view.setUint16(at, versionNeeded, true);
  view.setUint16(at + 2, entry.flags & ~descriptorFlag, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, entry.modified, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.compressed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.nameBytes.length, true);
}
