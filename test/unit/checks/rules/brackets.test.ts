import { expect, it } from "vitest";
import { found, paragraph } from "../../../support/findings";

const rule = "brackets";

it.each([
  ["fr", "de l'UIT (UIT-D, définis", "("],
  ["fr", "de l'UIT UIT-D), définis", ")"],
  ["zh", "全会（2030年", "（"],
])("%s: %s", (language, text, words) => {
  expect(found(rule, paragraph(text, language))).toEqual([`check.${rule}: ${words}`]);
});

it.each([
  "les points a), b) et c) ci-dessus",
  "(voir le point a) ci-dessus)",
  "aux alinéas bbis) et ii)",
  "les technologies (TIC) et (les autres (UIT-D))",
  "(a) puis (ii)",
  "le point 1) et b)bis",
])("leaves %s alone", (text) => expect(found(rule, paragraph(text))).toEqual([]));

it("leaves a Chinese reference in brackets alone", () => {
  expect(found(rule, paragraph("研究各项问题（见考虑到s)）；", "zh"))).toEqual([]);
  expect(found(rule, paragraph("世界电信标准化全会（WTSA）和（附件a）", "zh"))).toEqual([]);
});

it("leaves a reference without closing bracket to its own rule", () => {
  expect(found(rule, paragraph("la Résolution 64 (Rév. Buenos Aires, 2017 de la Conférence (CMDT)"))).toEqual([]);
});
