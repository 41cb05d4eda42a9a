import { expect, it } from "vitest";
import { found, paragraph, repairedText } from "../../../support/findings";

const rule = "doubleSpaces";

it("finds them and keeps a no-break space", () => {
  expect(found(rule, paragraph("de tenir,  compte"))).toEqual([`check.${rule}:   `]);
  expect(repairedText(rule, "de tenir,  compte")).toBe("de tenir, compte");
  expect(repairedText(rule, "Résolution\u00A0 1")).toBe("Résolution\u00A01");
});

it.each(["à la fin  ", "  au début", "un\ttab", "un\nsaut", "deux\u00A0\u00A0insécables"])("leaves %j alone", (text) =>
  expect(found(rule, paragraph(text))).toEqual([]),
);
