import { expect, it } from "vitest";
import { found } from "../../../support/findings";
import { documentFromText } from "../../../support/read-document";

const rule = "callOrder";
const textWith = (...calls: string[]) =>
  documentFromText(
    `RÉSOLUTION 7 (Ici, 2030)\nTitre\nL'Assemblée mondiale de normalisation des télécommunications (Ici, 2030),\n${calls
      .map((call) => `${call}\na)\tque un;\nb)\tque deux,`)
      .join("\n")}`,
  );

it("finds a participle behind a verb", () => {
  expect(found(rule, textWith("rappelant", "décide", "considérant"))).toEqual([`check.${rule}: considérant`]);
});

it("leaves any order among the participles alone", () => {
  expect(found(rule, textWith("considérant", "rappelant", "notant", "décide"))).toEqual([]);
});
