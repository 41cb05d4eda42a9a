import { expect, it } from "vitest";
import { textOf } from "../../../../shared/checks/block-text";
import { check } from "../../../../shared/checks/check";
import { readKnownResolutions } from "../../../../shared/resolution/known-resolutions";
import { found, repaired } from "../../../support/findings";
import { resolution } from "../../../support/resolution-builder";

const rule = "citedRevisions";
const adopted = (year: number, cited: string) =>
  resolution(
    `L'Assemblée mondiale de normalisation des télécommunications (Genève, ${year}),\nrappelant\na)\tla ${cited}.`,
  );

it("names the revision in force before the conference, and puts it in", () => {
  const doc = adopted(2024, "Résolution 71 (Busan, 2014)");
  expect(found(rule, doc)).toEqual([`check.${rule}: Résolution 71 (Busan, 2014)`]);
  const texts: string[] = [];
  repaired(rule, doc).descendants((node) => {
    if (node.isTextblock) texts.push(textOf(node));
    return !node.isTextblock;
  });
  expect(texts.at(-1)).toBe("la Résolution 71 (Rév. Bucarest, 2022).");
});

it("a text of its time is left alone", () => {
  expect(found(rule, adopted(2018, "Résolution 71 (Rév. Busan, 2014)"))).toEqual([]);
  expect(found(rule, adopted(2024, "Résolution 71 (Rév. Bucarest, 2022)"))).toEqual([]);
});

it("believes the user's table", () => {
  const doc = adopted(2024, "Résolution 4711 (Rév. Busan, 2014)");
  const { known } = readKnownResolutions("PP 4711 Bucharest 2022");
  expect(check(doc, null, { known }).map(({ rule: each }) => each)).toContain(rule);
  expect(found(rule, doc)).toEqual([]);
});
