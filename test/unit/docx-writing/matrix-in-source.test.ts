/** Every kind of change at every kind of place, written into the base's own file: soundly, proved, the rest untouched. */
import { describe, expect, test } from "vitest";
import { exportDocx } from "../../../shared/docx/export-docx";
import { readXmlPart } from "../../../shared/opc/package";
import { readPackage } from "../../../shared/opc/package-reader";
import { redline } from "../../../shared/redline/redline";
import { changeMatrix } from "../../support/change-matrix";
import { editedSource } from "../../support/edited-source";
import { template } from "../../support/word-export";
import { findingsIn, relationsIn } from "../../support/wordprocessing-rules";

function partOf(bytes: Uint8Array, name: string) {
  const opened = readPackage(bytes);
  const part = opened.ok ? readXmlPart(opened.value, `word/${name}.xml`) : null;
  if (!part?.ok) throw new Error(`no ${name}`);
  return part.value;
}

/** The file parts two tables by an empty paragraph, which the texts of that case do not have. */
const cases = changeMatrix().filter(({ name }) => name !== "table: beside another, text");
const paragraphs = (source: string) => source.match(/<w:p[ >].*?<\/w:p>/gs) ?? [];

describe.each(["tracked", "clean"] as const)("%s", (mode) => {
  test.each(cases)("$name", ({ name, base: from, current: to }) => {
    const { source, base, current } = editedSource(from, to, template);
    const compared = { base, current, redline: redline(base, current) };
    const written = exportDocx({ ...compared, mode, author: "D", date: "2026-11-22T09:00:00Z", template, source });
    if (!written.ok) throw new Error(`${written.error.code} ${JSON.stringify(written.error.values)}`);
    expect(written.messages).toEqual([]);
    const [document, notes, styles] = ["document", "footnotes", "styles"].map((part) => partOf(written.value, part));
    expect([...findingsIn(document!.root), ...findingsIn(notes!.root)]).toEqual([]);
    expect(relationsIn(document!.root, notes!.root, styles!.root)).toEqual([]);
    if (name === "nothing") expect(written.value).toEqual(source);
    // The provisions that nothing happened to.
    const before = paragraphs(partOf(source, "document").source);
    const after = new Set(paragraphs(document!.source));
    const changed = compared.redline.provisions.filter(({ status, moved }) => moved || status !== "unchanged").length;
    // Without a column no row is what it was: all its cells come and go.
    const cells = name === "merged: column suppressed" ? 15 : 0;
    expect(before.filter((paragraph) => !after.has(paragraph)).length).toBeLessThanOrEqual(2 * changed + 1 + cells);
  });
});
