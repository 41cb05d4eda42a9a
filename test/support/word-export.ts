/**
 * A Word file opened as a base, an edit of it written back, and a part of what was written as text. What is refused on
 * the way fails the test.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { Node } from "prosemirror-model";
import { type ExportInput, exportDocx } from "../../shared/docx/export-docx";
import { openBase } from "../../shared/draft/open";
import { redline } from "../../shared/redline/redline";

/** The program's own Word template. Bundled or not, the runner starts in the project's folder. */
export const template: Uint8Array = new Uint8Array(readFileSync(join(process.cwd(), "resources/templates/itu.docx")));

/** Both texts of a Word file; without tracked changes they are one. */
export function openWord(source: Uint8Array): { source: Uint8Array; base: Node; current: Node } {
  const opened = openBase(source, "base.docx");
  if (!opened.ok) throw new Error(opened.error.code);
  const { doc: base, current } = opened.value;
  return { source, base, current: current ?? base };
}

type Texts = Pick<ExportInput, "base" | "current"> & Partial<ExportInput>;

/** Writes an edit, tracked where nothing else is asked for; with the codes of what there is to say about it. */
export function exportWord(texts: Texts): { bytes: Uint8Array; messages: string[] } {
  const { base, current } = texts;
  const by = { author: "A", date: "2030-01-01T00:00:00Z" };
  const written = exportDocx({ mode: "tracked", ...by, template, redline: redline(base, current), ...texts });
  if (!written.ok) throw new Error(`${written.error.code} ${JSON.stringify(written.error.values)}`);
  return { bytes: written.value, messages: written.messages.map(({ code }) => code) };
}

/** The text of a part of a package, of its body where none is named. */
export function xmlOf(bytes: Uint8Array, part = "word/document.xml"): string {
  return strFromU8(unzipSync(bytes)[part] ?? new Uint8Array());
}
