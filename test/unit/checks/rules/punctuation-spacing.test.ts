import { expect, it } from "vitest";
import { found, paragraph, repairedText } from "../../../support/findings";

const rule = "punctuationSpacing";

it.each([
  ["fr", "les points suivants :", "before:  ", "les points suivants:"],
  ["fr", "la station\u00A0; puis", "before: \u00A0", "la station; puis"],
  ["en", "the station , then", "before:  ", "the station, then"],
  ["fr", "la station,puis", "behind: ,", "la station, puis"],
  ["ar", "المحطة ، ثم", "before:  ", "المحطة، ثم"],
  ["ar", "المحطة،ثم", "behind: ،", "المحطة، ثم"],
])("%s: %s", (language, text, words, after) => {
  expect(found(rule, paragraph(text, language))).toEqual([`check.${rule}-${words}`]);
  expect(repairedText(rule, text, language)).toBe(after);
});

it.each([
  ["fr", "5 000,5 à 10:30; site .int"],
  ["fr", "la procédure; ou"],
  ["ar", "الفقرة أ ) من القرار"],
  ["zh", "描述，包括；"],
  ["fr", "Tableau :1"],
])("%s: leaves %s alone", (language, text) => expect(found(rule, paragraph(text, language))).toEqual([]));
