/**
 * The change matrix before LibreOffice: whoever accepts every change of an export has the current text, whoever
 * rejects them has the base, paragraph by paragraph and cell by cell; written into the template, and into the file that
 * the base came from.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { exportDocx } from "../../shared/docx/export-docx";
import { redline } from "../../shared/redline/redline";
import { changeMatrix } from "../support/change-matrix";
import { editedSource } from "../support/edited-source";
import { judgeBytes, linesOfDocument, linesOfVerdict } from "./lines";
import type { Verdict } from "./office";

const template = new Uint8Array(readFileSync(join(__dirname, "../../resources/templates/itu.docx")));
const matrix = changeMatrix();
let verdicts: Map<string, Verdict>;
/** What is not judged in the own file, and why; our reader proves all but the first. */
const unjudged: Record<string, string> = {
  "table: beside another, text": "the file parts two tables by an empty paragraph, which the texts do not have",
  "note: item with reference added":
    "LibreOffice counts on notes whose numbers follow the references; a note that is new before an old one, which keeps its number, leaves the old one empty there when all is rejected",
};
const edited = matrix
  .filter(({ name }) => !(name in unjudged))
  .map(({ name, base, current }) => ({ name, ...editedSource(base, current, template) }));

beforeAll(async () => {
  const files = new Map(
    matrix.map(({ name, base, current }) => {
      const written = exportDocx({
        base,
        current,
        redline: redline(base, current),
        mode: "tracked",
        author: "Délégation",
        date: "2026-11-22T09:00:00Z",
        template,
      });
      if (!written.ok) throw new Error(`${name}: ${written.error.code}`);
      return [name, written.value];
    }),
  );
  for (const { name, base, current, source } of edited) {
    const compared = { base, current, redline: redline(base, current) };
    const by = { author: "Délégation", date: "2026-11-22T09:00:00Z" };
    const written = exportDocx({ ...compared, mode: "tracked", ...by, template, source });
    if (!written.ok || written.messages.length > 0) throw new Error(`${name}: not in its own file`);
    files.set(`own ${name}`, written.value);
  }
  verdicts = await judgeBytes(files);
}, 900_000);

describe("LibreOffice finds both texts in the base's own file after", () => {
  test.each(edited)("$name", ({ name, base, current }) => {
    const verdict = verdicts.get(`own ${name}`)!;
    expect({
      rejected: linesOfVerdict(verdict.rejected),
      accepted: linesOfVerdict(verdict.accepted),
    }).toEqual({ rejected: linesOfDocument(base), accepted: linesOfDocument(current) });
  });
});

describe("LibreOffice finds both texts in", () => {
  test.each(matrix)("$name", ({ name, base, current }) => {
    const verdict = verdicts.get(name)!;
    expect({
      rejected: linesOfVerdict(verdict.rejected),
      accepted: linesOfVerdict(verdict.accepted),
    }).toEqual({ rejected: linesOfDocument(base), accepted: linesOfDocument(current) });
    expect(verdict.changes.length > 0).toBe(name !== "nothing");
    expect(new Set(verdict.changes.map(({ author }) => author)).size).toBeLessThanOrEqual(1);
  });
});
