import { EditorState } from "prosemirror-state";
import { expect, it } from "vitest";
import { lines } from "../../../support/drafting";
import { found, repaired } from "../../../support/findings";
import { resolution } from "../../../support/resolution-builder";

const rule = "labelSequence";
const textWith = (items: string, language = "fr") => resolution(`L'Assemblée,\nconsidérant\n${items}`, language);
const labels = (doc: ReturnType<typeof textWith>) =>
  lines(EditorState.create({ doc }))
    .slice(2)
    .map((line) => line.split("\t")[0]);

it.each([
  ["a gap", "a)\tun;\nc)\tdeux;\nd)\ttrois.", "gap: c)", ["a)", "b)", "c)"]],
  ["a repeat", "1\tun;\n1\tdeux;\n2\ttrois.", "repeat: 1", ["1", "2", "3"]],
  ["a late start", "b)\tun;\nc)\tdeux.", "first: b)", ["a)", "b)"]],
  ["a list below", "a)\tun:\n  i)\tun;\n  iii)\tdeux;\nb)\ttrois.", "gap: iii)", ["a)", "  i)", "  ii)", "b)"]],
])("finds %s and counts the rest again", (_what, items, words, after) => {
  const doc = textWith(items);
  expect(found(rule, doc)).toEqual([`check.${rule}-${words}`]);
  expect(labels(repaired(rule, doc))).toEqual(after);
});

it("counts in the letters of Arabic", () => {
  const doc = textWith("أ )\tأن;\nج)\tأن.", "ar");
  expect(found(rule, doc)).toEqual([`check.${rule}-gap: ج)`]);
  expect(labels(repaired(rule, doc))).toEqual(["أ )", "ب)"]);
});

it.each([
  ["inserted labels", "a)\tun;\nb)\tdeux;\nb)bis\ttrois;\nc)\tquatre."],
  ["i) between h) and j)", [..."abcdefghij"].map((letter) => `${letter})\tun;`).join("\n")],
  ["Roman numerals", "i)\tun;\nii)\tdeux;\niii)\ttrois."],
  ["aa) after z)", [..."abcdefghijklmnopqrstuvwxyz", "aa", "ab"].map((letter) => `${letter})\tun;`).join("\n")],
  ["dashes", "–\tun;\n–\tdeux."],
  ["a list below each item", "a)\tun:\n  i)\tun;\n  ii)\tdeux;\nb)\ttrois:\n  i)\tun;\n  ii)\tdeux."],
])("leaves %s alone", (_what, items) => expect(found(rule, textWith(items))).toEqual([]));
