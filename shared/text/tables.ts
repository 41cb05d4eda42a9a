/**
 * Tables of a flattened text. A converter writes each cell as a paragraph that begins with a tab, further
 * paragraphs of the cell without one, and an empty line after each row. A tab alone is no proof (page headers
 * have them too), so a table is a run of rows under a title line such as `Table 1 – …`, or at least two
 * rows with the same two or more cells. A page break inside a long cell leaves an empty line as well; when
 * the list of the cell goes on behind it, so does the cell.
 */
import type { SourceBlock, SourceCell, SourceParagraph, SourceTable } from "../model/source";
import type { TextLine } from "./notes";

type Paragraph = SourceParagraph & { indent: string; endsWithNote: boolean };

interface Row {
  cells: Paragraph[][];
  /** Index behind the row and the empty lines that end it. */
  next: number;
}

const tableTitle = /^\p{L}+[\s\u00A0]*\d+[\p{L}\d.]*[\s\u00A0]*[–—:-]/u;
const listLabel = /^(?<label>[^\s]{1,7})\t/u;
const longestHeading = 80;

/** Turns lines into paragraphs and tables; empty lines become `spaceBefore` of what follows. */
export function groupTables(lines: readonly TextLine[]): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let at = 0;
  let space = false;
  let previous: Paragraph | null = null;
  // Rows that were read once and are no table are not read again from each of their lines.
  let refused = 0;
  while (at < lines.length) {
    const line = lines[at] as TextLine;
    if (line.inlines.length === 0) {
      space ||= !(previous?.endsWithNote && at > 0 && lines[at - 1]?.inlines.length);
      at++;
      continue;
    }
    const read = at >= refused && line.indent.includes("\t") ? readTable(lines, at, previous) : null;
    if (read?.table) {
      blocks.push(read.table);
      at = read.next;
      previous = null;
    } else {
      refused = read?.next ?? refused;
      previous = paragraph(line, space);
      blocks.push(previous);
      at++;
    }
    space = false;
  }
  return blocks.map(plain);
}

function readTable(
  lines: readonly TextLine[],
  start: number,
  before: Paragraph | null,
): { table: SourceTable | null; next: number } {
  const rows: Row[] = [];
  let at = start;
  while (at < lines.length && lines[at]?.indent.includes("\t") && lines[at]?.inlines.length) {
    const row = readRow(lines, at);
    rows.push(row);
    at = row.next;
  }
  const titled = before !== null && tableTitle.test(textOf(before)) && !isBlank(lines, start - 1);
  const columns = rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
  const regular = rows.length > 1 && columns > 1 && rows.every((row) => row.cells.length === columns);
  if (!titled && !regular) return { table: null, next: at };
  const headed = rows.length > 1 && columns > 1 && isHeading(rows[0] as Row);
  return {
    table: {
      kind: "table",
      rows: rows.map((row, index) => ({
        cells: Array.from({ length: columns }, (_, column) => cell(row.cells[column] ?? [], headed && index === 0)),
        ...(headed && index === 0 ? { header: true } : {}),
      })),
      ...(lines[start] ? { line: lines[start].line } : {}),
    },
    next: at,
  };
}

function readRow(lines: readonly TextLine[], start: number): Row {
  const cells: Paragraph[][] = [];
  let at = start;
  let label = "";
  let space = false;
  while (at < lines.length) {
    const line = lines[at] as TextLine;
    if (line.inlines.length > 0) {
      const current = paragraph(line, space);
      space = false;
      if (line.indent.includes("\t")) cells.push([current]);
      else cells.at(-1)?.push(current);
      label = listLabel.exec(textOf(current))?.groups?.label ?? label;
      at++;
      continue;
    }
    const next = skipBlanks(lines, at);
    const following = lines[next];
    const afterNote = next === at + 1 && cells.at(-1)?.at(-1)?.endsWithNote === true;
    const goesOn =
      following !== undefined && !following.indent.includes("\t") && continuesList(label, textOf(following));
    const sameRow = afterNote && following?.indent.includes("\t") === true;
    if (!goesOn && !sameRow) return { cells, next };
    space = !afterNote;
    at = next;
  }
  return { cells, next: at };
}

/** True when a line carries the label that comes after the last one of the cell. */
function continuesList(last: string, text: string): boolean {
  const label = listLabel.exec(text)?.groups?.label;
  if (last === "" || label === undefined) return false;
  if (/^\d+$/u.test(last)) return label === String(Number(last) + 1);
  // Letters and Roman numerals share their brackets; dashes and bullets repeat.
  return /^\p{L}+\)$/u.test(last) ? /^\p{L}+\)$/u.test(label) : label === last;
}

function isHeading(row: Row): boolean {
  return row.cells.every((paragraphs) => {
    const text = paragraphs.map(textOf).join(" ");
    return paragraphs.length === 1 && text.length <= longestHeading && !/[.;:,。；：，؛،]$/u.test(text);
  });
}

function cell(paragraphs: Paragraph[], header: boolean): SourceCell {
  const blocks: SourceBlock[] = paragraphs.length > 0 ? paragraphs : [{ kind: "paragraph", inlines: [] }];
  return { blocks: blocks.map(plain), ...(header ? { header: true } : {}) };
}

function paragraph(line: TextLine, spaceBefore: boolean): Paragraph {
  const { inlines, indent, endsWithNote } = line;
  return { kind: "paragraph", inlines, line: line.line, indent, endsWithNote, ...(spaceBefore ? { spaceBefore } : {}) };
}

/** Drops what only this module needs. */
function plain(block: SourceBlock): SourceBlock {
  if (block.kind === "table") return block;
  const { indent: _indent, endsWithNote: _endsWithNote, ...paragraphOnly } = block as Paragraph;
  return paragraphOnly;
}

function isBlank(lines: readonly TextLine[], at: number): boolean {
  return lines[at]?.inlines.length === 0;
}

function skipBlanks(lines: readonly TextLine[], from: number): number {
  let at = from;
  while (at < lines.length && isBlank(lines, at)) at++;
  return at;
}

function textOf({ inlines }: Pick<TextLine, "inlines">): string {
  return inlines.map((inline) => (inline.kind === "text" ? inline.text : "")).join("");
}
