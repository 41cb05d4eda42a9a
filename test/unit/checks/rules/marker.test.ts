import { describe, expect, it } from "vitest";
import { redline } from "../../../../shared/redline/redline";
import { findingsOf } from "../../../support/findings";
import { documentFromText } from "../../../support/read-document";

const rule = "marker";
const lines = [
  "RÉSOLUTION 7 (Ici, 2030)",
  "Titre",
  "L'Assemblée mondiale de normalisation des télécommunications (Ici, 2030),",
  "décide",
  "1\tde tenir un registre;",
  "2\tde le publier.",
];
const text = (marker: string, change: (line: string) => string = (line) => line) =>
  documentFromText([`${marker}\tACP/22A12/1`, ...lines.map(change), "Motifs:\tParce que."].join("\n"));
const judge = (marker: string, change?: (line: string) => string) =>
  findingsOf(rule, text(marker, change), redline(text(marker), text(marker, change)));

const reworded = (line: string) => line.replace("registre", "registre public");
const relabelled = (line: string) => line.replace(/^([12])\t/u, "$1bis\t");

describe("marker against marks", () => {
  it.each([
    ["NOC", reworded, "nocChanged", "error", "MOD"],
    ["SUP", reworded, "supChanged", "error", "MOD"],
    ["MOD", undefined, "modUnchanged", "warning", "NOC"],
    ["MOD", relabelled, "editorial", "suggestion", "(MOD)"],
    ["(MOD)", reworded, "notEditorial", "error", "MOD"],
    ["ADD", reworded, "addChanged", "warning", "MOD"],
  ])("%s", (marker, change, which, strength, derived) => {
    expect(judge(marker, change)).toMatchObject([
      { code: `check.${rule}-${which}`, strength, fix: [{ kind: "marker", proposal: 0, marker: derived }] },
    ]);
  });

  it.each([
    ["MOD", reworded],
    ["(MOD)", relabelled],
    ["NOC", undefined],
    ["ADD", undefined],
    ["OTHER", reworded],
  ])("%s may stand", (marker, change) => expect(judge(marker, change)).toEqual([]));

  it("MOD of which nothing is left is SUP", () => {
    const nothing = documentFromText("MOD\tACP/22A12/1\nMotifs:\tParce que.");
    expect(findingsOf(rule, nothing, redline(text("MOD"), nothing))).toMatchObject([
      { code: "check.marker-modSuppressed", strength: "warning", fix: [{ proposal: 0, marker: "SUP" }] },
    ]);
  });

  it("judges each of several proposals by its own text, what is suppressed in it included", () => {
    const second = lines.map((line) =>
      line.replace("7", "8").replace("registre", "compte").replace("publier", "clore"),
    );
    const frame = (marker: string, serial: number) => `${marker}\tACP/22A12/${serial}`;
    const base = documentFromText([...lines, "Motifs:\tA.", frame("MOD", 2), ...second, "Motifs:\tB."].join("\n"));
    const added = second.map((line) => line.replace("8", "9").replace(/compte|clore/u, "nouveau"));
    const without = lines.filter((line) => !line.startsWith("2"));
    const current = documentFromText(
      [
        frame("ADD", 1),
        ...added,
        "Motifs:\tC.",
        frame("NOC", 2),
        ...without,
        "Motifs:\tA.",
        frame("NOC", 3),
        ...second,
        "Motifs:\tB.",
      ].join("\n"),
    );
    const findings = findingsOf(rule, current, redline(base, current));
    expect(findings).toMatchObject([{ code: "check.marker-nocChanged", fix: [{ proposal: 1, marker: "MOD" }] }]);
  });

  it("one of several of which nothing is left is SUP as well", () => {
    const second = lines.map((line) =>
      line.replace("7", "8").replace("registre", "compte").replace("publier", "clore"),
    );
    const frame = (marker: string, serial: number) => `${marker}\tACP/22A12/${serial}`;
    const base = documentFromText([frame("MOD", 1), ...lines, frame("MOD", 2), ...second].join("\n"));
    const reasons = "Motifs:\tParce que.";
    const left = [frame("MOD", 1), reasons, frame("NOC", 2), ...second, reasons];
    const current = documentFromText(left.join("\n"));
    expect(findingsOf(rule, current, redline(base, current))).toMatchObject([
      { code: "check.marker-modSuppressed", fix: [{ proposal: 0, marker: "SUP" }] },
    ]);
  });

  it("says nothing without a base to compare with", () => {
    expect(findingsOf(rule, text("MOD"))).toEqual([]);
  });
});
