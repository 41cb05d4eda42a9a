/**
 * A table of one side: rows and cells that are part of it, vertical merges turned into row spans
 * (ISO/IEC 29500-1 §17.4.84). Merges go by grid column, so a missing row or cell does not shift them.
 */
import type { SourceBlock, SourceCell, SourceTable } from "../model/source";
import { type BlockRecord, type CellRecord, isOn, type RowRecord, type Side, type TableRecord } from "./records";
import type { BlockContext } from "./side-paragraph";

type Row = SourceTable["rows"][number];

type Blocks = (records: readonly BlockRecord[]) => SourceBlock[];

/** What the shares of the columns add up to: small enough that no width of a file is too large for a draft. */
const wholeWidth = 10_000;

/** Tells whether anything of a table is part of a side. */
export function isTableOn({ rows }: TableRecord, side: Side): boolean {
  return rows.some((row) => isOn(side, row) && row.cells.some((cell) => isOn(side, cell)));
}

/** Makes the table; `blocksOf` makes what its cells hold. */
export function sideTable(table: TableRecord, context: BlockContext, blocksOf: Blocks): SourceTable {
  const { side } = context;
  const rows: Row[] = [];
  /** The cell above, by the grid column it starts in. */
  let above = new Map<number, { cell: SourceCell; span: number }>();
  for (const record of table.rows) {
    const cells = record.cells.filter((cell) => isOn(side, cell));
    if (!isOn(side, record) || cells.length === 0) continue;
    const row: Row = { cells: [] };
    if (record.header) row.header = true;
    if (record.slice !== "") row.slice = record.slice;
    above = readCells(row, record, cells, above, context, blocksOf);
    rows.push(row);
  }
  const made: SourceTable = { kind: "table", rows };
  if (table.slice !== "") made.slice = table.slice;
  if (isGridOf(table, side)) made.columns = sharesOf(table.columns);
  return made;
}

function sharesOf(widths: readonly number[]): number[] {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => Math.max(Math.round((width / whole) * wholeWidth), 1));
}

/** Whether the grid of the file gives each column of this side a width. */
function isGridOf({ columns, rows }: TableRecord, side: Side): boolean {
  let widest = 0;
  for (const { cells, gridBefore } of rows.filter((row) => isOn(side, row))) {
    const own = cells.reduce((sum, cell) => sum + (isOn(side, cell) ? cell.columnSpan : 0), gridBefore);
    widest = Math.max(widest, own);
  }
  return columns.every((width) => width > 0) && columns.length === widest;
}

function readCells(
  row: Row,
  record: RowRecord,
  cells: readonly CellRecord[],
  above: ReadonlyMap<number, { cell: SourceCell; span: number }>,
  context: BlockContext,
  blocksOf: Blocks,
): Map<number, { cell: SourceCell; span: number }> {
  const below = new Map<number, { cell: SourceCell; span: number }>();
  let column = record.gridBefore;
  for (const cell of cells) {
    const merge = context.side === "reject" ? (cell.formerMerge ?? cell.merge) : cell.merge;
    const upper = merge === "continue" ? above.get(column) : undefined;
    if (upper && upper.span === cell.columnSpan) {
      upper.cell.rowSpan = (upper.cell.rowSpan ?? 1) + 1;
      // Word hides what a continued cell holds; here it is added to the cell that shows.
      if (holdsText(cell.blocks, context.side)) upper.cell.blocks.push(...blocksOf(cell.blocks));
      below.set(column, upper);
    } else {
      const made = readCell(cell, record.header, context, blocksOf);
      row.cells.push(made);
      below.set(column, { cell: made, span: cell.columnSpan });
    }
    column += cell.columnSpan;
  }
  return below;
}

function readCell(cell: CellRecord, header: boolean, context: BlockContext, blocksOf: Blocks): SourceCell {
  const blocks: SourceBlock[] = blocksOf(cell.blocks);
  if (blocks.length === 0) {
    const empty = { kind: "paragraph" as const, inlines: [] };
    context.made.push({ paragraph: empty, changes: [], anchors: [] });
    blocks.push(empty);
  }
  const made: SourceCell = { blocks };
  if (cell.columnSpan > 1) made.columnSpan = cell.columnSpan;
  if (header) made.header = true;
  return made;
}

function holdsText(blocks: readonly BlockRecord[], side: Side): boolean {
  return blocks.some((block) =>
    block.kind === "table"
      ? block.rows.some((row) => row.cells.some((cell) => holdsText(cell.blocks, side)))
      : block.pieces.some((piece) => isOn(side, piece)),
  );
}
