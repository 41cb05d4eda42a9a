import { expect, it } from "vitest";
import { found, paragraph, repairedText } from "../../../support/findings";

const rule = "doubledPunctuation";

it.each([
  ["fr", "la société,, aider", ",,", "la société, aider"],
  ["fr", "de normalisation;,", ";,", "de normalisation,"],
  ["fr", "de normalisation. ,", null, null],
  ["fr", "l'élaboration de normes.;", ".;", "l'élaboration de normes;"],
  ["zh", "结论，；", "，；", "结论；"],
  ["ar", "المشتركة؛،", "؛،", "المشتركة،"],
])("%s: %s", (language, text, words, after) => {
  expect(found(rule, paragraph(text, language))).toEqual(words === null ? [] : [`check.${rule}: ${words}`]);
  if (after !== null) expect(repairedText(rule, text, language)).toBe(after);
});

it.each(["de l'agriculture, etc.;", "et ainsi de suite...", "voir p. ex., la note", "à 10:30; puis", "[...];"])(
  "leaves %s alone",
  (text) => expect(found(rule, paragraph(text))).toEqual([]),
);
