/** Which cases of the change matrix are written as moves, and that both readers' answers name them so. */
import { expect, test } from "vitest";
import { readDocx } from "../../../shared/docx/document-reader";
import { exportDocx } from "../../../shared/docx/export-docx";
import { revisionsOf } from "../../../shared/docx/revisions-reader";
import { redline } from "../../../shared/redline/redline";
import { changeMatrix } from "../../support/change-matrix";
import { template } from "../../support/word-export";

const matrix = new Map(changeMatrix().map((each) => [each.name, each]));

/** Paragraphs moved from and moved to, and the words changed in them. */
function movesOf(name: string): { from: number; to: number; words: string[] } {
  const { base, current } = matrix.get(name)!;
  const compared = { base, current, redline: redline(base, current) };
  const written = exportDocx({ ...compared, mode: "tracked", author: "Délégation", date: "2026-11-22", template });
  if (!written.ok) throw new Error(written.error.code);
  const file = readDocx(written.value);
  if (!file.ok) throw new Error(file.error.code);
  const revisions = revisionsOf(file.value);
  const marks = (kind: string) => revisions.filter((each) => each.of === "paragraphMark" && each.kind === kind).length;
  const words = revisions.filter(({ of, kind }) => of === "text" && (kind === "insertion" || kind === "deletion"));
  return { from: marks("moveFrom"), to: marks("moveTo"), words: words.map(({ text }) => text) };
}

test.each([
  ["move: item across sections", 1],
  ["move: section", 3],
  ["move: several at once", 3],
])("%s is written as a pair for each paragraph", (name, count) => {
  expect(movesOf(name)).toEqual({ from: count, to: count, words: [] });
});

test("an edited item has its words deleted at the old place and inserted at the new one, its note once at each", () => {
  const note = "1\tVoir aussi le manuel des opérateurs.";
  expect(movesOf("move: item with a note, edited")).toEqual({
    from: 1,
    to: 1,
    words: ["locaux", "ruraux", note, note],
  });
});

test.each(["move: from before a table", "move: to the end of the document", "move: within a cell"])(
  "%s has no mark of its own at one place, so it is deleted and inserted",
  (name) => {
    expect(movesOf(name)).toMatchObject({ from: 0, to: 0 });
    expect(movesOf(name).words.length).toBeGreaterThanOrEqual(2);
  },
);
