import { expect, it } from "vitest";
import { found, paragraph, repairedText } from "../../../support/findings";

const rule = "languagePunctuation";

it.each([
  ["ar", "البيانات, التي", ",", "البيانات، التي"],
  ["ar", "البيانات;", ";", "البيانات؛"],
  ["zh", "描述,包括", ",", "描述，包括"],
])("%s: %s", (language, text, words, after) => {
  expect(found(rule, paragraph(text, language))).toEqual([`check.${rule}: ${words}`]);
  expect(repairedText(rule, text, language)).toBe(after);
});

it.each([
  ["fr", "les données, dont"],
  ["zh", "ITU-T, ITU-R 和 1,5"],
  ["ar", "ITU-T, ITU-R"],
])("%s: leaves %s alone", (language, text) => expect(found(rule, paragraph(text, language))).toEqual([]));
