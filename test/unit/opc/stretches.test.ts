/** An entry inflated in stretches is the entry; one that is not what the directory says is told at the end. */
import { describe, expect, it } from "vitest";
import { deflateEntry, inflateInStretches, type Level, type ZipEntry } from "../../../shared/opc/zip-entry";
import { Random } from "../../fuzz/random";

const random = new Random(7);
const words = Uint8Array.from({ length: 400_000 }, (_, at) => (at % 1000 < 900 ? 97 + (at % 23) : random.below(256)));

/** The bytes, and how many stretches they came in; a string says why not. */
function inflated(entry: ZipEntry): { bytes: Uint8Array; stretches: number } | string {
  const bytes: number[] = [];
  let stretches = 0;
  for (const stretch of inflateInStretches(entry)) {
    if (!stretch.ok) return stretch.error.code;
    stretches++;
    for (const byte of stretch.value) bytes.push(byte);
  }
  return { bytes: Uint8Array.from(bytes), stretches };
}

describe("inflating in stretches", () => {
  it.each([0, 2, 5] as Level[])("gives the bytes of an entry of level %i", (level) => {
    const read = inflated(deflateEntry("a.xml", words, level));
    if (typeof read === "string") throw new Error(read);
    expect(read.bytes).toEqual(words);
    expect(read.stretches).toBeGreaterThan(level === 0 ? 0 : 5);
  });

  it("gives nothing for an empty entry", () => {
    expect(inflated(deflateEntry("a.xml", new Uint8Array()))).toEqual({ bytes: new Uint8Array(), stretches: 0 });
  });

  it("refuses an entry that is not what the directory says", () => {
    const entry = deflateEntry("a.xml", words);
    const cut = entry.compressed.subarray(0, entry.compressed.length >> 1);
    const broken = entry.compressed.slice();
    broken[broken.length >> 1]! ^= 0x55;
    for (const wrong of [
      { crc: entry.crc ^ 1 },
      { size: entry.size - 1 },
      { size: entry.size + 1 },
      { size: 10 },
      { compressed: cut },
      { compressed: broken },
    ]) {
      expect(inflated({ ...entry, ...wrong }), Object.keys(wrong)[0]).toBe("docx.damaged-part");
    }
  });
});
