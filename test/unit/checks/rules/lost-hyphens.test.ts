import { expect, it } from "vitest";
import { found, paragraph, repairedText } from "../../../support/findings";

const rule = "lostHyphens";

it.each([
  ["fr", "la Résolution UITR 66 et l'UITT", ["UITR", "UITT"], "la Résolution UIT‑R 66 et l'UIT‑T"],
  ["fr", "(ONUHabitat)", ["ONUHabitat"], "(ONU‑Habitat)"],
  ["en", "ITUD", ["ITUD"], "ITU‑D"],
  ["ru", "МСЭT и МСЭТ", ["МСЭT", "МСЭТ"], "МСЭ‑T и МСЭ‑Т"],
])("%s: %s", (language, text, words, after) => {
  expect(found(rule, paragraph(text, language))).toEqual(words.map((word) => `check.${rule}: ${word}`));
  expect(repairedText(rule, text, language)).toBe(after);
});

it.each(["UIT-T et UIT‑R", "UIT", "UITTRA"])("leaves %s alone", (text) =>
  expect(found(rule, paragraph(text))).toEqual([]),
);
