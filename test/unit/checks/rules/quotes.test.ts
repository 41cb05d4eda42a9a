import { expect, it } from "vitest";
import { found, paragraph, repairedText } from "../../../support/findings";

const rule = "quotes";

it.each([
  ["fr", 'intitulée "Stations de mesure;', "unpaired", '"'],
  ["en", "the “model agreement", "unpaired", "“"],
  ["zh", "关于共用测量站”的", "unpaired", "”"],
])("%s: %s", (language, text, which, words) => {
  expect(found(rule, paragraph(text, language))).toEqual([`check.${rule}-${which}: ${words}`]);
});

it("writes straight marks where ITU does", () => {
  expect(found(rule, paragraph("intitulée « Stations »"))).toEqual([
    `check.${rule}-angled: « `,
    `check.${rule}-angled:  »`,
  ]);
  expect(repairedText(rule, "intitulée « Stations »")).toBe('intitulée "Stations"');
});

it.each(['dit "oui" et "non"', 'un écran de 15" et "plus"', "the “two” marks"])("leaves %s alone", (text) =>
  expect(found(rule, paragraph(text))).toEqual([]),
);
