import { expect, it } from "vitest";
import { found } from "../../../support/findings";
import { documentFromText } from "../../../support/read-document";

const rule = "newNumber";
const codes = (marker: string, number: string) =>
  found(rule, documentFromText(`${marker}\tACP/22A12/1\n${number}\nTitre\nMotifs:\tParce que.`)).map(
    (words) => words.split(": ")[0],
  );

it.each([
  ["ADD", "PROJET DE NOUVELLE RÉSOLUTION", "placeholder"],
  ["ADD", "RÉSOLUTION 7 (Ici, 2030)", "numbered"],
  ["MOD", "PROJET DE NOUVELLE RÉSOLUTION [ACP-2]", "draft"],
])("%s %s", (marker, number, which) => expect(codes(marker, number)).toEqual([`check.${rule}-${which}`]));

it.each([
  ["ADD", "PROJET DE NOUVELLE RÉSOLUTION [ACP-2]"],
  ["MOD", "RÉSOLUTION 7 (Rév. Ici, 2030)"],
  ["SUP", "RÉSOLUTION 7 (Ici, 2030)"],
])("%s %s may stand", (marker, number) => expect(codes(marker, number)).toEqual([]));
