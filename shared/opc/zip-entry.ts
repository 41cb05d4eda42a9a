/**
 * One entry of a zip archive as it is stored. Entries are carried compressed: what is not read is
 * never inflated, and what is not changed is written again with the same stored bytes.
 */
import { deflateSync, inflateSync, strToU8 } from "fflate";
import { failure, type Result, success } from "../result";
import { crc32 } from "./crc32";

export interface ZipEntry {
  name: string;
  /** The name as stored; its encoding is told by bit 11 of the flags. */
  nameBytes: Uint8Array;
  flags: number;
  /** 0 stored, 8 deflated. */
  method: number;
  /** MS-DOS date (high half) and time. */
  modified: number;
  crc: number;
  compressed: Uint8Array;
  size: number;
}

/** 1 January 1980, the first day zip knows: a written file must not depend on the clock. */
const fixedDate = 0x00210000;
const utf8Names = 0x0800;

/** Inflates an entry and proves its length and checksum. */
export function inflateEntry(entry: ZipEntry): Result<Uint8Array> {
  const bytes = inflate(entry);
  // A wrong size in the header makes the inflater stop early without a word; the checksum tells.
  if (bytes?.length !== entry.size || crc32(bytes) !== entry.crc) {
    return failure("docx.damaged-part", { part: entry.name }, { part: entry.name });
  }
  return success(bytes);
}

/** How hard an entry is compressed; 0 stores it. */
export type Level = 0 | 2 | 6;

/** Makes an entry of some bytes; small or incompressible content is stored as it is. */
export function deflateEntry(name: string, bytes: Uint8Array, level: Level = 6): ZipEntry {
  const deflated = level === 0 ? bytes : deflateSync(bytes, { level });
  const stored = deflated.length >= bytes.length;
  return {
    name,
    nameBytes: strToU8(name),
    flags: utf8Names,
    method: stored ? 0 : 8,
    modified: fixedDate,
    crc: crc32(bytes),
    compressed: stored ? bytes : deflated,
    size: bytes.length,
  };
}

function inflate(entry: ZipEntry): Uint8Array | null {
  if (entry.method === 0) return entry.compressed;
  try {
    return inflateSync(entry.compressed, { out: new Uint8Array(entry.size) });
  } catch {
    return null;
  }
}
