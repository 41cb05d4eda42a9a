/**
 * Where a word begins and ends in a pattern, and what stands between two words. A language that sets no spaces between
 * its words has no such places: there every pattern is empty.
 */
import type { Language } from "../model/document";
import { languageData } from "./languages/languages";

export interface WordEdges {
  start: string;
  end: string;
  gap: string;
}

const spaced: WordEdges = {
  start: "(?<![\\p{L}\\p{M}])",
  end: "(?![\\p{L}\\p{M}])",
  // Bounded: two runs of spaces in a row must not be tried in every division.
  gap: "[\\s\\u00A0]{1,2}",
};
const unspaced: WordEdges = { start: "", end: "", gap: "" };

/** The edges of words in a language, as sources of patterns. */
export function wordEdges(language: Language): WordEdges {
  return languageData(language).spaced ? spaced : unspaced;
}
