/** A paragraph that was split or joined is a paragraph mark that came or went, and no words. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readDocx } from "../../../shared/docx/document-reader";
import { exportDocx } from "../../../shared/docx/export-docx";
import { revisionsOf } from "../../../shared/docx/revisions-reader";
import { redline } from "../../../shared/redline/redline";
import { changeMatrix } from "../../support/change-matrix";

const template = new Uint8Array(readFileSync(join(__dirname, "../../../resources/templates/itu.docx")));
const matrix = changeMatrix();

/** Kind, place and words of each tracked change. */
function changesOf(name: string): string[] {
  const { base, current } = matrix.find((change) => change.name === name)!;
  const compared = { base, current, redline: redline(base, current) };
  const written = exportDocx({ ...compared, mode: "tracked", author: "D", date: "2030-01-01T00:00:00Z", template });
  if (!written.ok) throw new Error(written.error.code);
  const file = readDocx(written.value);
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
    ["join: three items", ["deletion paragraphMark", "deletion text b)\t"]],
  ])("%s", (name, expected) => {
    const found = changesOf(name);
    for (const change of expected) expect(found).toContain(change);
  });

  test("a paragraph that was replaced is no part of its neighbour", () => {
    expect(changesOf("replace: before a table")).toContain("insertion text Programme");
  });
});
