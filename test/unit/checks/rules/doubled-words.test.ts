import { expect, it } from "vitest";
import { found, paragraph, repairedText } from "../../../support/findings";

const rule = "doubledWords";

it.each([
  ["fr", "que les les stations", "les les", "que les stations"],
  ["en", "The the stations", "The the", "The stations"],
  ["en", "by by by a machine", "by by by", "by a machine"],
  ["ru", "что что данные", "что что", "что данные"],
  ["ar", "أن أن البيانات", "أن أن", "أن البيانات"],
])("%s: %s", (language, text, words, after) => {
  expect(found(rule, paragraph(text, language))).toEqual([`check.${rule}: ${words}`]);
  expect(repairedText(rule, text, language)).toBe(after);
});

it.each([
  ["fr", "dont nous nous félicitons"],
  ["en", "given that that station had had none"],
  ["fr", "de temps en temps"],
  ["fr", "UIT-T T"],
  ["fr", "l'eau, eau douce"],
])("%s: leaves %s alone", (language, text) => expect(found(rule, paragraph(text, language))).toEqual([]));
