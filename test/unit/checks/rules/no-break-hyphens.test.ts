import { expect, it } from "vitest";
import { findingsOf, paragraph, repairedText } from "../../../support/findings";

const rule = "noBreakHyphens";

it("says once how many there are and changes them all", () => {
  expect(findingsOf(rule, paragraph("UIT-T, UIT‑R, UIT-D"))).toMatchObject([{ values: { count: 2, kept: 1 } }]);
  expect(repairedText(rule, "UIT-T, UIT‑R, UIT-D")).toBe("UIT‑T, UIT‑R, UIT‑D");
});

it.each(["UIT-T et UIT-R", "UIT‑T et UIT‑R", "UIT‑T à plein-temps"])("leaves %s alone", (text) =>
  expect(findingsOf(rule, paragraph(text))).toEqual([]),
);
