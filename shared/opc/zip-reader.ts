/**
 * Reads the central directory of a zip archive (APPNOTE 6.3.10, §4.3) into entries, without inflating
 * anything. The directory is believed only as far as the local headers agree with it: entries that
 * overlap, lie outside the file or carry another name are refused, because two readers of such a
 * file would see two different documents.
 */
import { strFromU8 } from "fflate";
import { failure, type Result, success } from "../result";
import type { PackageLimits } from "./limits";
import type { ZipEntry } from "./zip-entry";
import { centralHeader, endOfDirectory, localHeader } from "./zip-records";

const encryptedFlag = 0x0001;
const utf8Names = 0x0800;
const zip64Extra = 0x0001;
const full32 = 0xffffffff;

interface Located extends ZipEntry {
  start: number;
  end: number;
}

/** Lists the entries in the order of the directory. */
export function readZip(bytes: Uint8Array, limits: PackageLimits): Result<ZipEntry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return failure("docx.damaged-zip");
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) return failure("docx.too-many-parts", { count, limit: limits.entries });
  const entries: Located[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    const read = readCentral(bytes, view, at);
    if (!read) return failure("docx.damaged-zip");
    if (read.entry.flags & encryptedFlag) return failure("docx.encrypted");
    if (read.entry.method !== 0 && read.entry.method !== 8) {
      return failure("docx.compression", { part: read.entry.name, method: read.entry.method });
    }
    entries.push(read.entry);
    at = read.next;
  }
  if (overlap(entries)) return failure("docx.damaged-zip");
  return success(entries.map(({ start, end: stop, ...entry }) => entry));
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - endOfDirectory.size - 0xffff);
  for (let at = view.byteLength - endOfDirectory.size; at >= first; at--) {
    if (view.getUint32(at, true) === endOfDirectory.signature) return at;
  }
  return -1;
}

function readCentral(bytes: Uint8Array, view: DataView, at: number): { entry: Located; next: number } | null {
  if (at + centralHeader.size > bytes.length || view.getUint32(at, true) !== centralHeader.signature) return null;
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const extraAt = at + centralHeader.size + nameLength;
  const next = extraAt + extraLength + view.getUint16(at + 32, true);
  if (next > bytes.length) return null;
  const nameBytes = bytes.slice(at + centralHeader.size, extraAt);
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const [size, stored, offset] = wideNumbers(view, extraAt, extraLength, [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]) as [number, number, number];

  if (offset + localHeader.size > bytes.length || view.getUint32(offset, true) !== localHeader.signature) return null;
  const localName = view.getUint16(offset + 26, true);
  const start = offset + localHeader.size + localName + view.getUint16(offset + 28, true);
  const end = start + stored;
  if (end > bytes.length || (method === 0 && stored !== size)) return null;
  if (!sameBytes(nameBytes, bytes.subarray(offset + localHeader.size, offset + localHeader.size + localName)))
    return null;
  const entry: Located = {
    name: strFromU8(nameBytes, (flags & utf8Names) === 0),
    nameBytes,
    flags,
    method,
    modified: view.getUint32(at + 12, true),
    crc: view.getUint32(at + 16, true),
    compressed: bytes.subarray(start, end),
    size,
    start: offset,
    end,
  };
  return { entry, next };
}

/** Replaces numbers that do not fit 32 bits by those of the zip64 field, which holds them in this order. */
function wideNumbers(view: DataView, extraAt: number, extraLength: number, numbers: number[]): number[] {
  if (!numbers.includes(full32)) return numbers;
  let at = extraAt;
  const last = extraAt + extraLength;
  while (at + 4 <= last) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === zip64Extra) {
      let field = at + 4;
      const end = Math.min(field + length, last);
      return numbers.map((number) => {
        if (number !== full32 || field + 8 > end) return number;
        field += 8;
        return Number(view.getBigUint64(field - 8, true));
      });
    }
    at += 4 + length;
  }
  return numbers;
}

function overlap(entries: readonly Located[]): boolean {
  const ordered = [...entries].sort((a, b) => a.start - b.start);
  return ordered.some((entry, i) => i > 0 && entry.start < ordered[i - 1]!.end);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
