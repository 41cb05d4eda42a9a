import { expect, it } from "vitest";
import { findingsOf } from "../../../support/findings";
import { documentFromText } from "../../../support/read-document";

const rule = "partLabels";
const textWith = (lines: string) =>
  documentFromText(
    `RÉSOLUTION 7 (Ici, 2030)\nTitre\nL'Assemblée mondiale de normalisation des télécommunications (Ici, 2030),\n${lines}`,
  );

it.each([
  ["considérant\n1\tun;\n2\tdeux,\ndécide\n1\tun;\n2\tdeux.", "preamble"],
  ["considérant\na)\tun;\nb)\tdeux,\ndécide\na)\tun;\nb)\tdeux.", "operative"],
])("%s", (lines, which) => {
  expect(findingsOf(rule, textWith(lines))).toMatchObject([{ code: `check.${rule}-${which}`, strength: "suggestion" }]);
});

it("leaves letters below a number alone", () => {
  expect(findingsOf(rule, textWith("décide\n1\tun:\na)\tdeux;\nb)\ttrois;\n2\tquatre."))).toEqual([]);
});
