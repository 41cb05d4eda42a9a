/** Inflating gives what was deflated by two libraries at any level, and tells what is no deflate stream. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { constants, deflateRawSync, inflateRawSync } from "node:zlib";
import { deflateSync } from "fflate";
import { describe, expect, it } from "vitest";
import { crc32 } from "../../../shared/opc/crc32";
import { Inflater, Unsound } from "../../../shared/opc/inflate";
import { packageLimits } from "../../../shared/opc/limits";
import { readZip } from "../../../shared/opc/zip-reader";
import { Random } from "../../fuzz/random";

function inflated(source: Uint8Array, size: number): Uint8Array {
  const inflater = new Inflater(source, size);
  const stretches: Uint8Array[] = [];
  for (let bytes = inflater.next(); bytes; bytes = inflater.next()) stretches.push(bytes);
  return new Uint8Array(Buffer.concat(stretches));
}

/** Bytes of one of several kinds: noise, words, runs, long repetitions from far back. */
function someBytes(random: Random): Uint8Array {
  const kind = random.below(4);
  const bytes = new Uint8Array(random.pick([0, 1, 2, 10, 300, 5000, 70_000, 200_000]));
  const far = 1 + random.below(random.pick([2, 30, 40_000]));
  for (let at = 0; at < bytes.length; at++) {
    const fresh = kind === 0 || (kind === 1 ? random.below(8) === 0 : random.below(200) === 0);
    bytes[at] = fresh || at < far ? random.below(kind === 2 ? 4 : 256) : bytes[at - far]!;
  }
  return bytes;
}

describe("inflating", () => {
  it("gives the bytes that were deflated", () => {
    const random = new Random(20261122);
    const strategies = [constants.Z_DEFAULT_STRATEGY, constants.Z_FIXED, constants.Z_HUFFMAN_ONLY, constants.Z_RLE];
    for (let round = 0; round < 150; round++) {
      const bytes = someBytes(random);
      const level = random.below(10);
      const ours = deflateSync(bytes, { level: level as 6 });
      const hosts = deflateRawSync(bytes, { level, strategy: random.pick(strategies), memLevel: 1 + random.below(9) });
      for (const source of [ours, new Uint8Array(hosts)]) {
        expect(Buffer.compare(inflated(source, bytes.length), bytes), `round ${round}`).toBe(0);
      }
    }
  });

  it("never gives more than was promised, and tells what is cut off or changed", () => {
    const random = new Random(7);
    let refused = 0;
    for (let round = 0; round < 3000; round++) {
      const bytes = someBytes(random).subarray(0, 3000);
      const source = new Uint8Array(deflateRawSync(bytes, { level: random.below(10) }));
      const broken = source.slice(0, random.below(3) === 0 ? random.below(source.length + 1) : source.length);
      for (let left = random.below(4); left > 0 && broken.length > 0; left--) {
        broken[random.below(broken.length)]! ^= 1 << random.below(8);
      }
      const size = random.below(4) === 0 ? random.below(4000) : bytes.length;
      const own = attempt(() => inflated(broken, size));
      const host = attempt(() => new Uint8Array(inflateRawSync(broken)));
      if (own === null) refused++;
      // What the host takes whole and as long as promised, or what both give, is the same; a fault behind the last promised byte is nobody's.
      else expect(own.length).toBeLessThanOrEqual(size);
      if (host !== null && host.length === size) {
        expect(own !== null && Buffer.compare(own, host) === 0, `round ${round}`).toBe(true);
      }
    }
    expect(refused).toBeGreaterThan(500);
    expect(refused).toBeLessThan(2500);
  });

  it("refuses a stream of a kind that does not exist, and one without an end", () => {
    expect(() => inflated(new Uint8Array([0x07]), 10)).toThrow(Unsound);
    expect(() => inflated(new Uint8Array([]), 10)).toThrow(Unsound);
    expect(() => inflated(new Uint8Array([0x03]), 10)).toThrow(Unsound);
  });

  const corpus = "../shared/corpus";
  it.skipIf(!existsSync(corpus))(
    "gives every entry of Word files of the corpus",
    () => {
      const files = readdirSync(corpus, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".docx"));
      let entries = 0;
      for (const file of files.filter((_, at) => process.env.CORPUS === "all" || at % 30 === 0)) {
        const zip = readZip(new Uint8Array(readFileSync(join(corpus, file))), packageLimits);
        for (const { name, method, compressed, size, crc } of zip.ok ? zip.value : []) {
          if (method !== 8) continue;
          entries++;
          expect(crc32(inflated(compressed, size)), `${file} ${name}`).toBe(crc);
        }
      }
      expect(entries).toBeGreaterThan(100);
    },
    300_000,
  );
});

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Unsound || (error as { code?: string }).code?.startsWith("Z_")) return null;
    throw error;
  }
}
