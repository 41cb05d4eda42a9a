/**
 * Tables of the source to tables of the model. A cell may hold a whole extract (number, title, calls,
 * items), so each cell is read like a small document whose blocks stay flat.
 */
import type { BodyBlock, Table } from "../model/document";
import type { SourceBlock, SourceCell, SourceTable } from "../model/source";
import { blockFrom, joinedBlock } from "./blocks";
import { readCall } from "./call";
import { opensSection } from "./call-context";
import { ClauseReader } from "./clause-reader";
import type { FrontRoles } from "./front-roles";
import { endsClause, isAnnexHeading } from "./headings";
import type { LanguageData } from "./languages/language-data";
import { type Line, plainText, readLine } from "./lines";
import { readNumberLine } from "./number-line";
import { paragraphStyle } from "./styles";

/**
 * Reads a table with everything in it; `joinLines` makes one block of a title that a converter broke, `front` tells the
 * lines of a header block that a table lays out.
 */
export function readTable(
  source: SourceTable,
  data: LanguageData,
  joinLines: boolean,
  front: FrontRoles | null,
): Table {
  const heads = headRows(source);
  return {
    type: "table",
    id: "",
    slice: source.slice ?? null,
    columns: source.columns ?? null,
    rows: source.rows.map((row, at) => ({
      type: "table_row" as const,
      id: "",
      slice: row.slice ?? null,
      cells: row.cells.map((cell) => ({
        type: cell.header || row.header || at < heads ? ("table_header" as const) : ("table_cell" as const),
        columnSpan: cell.columnSpan ?? 1,
        rowSpan: cell.rowSpan ?? 1,
        children: readCell(cell, data, joinLines, front),
      })),
    })),
  };
}

/** How many rows at the top are in the style of table heads alone: nobody need mark them as rows to repeat. */
function headRows({ rows }: SourceTable): number {
  const body = rows.findIndex(({ cells }) => {
    const blocks = cells.flatMap((cell) => cell.blocks);
    const texts = blocks.filter((block) => block.kind === "table" || plainText(block.inlines).trim() !== "");
    return (
      texts.length === 0 || texts.some((block) => block.kind === "table" || paragraphStyle(block)?.role !== "tableHead")
    );
  });
  return Math.max(body, 0);
}

function readCell(cell: SourceCell, data: LanguageData, joinLines: boolean, front: FrontRoles | null): BodyBlock[] {
  const blocks: BodyBlock[] = [];
  const clauses = new ClauseReader();
  const entries = cell.blocks.map((block: SourceBlock) =>
    block.kind === "table" ? block : readLine(block, data.language),
  );
  const lineAt = (at: number): Line | null => {
    const entry = entries[at];
    return entry && !("kind" in entry) ? entry : null;
  };
  let called = false;
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at] as Line | SourceTable;
    if ("kind" in entry) {
      blocks.push(readTable(entry, data, joinLines, front));
      continue;
    }
    const call = opensSection(entry, lineAt(at + 1), data, called ? "resolution" : "cell");
    if (call) {
      const part = call.part ?? "operative";
      clauses.beginSection({ part, bare: call.bare }, entry.text);
      blocks.push(blockFrom("call", entry));
      called = true;
    } else if (at === 0 && readNumberLine(entry.text, data)) {
      blocks.push(blockFrom("resolutionNumber", entry));
      const title = titleBelow(entries, data);
      if (joinLines && title.length > 0) blocks.push(joinedBlock("resolutionTitle", title));
      else blocks.push(...title.map((line) => blockFrom("resolutionTitle", line)));
      at += title.length;
    } else if (called && !entry.label && isAnnexHeading(entry.text, data)) {
      clauses.begin();
      blocks.push(blockFrom("annexNumber", entry));
    } else {
      const block = clauses.read(entry, lineAt(at + 1));
      front?.give(block, entry);
      blocks.push(block);
    }
  }
  // The schema wants a paragraph where the source has nothing at all.
  if (blocks.length === 0)
    blocks.push(blockFrom("paragraph", readLine({ kind: "paragraph", inlines: [] }, data.language)));
  return blocks;
}

/** The lines under a number that can only be its title: no label, no end mark, no call. */
function titleBelow(entries: readonly (Line | SourceTable)[], data: LanguageData): Line[] {
  const title: Line[] = [];
  for (const entry of entries.slice(1)) {
    if ("kind" in entry || entry.label || entry.empty || endsClause(entry.text) || readCall(entry.text, data)?.bare)
      break;
    title.push(entry);
  }
  return title;
}
