/** What counts as a word. */
import { expect, it } from "vitest";
import { schema } from "../../../shared/schema/schema";
import { countWords } from "../../../shared/schema/word-count";
import { block } from "../../support/resolution-builder";

const of = (...lines: string[]) =>
  countWords(
    schema.node(
      "doc",
      null,
      lines.map((line) => block("paragraph", line)),
    ),
  );

it.each([
  ["that the ITU-T sector, in 2030, continues;", 7],
  ["l'Assemblée – réunie à Genève – décide", 5],
  ["第911号决议（2030年，静港）", 9],
  ["إن الجمعية العالمية (2030)،", 4],
  ["______ … –", 0],
  ["", 0],
])("%j has so many words: %i", (text, words) => {
  expect(of(text)).toBe(words);
});

it("the words of a text are those of its blocks", () => {
  expect(of("one two", "three")).toBe(3);
});

it("a line without spaces takes no longer than it is long", () => {
  const begun = performance.now();
  expect(of("_".repeat(1_000_000))).toBe(0);
  expect(performance.now() - begun).toBeLessThan(1_000);
});
