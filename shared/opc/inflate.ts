/**
 * Compressed bytes to the bytes they stand for (DEFLATE, RFC 1951), a stretch at a time and never more than were
 * promised. Whoever asks knows the size and the checksum and holds the result against them; what no compressor writes
 * throws `Unsound`. The functions are small and copy whole matches, because a file is mostly read by a program that
 * has just begun and has nothing compiled yet.
 */

/** Thrown where bytes are no deflate stream, or one that ends too early. */
export class Unsound extends Error {}

/** As far back as a match may reach, and as long as it may be. */
const farthest = 1 << 15;
const longest = 258;
/** Bytes that are given at a time, about. */
const stretch = 1 << 16;
/** From here on a copy of the host is faster than one byte after the other. */
const longCopy = 24;
const endOfBlock = 256;
const mostBits = 15;

const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const lengthBases = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const distanceBits = Array.from({ length: 30 }, (_, code) => Math.max(0, (code >> 1) - 1));
const distanceBases = distanceBits.map((bits, code) => (code < 2 ? code + 1 : ((2 + (code & 1)) << bits) + 1));
/** The order in which the lengths of the codes of lengths stand (§3.2.7). */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** A Huffman code as a table: the bits that come next to symbol and length of its code, 0 where there is none. */
interface Code {
  table: Uint16Array;
  mask: number;
}

export class Inflater {
  private at = 0;
  /** Bits that were taken from the source and not used, and how many. */
  private held = 0;
  private count = 0;
  private readonly out: Uint8Array;
  private readonly limit: number;
  /** Where the next byte goes; all before it can be referred to. */
  private place = 0;
  private given = 0;
  private block: "none" | "stored" | "coded" | "last" = "none";
  private isLast = false;
  private storedLeft = 0;
  private literals: Code = { table: new Uint16Array(0), mask: 0 };
  private distances: Code = this.literals;

  constructor(
    private readonly source: Uint8Array,
    /** How many bytes the source stands for, as was promised. */
    private readonly size: number,
  ) {
    this.limit = Math.min(size, farthest + stretch);
    this.out = new Uint8Array(this.limit + longest);
  }

  /** The next bytes; null when there are no more, or all that were promised have come. */
  next(): Uint8Array | null {
    if (this.given >= this.size) return null;
    const { out } = this;
    if (this.place >= this.limit) {
      out.copyWithin(0, this.place - farthest, this.place);
      this.place = farthest;
    }
    const from = this.place;
    while (this.block !== "last" && this.place < this.limit) this.more();
    if (this.at - (this.count >> 3) > this.source.length) throw new Unsound();
    this.given += this.place - from;
    if (this.given > this.size) throw new Unsound();
    return this.place > from ? out.slice(from, this.place) : null;
  }

  private more(): void {
    if (this.block === "none") this.open();
    else if (this.block === "stored") this.copyStored();
    else this.decode();
  }

  private open(): void {
    this.isLast = this.bits(1) === 1;
    const kind = this.bits(2);
    if (kind === 0) this.openStored();
    else if (kind === 1) [this.literals, this.distances] = fixedCodes();
    else if (kind === 2) this.readCodes();
    else throw new Unsound();
    if (kind !== 0) this.block = "coded";
  }

  private close(): void {
    this.block = this.isLast ? "last" : "none";
  }

  private openStored(): void {
    this.bits(this.count & 7);
    const length = this.bits(8) | (this.bits(8) << 8);
    const check = this.bits(8) | (this.bits(8) << 8);
    if (length !== (~check & 0xffff)) throw new Unsound();
    this.storedLeft = length;
    this.block = "stored";
    // What is held are whole bytes again.
    this.at -= this.count >> 3;
    this.held = this.count = 0;
  }

  private copyStored(): void {
    const length = Math.min(this.storedLeft, this.limit - this.place);
    if (this.at + length > this.source.length) throw new Unsound();
    this.out.set(this.source.subarray(this.at, this.at + length), this.place);
    this.at += length;
    this.place += length;
    this.storedLeft -= length;
    if (this.storedLeft === 0) this.close();
  }

  /** Takes some bits, at most 16; behind the end they are 0, which is found out later. */
  private bits(wanted: number): number {
    while (this.count < wanted) {
      this.held |= (this.at < this.source.length ? this.source[this.at]! : 0) << this.count;
      this.at++;
      this.count += 8;
    }
    const value = this.held & ((1 << wanted) - 1);
    this.held >>= wanted;
    this.count -= wanted;
    return value;
  }

