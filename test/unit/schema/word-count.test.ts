/** What counts as a word. */
import { expect, it } from "vitest";
import { wordsIn } from "../../../shared/schema/word-count";
import { block } from "../../support/resolution-builder";

const of = (line: string) => wordsIn(block("paragraph", line));

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
