/** What was compressed comes back, whoever did it; what is no deflate stream, or is longer than promised, is told. */
import { constants, deflateRawSync, inflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { zlibPacker } from "../../../main/zlib-packer";
import { streamPacker } from "../../../renderer/session/stream-packer";
import { atOnce, inflate, type Packing, withHost } from "../../../shared/opc/packing";
import {
  deflateEntry,
  deflateText,
  inflateEntry,
  inflateLongEntry,
  type ZipEntry,
} from "../../../shared/opc/zip-entry";
import type { Result } from "../../../shared/result";
import { Random } from "../../fuzz/random";

const drivers = [
  ["the library", async <T>(work: Packing<T>) => atOnce(work)],
  ["Node", <T>(work: Packing<T>) => withHost(zlibPacker, work)],
  ["the browser's streams", <T>(work: Packing<T>) => withHost(streamPacker, work)],
] as const;
/** Shorter and longer than what the host is asked for. */
const lengths = [0, 1, 300, 65_536, 200_000, 1_400_000];

function some(random: Random, length: number): string {
  const words = Array.from({ length: 500 }, () => random.pick(["resolves ", "é", "\u{1f600}", "决议", "<w:p>", "a\n"]));
  let text = "";
  while (text.length < length) text += `${random.pick(words)}${random.below(1000)} `;
  return text.slice(0, length);
}

const codeOf = (read: Result<unknown>) => (read.ok ? "sound" : read.error.code);
const textOf = (read: Result<Uint8Array>) => (read.ok ? Buffer.from(read.value).toString() : read.error.code);

describe.each(drivers)("packing by %s", (_name, drive) => {
  it("gives the text back that was written piece by piece", { timeout: 60_000 }, async () => {
    const random = new Random(7);
    for (const length of lengths) {
      const text = some(random, length);
      const pieces: string[] = [];
      // Pieces end where they like, between the halves of a pair too.
      for (let at = 0; at < length; at += pieces.at(-1)!.length) {
        pieces.push(text.slice(at, at + 1 + random.below(random.pick([3, 50_000]))));
      }
      const entry = await drive(deflateText("a.xml", pieces));
      const sound = text.replace(/[\uD800-\uDBFF]$/, "\uFFFD");
      expect(entry.size).toBe(Buffer.byteLength(sound));
      expect(inflateRawSync(entry.compressed).toString() === sound, `${length}`).toBe(true);
      expect(textOf(await drive(inflateLongEntry(entry))) === sound, `${length}`).toBe(true);
      expect(textOf(inflateEntry(entry)) === sound, `${length}`).toBe(true);
    }
  });

  it("refuses an entry that is not what the directory says", async () => {
    const random = new Random(11);
    for (const length of [20_000, 1_400_000]) {
      const entry = deflateEntry("a.xml", Buffer.from(some(random, length)));
      const broken = entry.compressed.slice();
      broken[broken.length >> 1]! ^= 0x55;
      const wrong: Partial<ZipEntry>[] = [
        { crc: entry.crc ^ 1 },
        { size: entry.size - 1 },
        { size: entry.size + 1 },
        { size: 10 },
        { compressed: entry.compressed.subarray(0, entry.compressed.length >> 1) },
        { compressed: broken },
        { compressed: new Uint8Array([7]) },
        { compressed: new Uint8Array() },
      ];
      for (const change of wrong) {
        const read = await drive(inflateLongEntry({ ...entry, ...change }));
        expect(codeOf(read), `${length} ${Object.keys(change)[0]}`).toBe("docx.damaged-part");
      }
    }
  });

  it("hands on what the writer throws", async () => {
    function* failing(): Generator<string> {
      yield "x".repeat(3_000_000);
      throw new Error("the writer");
    }
    await expect(drive(deflateText("a.xml", failing()))).rejects.toThrow("the writer");
  });
});

describe("inflating", () => {
  it("agrees with the host's zlib on streams of every level and strategy, sound or broken", () => {
    const random = new Random(20261122);
    const strategies = [constants.Z_DEFAULT_STRATEGY, constants.Z_FIXED, constants.Z_HUFFMAN_ONLY, constants.Z_RLE];
    let refused = 0;
    for (let round = 0; round < 400; round++) {
      const bytes = Buffer.from(some(random, random.pick([0, 10, 300, 3000, 70_000])));
      const options = { level: random.below(10), strategy: random.pick(strategies), memLevel: 1 + random.below(9) };
      const compressed = new Uint8Array(deflateRawSync(bytes, options));
      const entry = { ...deflateEntry("a.xml", bytes), method: 8, compressed };
      for (let left = random.below(3); left > 0; left--)
        compressed[random.below(compressed.length)]! ^= 1 << random.below(8);
      const read = inflateEntry(entry);
      if (!read.ok) refused++;
      else expect(Buffer.compare(read.value, bytes), `round ${round}`).toBe(0);
      if (hosts(compressed)?.equals(bytes)) expect(read.ok, `round ${round}`).toBe(true);
    }
    expect(refused).toBeGreaterThan(100);
    expect(refused).toBeLessThan(320);
  });

  it("does not follow a stream that is far longer than promised", () => {
    const endless = new Uint8Array(deflateRawSync(Buffer.alloc(100_000_000)));
    let taken = 0;
    const watched = Object.assign(endless, {
      subarray(from: number, to: number) {
        taken = to;
        return Uint8Array.prototype.subarray.call(endless, from, to);
      },
    });
    expect(inflate(watched, 1000)).toBeNull();
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(endless.length / 2);
  });
});

function hosts(compressed: Uint8Array): Buffer | null {
  try {
    return inflateRawSync(compressed);
  } catch {
    return null;
  }
}