  private symbol({ table, mask }: Code): number {
    while (this.count < mostBits) {
      this.held |= (this.at < this.source.length ? this.source[this.at]! : 0) << this.count;
      this.at++;
      this.count += 8;
    }
    const entry = table[this.held & mask]!;
    if (entry === 0) throw new Unsound();
    const used = entry & 0xf;
    this.held >>= used;
    this.count -= used;
    return entry >> 4;
  }

  private decode(): void {
    const { out, limit, literals } = this;
    while (this.place < limit) {
      const symbol = this.symbol(literals);
      if (symbol < endOfBlock) out[this.place++] = symbol;
      else if (symbol > endOfBlock) this.copyMatch(symbol - endOfBlock - 1);
      else {
        this.close();
        return;
      }
      // A source without an end would be followed for ever.
      if (this.at > this.source.length + 4) throw new Unsound();
    }
  }

  private copyMatch(code: number): void {
    if (code >= lengthBases.length) throw new Unsound();
    const length = lengthBases[code]! + this.bits(lengthBits[code]!);
    const far = this.symbol(this.distances);
    if (far >= distanceBases.length) throw new Unsound();
    const distance = distanceBases[far]! + this.bits(distanceBits[far]!);
    const { out, place } = this;
    if (distance > place) throw new Unsound();
    const end = place + length;
    if (length >= longCopy && distance >= length) out.copyWithin(place, place - distance, end - distance);
    else for (let to = place; to < end; to++) out[to] = out[to - distance]!;
    this.place = end;
  }

  /** Reads the codes of a block (§3.2.7). */
  private readCodes(): void {
    const literals = this.bits(5) + 257;
    const distances = this.bits(5) + 1;
    const known = this.bits(4) + 4;
    const ofLengths = new Uint8Array(lengthOrder.length);
    for (let index = 0; index < known; index++) ofLengths[lengthOrder[index]!] = this.bits(3);
    const code = codeOf(ofLengths);
    const lengths = new Uint8Array(literals + distances);
    for (let index = 0; index < lengths.length; ) {
      const symbol = this.symbol(code);
      if (symbol < 16) {
        lengths[index++] = symbol;
        continue;
      }
      if (symbol === 16 && index === 0) throw new Unsound();
      const repeated = symbol === 16 ? lengths[index - 1]! : 0;
      const times = symbol === 16 ? 3 + this.bits(2) : symbol === 17 ? 3 + this.bits(3) : 11 + this.bits(7);
      if (index + times > lengths.length) throw new Unsound();
      lengths.fill(repeated, index, index + times);
      index += times;
    }
    this.literals = codeOf(lengths.subarray(0, literals));
    this.distances = codeOf(lengths.subarray(literals));
  }
}

/** Makes the code of these lengths (§3.2.2); more codes than there is room for are refused. */
function codeOf(lengths: Uint8Array): Code {
  const counts = new Uint16Array(mostBits + 1);
  for (const length of lengths) counts[length]!++;
  counts[0] = 0;
  let most = mostBits;
  while (most > 1 && counts[most] === 0) most--;
  const next = new Uint16Array(mostBits + 2);
  let [code, room] = [0, 1];
  for (let bits = 1; bits <= mostBits; bits++) {
    code = (code + counts[bits - 1]!) << 1;
    next[bits] = code;
    room = room * 2 - counts[bits]!;
    if (room < 0) throw new Unsound();
  }
  const table = new Uint16Array(1 << most);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol]!;
    if (length === 0) continue;
    const entry = (symbol << 4) | length;
    const step = 1 << length;
    for (let at = reversed(next[length]!++, length); at < table.length; at += step) table[at] = entry;
  }
  return { table, mask: table.length - 1 };
}

/** Codes come with their first bit first, all else with its last. */
function reversed(code: number, length: number): number {
  let result = 0;
  for (let bit = 0; bit < length; bit++) result |= ((code >> bit) & 1) << (length - 1 - bit);
  return result;
}

let fixed: [literals: Code, distances: Code] | null = null;

/** The codes of blocks that bring none (§3.2.6). */
function fixedCodes(): [literals: Code, distances: Code] {
  if (fixed) return fixed;
  const lengths = new Uint8Array(288).fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280);
  fixed = [codeOf(lengths), codeOf(new Uint8Array(32).fill(5))];
  return fixed;
}
