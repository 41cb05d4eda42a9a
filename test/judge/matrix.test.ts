/**
 * The change matrix before LibreOffice: whoever accepts every change of an export has the current text, whoever
 * rejects them has the base, paragraph by paragraph and cell by cell; written into the template, and into the file that
 * the base came from.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Node } from "prosemirror-model";
import { beforeAll, describe, expect, test } from "vitest";
import { exportDocx } from "../../shared/docx/export-docx";
import { openBase } from "../../shared/draft/open";
import { redline } from "../../shared/redline/redline";
import { changeMatrix } from "../support/change-matrix";
import { editedSource } from "../support/edited-source";
import { rewritten } from "./blind-spots";
import { judgeBytes, linesOfDocument, linesOfVerdict } from "./lines";
import { marksBesideNotes } from "./mark-blind-spots";
import type { Verdict } from "./office";

const template = new Uint8Array(readFileSync(join(__dirname, "../../resources/templates/itu.docx")));
const matrix = changeMatrix();
const files = new Map<string, Uint8Array>();
let verdicts: Map<string, Verdict>;
/** What is not judged in the own file, and why; our reader proves it. */
const unjudged: Record<string, string> = {
  "table: beside another, text": "the file parts two tables by an empty paragraph, which the texts do not have",
};
/** Where LibreOffice forgets a mark; the file as it takes it says what it must find. */
const forgotten = new Set(["join: three items", "note: item split behind it", "counted note: item split behind it"]);
/** Where LibreOffice sees no change at all. */
const unseen = new Set(["nothing", "note: item split behind it", "counted note: item split behind it"]);
const edited = matrix
  .filter(({ name }) => !(name in unjudged))
  .map(({ name, base, current }) => ({ name, ...editedSource(base, current, template) }));

beforeAll(async () => {
  const by = { author: "Délégation", date: "2026-11-22T09:00:00Z" };
  for (const { name, base, current } of matrix) {
    const compared = { base, current, redline: redline(base, current) };
    const written = exportDocx({ ...compared, mode: "tracked", ...by, template });
    if (!written.ok) throw new Error(`${name}: ${written.error.code}`);
    files.set(name, written.value);
  }
  for (const { name, base, current, source } of edited) {
    const compared = { base, current, redline: redline(base, current) };
    const written = exportDocx({ ...compared, mode: "tracked", ...by, template, source });
    if (!written.ok || written.messages.length > 0) throw new Error(`${name}: not in its own file`);
    files.set(`own ${name}`, written.value);
  }
  verdicts = await judgeBytes(files);
}, 1_800_000);

/** What LibreOffice must find: both texts, or what it makes of a file of which it forgets a mark. */
function expected(file: string, name: string, base: Node, current: Node) {
  if (!forgotten.has(name)) {
    return { rejected: placed(linesOfDocument(base), name), accepted: placed(linesOfDocument(current), name) };
  }
  const taken = rewritten(files.get(file)!, [marksBesideNotes]);
  const opened = openBase(taken, "taken.docx", { language: base.attrs.language });
  if (!opened.ok) throw new Error(opened.error.code);
  return {
    rejected: linesOfDocument(opened.value.doc),
    accepted: linesOfDocument(opened.value.current ?? opened.value.doc),
  };
}

function found(file: string, name: string) {
  const { rejected, accepted } = verdicts.get(file)!;
  return { rejected: placed(linesOfVerdict(rejected), name), accepted: placed(linesOfVerdict(accepted), name) };
}

/** LibreOffice names wide, tall and inner cells in a way of its own: of these the order is compared, and that they are cells. */
function placed(lines: string[], name: string): string[] {
  if (!/^(merged|nested)/.test(name)) return lines;
  return lines.map((line) => line.replace(/^(?:table |body\/).*?\w\d+: /, "cell: "));
}

describe("LibreOffice finds both texts in the base's own file after", () => {
  test.each(edited)("$name", ({ name, base, current }) => {
    expect(found(`own ${name}`, name)).toEqual(expected(`own ${name}`, name, base, current));
  });
});

describe("LibreOffice finds both texts in", () => {
  test.each(matrix)("$name", ({ name, base, current }) => {
    expect(found(name, name)).toEqual(expected(name, name, base, current));
    const { changes } = verdicts.get(name)!;
    expect(changes.length > 0).toBe(!unseen.has(name));
    expect(new Set(changes.map(({ author }) => author)).size).toBeLessThanOrEqual(1);
  });
});
