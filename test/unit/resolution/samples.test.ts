/** The bundled samples: each must show what the program recognises, and read without a single message. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { inspect } from "../../../shared/resolution/inspection";
import { recognise } from "../../../shared/resolution/recognise";
import { modelToDoc } from "../../../shared/schema/model-to-doc";
import { readText } from "../../../shared/text/reader";

const folder = fileURLToPath(new URL("../../../resources/samples/", import.meta.url));
const samples = readdirSync(folder)
  .filter((name) => /^resolution-..\.txt$/u.test(name))
  .sort();

describe("bundled samples", () => {
  it("stand in all six languages", () => {
    expect(samples).toEqual(["ar", "en", "es", "fr", "ru", "zh"].map((language) => `resolution-${language}.txt`));
  });

  it.each(samples)("%s has every part of a resolution", (name) => {
    const source = readText(new Uint8Array(readFileSync(folder + name)), name);
    if (!source.ok) throw new Error(source.error.code);
    const result = recognise(source.value);
    if (!result.ok) throw new Error(result.error.code);
    expect([...source.messages, ...result.messages]).toEqual([]);
    expect(() => modelToDoc(result.value)).not.toThrow();
    const seen = inspect(result.value, []);
    expect(seen).toMatchObject({ kind: "resolution", language: name.slice(-6, -4), frontMatter: [] });
    for (const text of [seen.number, seen.title, seen.reference, seen.enacting]) expect(text).not.toBe("");
    const parts = (part: string) => seen.sections.filter((section) => section.part === part);
    expect(parts("preamble").length).toBeGreaterThanOrEqual(3);
    expect(parts("operative").length).toBeGreaterThanOrEqual(3);
    expect(seen.sections.every((section) => section.items.length > 0)).toBe(true);
    const sublists = seen.sections.flatMap((section) => section.items.filter(({ children }) => children.length > 1));
    expect(sublists.length).toBeGreaterThanOrEqual(1);
    expect(seen.footnotes).toHaveLength(1);
    expect(seen.tables).toMatchObject([{ rows: 4, columns: 2 }]);
    expect(seen.annexes).toMatchObject([{ title: expect.stringMatching(/\S/u) }]);
  });
});
