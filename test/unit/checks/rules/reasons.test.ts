import { expect, it } from "vitest";
import { findingsOf } from "../../../support/findings";
import { documentFromText } from "../../../support/read-document";

const rule = "reasons";
const text = (first: string, last: string) =>
  documentFromText([first, "RÉSOLUTION 7 (Ici, 2030)", "Titre", last].filter(Boolean).join("\n"));

it.each([
  ["MOD\tACP/22A12/1", "warning"],
  ["SUP\tACP/22A12/1", "warning"],
  ["NOC\tACP/22A12/1", "suggestion"],
])("%s without reasons", (marker, strength) => {
  expect(findingsOf(rule, text(marker, ""))).toMatchObject([{ strength }]);
});

it.each([
  ["MOD\tACP/22A12/1", "Motifs:\tParce que."],
  ["", ""],
])("%s %s may stand", (marker, last) => expect(findingsOf(rule, text(marker, last))).toEqual([]));
