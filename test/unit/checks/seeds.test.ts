/** The real documents: what is reported is a slip that a reader of the document can confirm, and nothing else. */
import { describe, expect, it } from "vitest";
import { textOf } from "../../../shared/checks/block-text";
import { check } from "../../../shared/checks/check";
import { blockWith } from "../../support/findings";
import { documentFromText } from "../../support/read-document";
import { haveSeeds, seed, seedsTitle } from "../text/seeds";

function findings(name: string): string[] {
  const doc = documentFromText(new TextDecoder().decode(seed(name)));
  return check(doc).map(({ strength, code, block, from, to }) => {
    return `${strength} ${code}: ${textOf(blockWith(doc, block).node).slice(from, to).replace(/\s+/gu, " ")}`;
  });
}

describe.skipIf(!haveSeeds)(seedsTitle, () => {
  it("001: names whose hyphen a converter lost", () => {
    const names = ["UITR", "UITD", "UITD", "UITT", "ONUHabitat", "UITT", "UITR"];
    expect(findings("001_b7a1e6ef9317d876.txt")).toEqual(names.map((name) => `error check.lostHyphens: ${name}`));
  });

  it("002: two kinds of hyphen and of apostrophe", () => {
    expect(findings("002_9857f300e7591540.txt")).toEqual([
      "suggestion check.noBreakHyphens: -",
      "suggestion check.apostrophes: ’",
    ]);
  });

  it("003: a report with extracts, its four slips and nothing about its extracts", () => {
    expect(findings("003_bdf9f61c0da6bdcb.txt")).toEqual([
      "suggestion check.noBreakHyphens: -",
      "error check.doubledPunctuation: ,,",
      "error check.resolutionReferences-comma: Résolution 196 (Rév. Dubaï 2018)",
      expect.stringContaining("error check.resolutionReferences-bracket: Résolution 64 (Rév. Buenos Aires, 2017"),
      "error check.resolutionReferences-comma: Résolution 196 (Rév. Dubaï 2018)",
    ]);
  });

  it("004: one no-break hyphen among plain ones", () => {
    expect(findings("004_3a52e53b97bdd1bc.txt")).toEqual(["suggestion check.noBreakHyphens: -"]);
  });
});
