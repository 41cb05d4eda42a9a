/**
 * One entry of a zip archive as it is stored. Entries are carried compressed: what is not read is
 * never inflated, and what is not changed is written again with the same stored bytes.
 */
import { Deflate, deflateSync, strToU8 } from "fflate";
import { failure, type Result, success } from "../result";
import { crc32 } from "./crc32";
import { Inflater, Unsound } from "./inflate";

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
/** The last step of fflate, from 5 to 6, takes half as long again to save a tenth. */
const usual = 5;
/** Characters that are compressed at a time. */
const stretch = 1 << 16;

/** Inflates an entry and proves its length and checksum. */
export function inflateEntry(entry: ZipEntry): Result<Uint8Array> {
  const bytes = inflate(entry);
  // Where the directory says too little the inflater stops early without a word; the checksum tells.
  if (bytes?.length !== entry.size || crc32(bytes) !== entry.crc) {
    return failure("docx.damaged-part", { part: entry.name }, { part: entry.name });
  }
  return success(bytes);
}

/**
 * Inflates an entry stretch by stretch, so that the whole of it never stands in memory, and proves its length and
 * checksum at the end: a failure is the last that it gives, and takes back what came before.
 */
export function* inflateInStretches(entry: ZipEntry): Generator<Result<Uint8Array>, void> {
  const { name, compressed } = entry;
  let [crc, size] = [0, 0];
  try {
    if (entry.method === 0) {
      crc = crc32(compressed);
      size = compressed.length;
      if (size > 0) yield success(compressed);
    } else {
      const inflater = new Inflater(compressed, entry.size);
      for (let bytes = inflater.next(); bytes; bytes = inflater.next()) {
        crc = crc32(bytes, crc);
        size += bytes.length;
        yield success(bytes);
      }
    }
  } catch (error) {
    if (!(error instanceof Unsound)) throw error;
    size = -1;
  }
  if (size !== entry.size || crc !== entry.crc) yield failure("docx.damaged-part", { part: name }, { part: name });
}

/** How hard an entry is compressed; 0 stores it. */
export type Level = 0 | 2 | 5;

/** Makes an entry of some bytes; small or incompressible content is stored as it is. */
export function deflateEntry(name: string, bytes: Uint8Array, level: Level = usual): ZipEntry {
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
export class TextEntry {
  private readonly deflated: Uint8Array[] = [];
  // Fewer places than fflate's own 20 bits find as much in a text, and stay in the processor's cache.
  private readonly deflate = new Deflate({ level: usual, mem: 4 }, (chunk) => this.deflated.push(chunk));
  private waiting = "";
  private crc = 0;
  private size = 0;

  constructor(private readonly name: string) {}

  /** Adds text in UTF-8. */
  write(text: string): void {
    this.waiting += text;
    if (this.waiting.length >= stretch) this.send(false);
  }

  /** The entry; nothing may be written any more. */
  end(): ZipEntry {
    this.send(true);
    const compressed = new Uint8Array(this.deflated.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const chunk of this.deflated) {
      compressed.set(chunk, at);
      at += chunk.length;
    }
    const { name, crc, size } = this;
    return { name, nameBytes: strToU8(name), flags: utf8Names, method: 8, modified: fixedDate, crc, compressed, size };
  }

  private send(last: boolean): void {
    // A pair must not be cut: its halves would be written as two wrong characters.
    const end = last || !/[\uD800-\uDBFF]$/.test(this.waiting) ? this.waiting.length : this.waiting.length - 1;
    const bytes = strToU8(this.waiting.slice(0, end));
    this.waiting = this.waiting.slice(end);
    this.crc = crc32(bytes, this.crc);
    this.size += bytes.length;
    this.deflate.push(bytes, last);
  }
}

function inflate(entry: ZipEntry): Uint8Array | null {
  if (entry.method === 0) return entry.compressed;
  const whole = new Uint8Array(entry.size);
  let size = 0;
  try {
    const inflater = new Inflater(entry.compressed, entry.size);
    for (let bytes = inflater.next(); bytes; bytes = inflater.next()) {
      whole.set(bytes, size);
      size += bytes.length;
    }
  } catch (error) {
    if (error instanceof Unsound) return null;
    throw error;
  }
  return whole.subarray(0, size);
}
