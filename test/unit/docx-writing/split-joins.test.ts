/** A paragraph that was split or joined is a paragraph mark that came or went, and no words. */
import { describe, expect, test } from "vitest";
import { readDocx } from "../../../shared/docx/document-reader";
import { revisionsOf } from "../../../shared/docx/revisions-reader";
import { changeMatrix } from "../../support/change-matrix";
import { editedSource } from "../../support/edited-source";
import { exportWord, template } from "../../support/word-export";

const matrix = changeMatrix();

/** Kind, place and words of each tracked change, in the template or in the base's own file. */
function changesOf(name: string, own = false): string[] {
  const pair = matrix.find((change) => change.name === name)!;
  const { base, current, source } = own
    ? editedSource(pair.base, pair.current, template)
    : { ...pair, source: undefined };
  const file = readDocx(exportWord({ base, current, source }).bytes);
  if (!file.ok) throw new Error(file.error.code);
  return revisionsOf(file.value).map(({ kind, of, text }) => `${kind} ${of}${text === "" ? "" : ` ${text}`}`);
}

describe("tracked", () => {
  test.each([
    ["split: before a table", ["insertion paragraphMark"]],
    ["split: last paragraph", ["insertion paragraphMark"]],
    ["split: item", ["insertion paragraphMark", "insertion text b)\t"]],
    ["split: first half shorter", ["insertion paragraphMark", "insertion text b)\t"]],
    ["split: in three", ["insertion paragraphMark", "insertion paragraphMark"]],
    ["split: with a word changed", ["insertion paragraphMark", "insertion text toutes"]],
    ["join: items", ["deletion paragraphMark", "deletion text b)\t", "insertion text  "]],
    ["join: last two paragraphs", ["deletion paragraphMark", "insertion text  "]],
    ["join: three items", ["deletion paragraphMark", "deletion text b)\t", "deletion text c)\t"]],
  ])("%s", (name, expected) => {
    const found = changesOf(name);
    for (const change of expected) expect(found).toContain(change);
  });

  // What is told by marks says no word of what stayed: only labels, and the space between two that became one.
  test.each(
    ["split: in four", "join: four"].flatMap((kind) =>
      ["", " at the end of the document", " at the beginning", " before a table", " in a cell"].map(
        (place) => kind + place,
      ),
    ),
  )("%s: three marks and no word, in the template and in the own file", (name) => {
    const mark = name.startsWith("split") ? "insertion paragraphMark" : "deletion paragraphMark";
    for (const own of [false, true]) {
      const found = changesOf(name, own);
      expect(found.filter((change) => change === mark)).toHaveLength(3);
      expect(found.filter((change) => change !== mark && change.replace(/^\w+ text/, "").trim() !== "")).toEqual([]);
    }
  });

  test("the items after a split or a joined one are relabelled and no more", () => {
    for (const own of [false, true]) {
      const split = changesOf("split: item in three, relabelled after", own);
      expect(split.filter((change) => change === "insertion paragraphMark")).toHaveLength(2);
      expect(split.filter((change) => /text [^)]{4,}/.test(change))).toEqual([]);
      const joined = changesOf("join: two items, relabelled after", own);
      expect(joined.filter((change) => change === "deletion paragraphMark")).toHaveLength(1);
      expect(joined.filter((change) => /text [^)]{4,}/.test(change))).toEqual([]);
    }
  });

  test("a paragraph that was replaced is no part of its neighbour", () => {
    expect(changesOf("replace: before a table")).toContain("insertion text Programme");
  });
});
