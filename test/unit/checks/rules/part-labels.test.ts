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

it("leaves Chinese numerals alone, which count both parts", () => {
  const text = "第7号决议（2030年，日内瓦）\n题名\n理事会，\n考虑到\n一、甲；\n二、乙，\n做出决议\n一、丙；\n二、丁。";
  expect(findingsOf(rule, documentFromText(text))).toEqual([]);
});
