/**
 * One entry of a zip archive as it is stored. Entries are carried compressed: what is not read is
 * never inflated, and what is not changed is written again with the same stored bytes.
 */
import { deflateSync, strToU8 } from "fflate";
import { failure, type Result, success } from "../result";
import { crc32 } from "./crc32";
import { inflate, type Packing, usualLevel } from "./packing";

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
/** Characters that are compressed at a time. */
const stretch = 1 << 16;

/** Inflates an entry and proves its length and checksum. */
export function inflateEntry(entry: ZipEntry): Result<Uint8Array> {
  return checked(entry, entry.method === 0 ? entry.compressed : inflate(entry.compressed, entry.size));
}

/** The same for an entry that may be long. */
export function* inflateLongEntry(entry: ZipEntry): Packing<Result<Uint8Array>> {
  const { method, compressed, size } = entry;
  return checked(entry, method === 0 ? compressed : yield { inflate: compressed, size });
}

function checked({ name, size, crc }: ZipEntry, bytes: Uint8Array | null): Result<Uint8Array> {
  if (bytes?.length === size && crc32(bytes) === crc) return success(bytes);
  return failure("docx.damaged-part", { part: name }, { part: name });
}

/** How hard an entry is compressed; 0 stores it. */
export type Level = 0 | 2 | 5;

/** Makes an entry of some bytes; small or incompressible content is stored as it is. */
export function deflateEntry(name: string, bytes: Uint8Array, level: Level = usualLevel): ZipEntry {
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

/** Makes an entry of a text that comes piece by piece, so that the whole of it never stands in memory. */
export function* deflateText(name: string, pieces: Iterable<string>): Packing<ZipEntry> {
  let [crc, size] = [0, 0];
  function* counted(): Generator<Uint8Array> {
    for (const bytes of encoded(pieces)) {
      crc = crc32(bytes, crc);
      size += bytes.length;
      yield bytes;
    }
  }
  const compressed = (yield { deflate: counted() })!;
  return { name, nameBytes: strToU8(name), flags: utf8Names, method: 8, modified: fixedDate, crc, compressed, size };
}

/** The text in UTF-8, a stretch at a time. */
function* encoded(pieces: Iterable<string>): Generator<Uint8Array> {
  let waiting = "";
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < stretch) continue;
    // A pair must not be cut: its halves would be written as two wrong characters.
    const end = isFirstHalf(waiting.charCodeAt(waiting.length - 1)) ? waiting.length - 1 : waiting.length;
    yield strToU8(waiting.slice(0, end));
    waiting = waiting.slice(end);
  }
  yield strToU8(waiting);
}

function isFirstHalf(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
