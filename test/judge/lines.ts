/**
 * The same lines from two sides: from a document of ours, and from what LibreOffice read. Empty paragraphs do not
 * count; the line that names marker and identifier is the export's own. LibreOffice keeps the typed mark of
 * a note apart from its text, or not, as the case may be: notes are compared without it.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Node } from "prosemirror-model";
import { blocksOf, contentText } from "../../shared/schema/blocks";
import { type JudgedParagraph, judge, judgeForeign, type Verdict } from "./office";

/** The paragraphs of a document: place and text. */
export function linesOfDocument(doc: Node): string[] {
  const lines = blocksOf(doc).map((block) => {
    const text = contentText(block.node).replace(/\[\^([^\]]*)\]/g, "$1");
    if (block.containers.includes("footnotes")) return line("note", text);
    const { label, separator } = block.node.attrs;
    const cell = block.cell;
    const place = cell ? `table ${cell.table + 1} ${String.fromCharCode(65 + cell.cell)}${cell.row + 1}` : "body";
    return line(place, label + separator + text);
  });
  return inOrder(lines);
}

/** The paragraphs that LibreOffice read. */
export function linesOfVerdict(paragraphs: readonly JudgedParagraph[]): string[] {
  const tables: string[] = [];
  const lines = paragraphs
    .filter(({ style }) => style !== "Proposal")
    .map(({ where, text }) => {
      if (where.startsWith("footnote")) return line("note", text.replace(/^\d+/, ""));
      const [, table, cell] = /^body\/(.*)\.([A-Z]+\d+)$/.exec(where) ?? [];
      if (!table) return line(where, text);
      if (!tables.includes(table)) tables.push(table);
      return line(`table ${tables.indexOf(table) + 1} ${cell}`, text);
    });
  return inOrder(lines);
}

/** Judges files that exist in memory only; keys are the caller's names. */
export async function judgeBytes(files: ReadonlyMap<string, Uint8Array>): Promise<Map<string, Verdict>> {
  return inFolder(files, judge);
}

/** The same for other people's files; those that LibreOffice does not open are left out. */
export async function judgeForeignBytes(
  files: ReadonlyMap<string, Uint8Array>,
  fields?: "refreshed",
): Promise<Map<string, Verdict>> {
  const judged = await inFolder(files, (paths) => judgeForeign(paths, fields));
  return new Map([...judged].flatMap(([name, each]): [string, Verdict][] => ("error" in each ? [] : [[name, each]])));
}

async function inFolder<Outcome>(
  files: ReadonlyMap<string, Uint8Array>,
  judged: (paths: string[]) => Promise<Outcome[]>,
): Promise<Map<string, Outcome>> {
  const folder = mkdtempSync(join(tmpdir(), "resdraft-judge-"));
  try {
    const names = [...files.keys()];
    // One name for all: fields can show it.
    const paths = names.map((_, index) => join(folder, String(index), "document.docx"));
    names.forEach((name, index) => {
      mkdirSync(join(folder, String(index)));
      writeFileSync(paths[index]!, files.get(name)!);
    });
    const verdicts = await judged(paths);
    return new Map(names.map((name, index) => [name, verdicts[index]!]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function line(place: string, text: string): string {
  return `${place}: ${text.trim()}`;
}

/** Notes last and sorted: a document keeps them in its own order, LibreOffice in that of their references. */
function inOrder(lines: readonly string[]): string[] {
  const full = lines.filter((text) => !text.endsWith(": "));
  const isNote = (text: string) => text.startsWith("note: ");
  return [...full.filter((text) => !isNote(text)), ...full.filter(isNote).sort()];
}
