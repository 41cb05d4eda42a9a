/**
 * A merged table to `w:tbl`: bordered, as wide as the text, columns in the proportions of the text or of what they hold.
 * A row of one text only is tracked as a row and its paragraphs with it (ECMA-376 Part 1 §17.13.5.16,
 * §17.13.5.12). Cells that span rows are continued by empty cells, as Word has them.
 */
import type { Node } from "prosemirror-model";
import { element, type XmlElement } from "../xml/element";
import type { BodyItem } from "./body-item";
import type { MergedCell, MergedRow, MergedTable } from "./merged-items";
import { type GridSlot, gridOf } from "./table-flow";
import type { WriterContext } from "./writer-context";

/** A row with more characters may be broken by the end of a page. */
const longestUnbroken = 800;

type WriteBody = (items: readonly BodyItem[], context: WriterContext, alone: boolean) => XmlElement[];

/** Writes a table; its cells are written by `writeBody`. */
export function writeTable(table: MergedTable, context: WriterContext, writeBody: WriteBody): XmlElement {
  const widths = columnWidths(table, slotFinder(), context.textWidth);
  const style = context.styles.table(["Table Grid"]);
  const properties = [
    ...(style ? [element("w:tblStyle", { "w:val": style })] : []),
    ...(context.rightToLeft ? [element("w:bidiVisual")] : []),
    element("w:tblW", { "w:w": String(sum(widths)), "w:type": "dxa" }),
    element("w:jc", { "w:val": "center" }),
    ...(style ? [] : [tableBorders()]),
    element("w:tblLayout", { "w:type": "fixed" }),
  ];
  const columns = widths.map((width) => element("w:gridCol", { "w:w": String(width) }));
  return element("w:tbl", {}, [
    element("w:tblPr", {}, properties),
    element("w:tblGrid", {}, columns),
    ...writeRows(table.rows, widths, context, writeBody),
  ]);
}

/** Writes rows for a table with these column widths. */
export function writeRows(
  rows: readonly MergedRow[],
  widths: readonly number[],
  context: WriterContext,
  writeBody: WriteBody,
): XmlElement[] {
  const slotsOf = slotFinder();
  let heading = true;
  return rows.map((row) => {
    heading &&= isHeading(row);
    return writeRow(row, slotsOf(row), widths, heading, context, writeBody);
  });
}

/** Finds the grid positions of a row in the table that it stands in. */
function slotFinder(): (row: MergedRow) => GridSlot[] {
  const grids = new Map<Node, GridSlot[][]>();
  return (row) => {
    const { table, index } = (row.after ?? row.before)!;
    const grid = grids.get(table) ?? gridOf(table);
    grids.set(table, grid);
    return grid[index]!;
  };
}

function writeRow(
  row: MergedRow,
  slots: readonly GridSlot[],
  widths: readonly number[],
  heading: boolean,
  context: WriterContext,
  writeBody: WriteBody,
): XmlElement {
  const tracked = context.showing === "tracked" && (row.presence === "base" || row.presence === "current");
  const properties = textLength(row) < longestUnbroken ? [element("w:cantSplit")] : [];
  if (heading) properties.push(element("w:tblHeader"));
  if (tracked) {
    const kind = row.presence === "base" ? "deleted" : "inserted";
    const revision = context.revisions.revision(kind, firstProvision(row.cells));
    properties.push(element(kind === "deleted" ? "w:del" : "w:ins", context.revisions.attributes(revision)));
  }
  const cells = slots.map((slot) => {
    const width = sum(widths.slice(slot.column, slot.column + slot.span));
    const cell = [element("w:tcW", { "w:w": String(width), "w:type": "dxa" })];
    if (slot.span > 1) cell.push(element("w:gridSpan", { "w:val": String(slot.span) }));
    if (slot.cell < 0) cell.push(element("w:vMerge"));
    else if (slot.rows > 1) cell.push(element("w:vMerge", { "w:val": "restart" }));
    const content = slot.cell < 0 ? [] : row.cells[slot.cell]!.items;
    return element("w:tc", {}, [element("w:tcPr", {}, cell), ...writeBody(content, context, tracked)]);
  });
  return element("w:tr", {}, [...(properties.length > 0 ? [element("w:trPr", {}, properties)] : []), ...cells]);
}

function isHeading(row: MergedRow): boolean {
  return row.cells.every((cell) => (cell.after ?? cell.before)!.type.name === "table_header");
}

function textLength(row: MergedRow): number {
  return Math.max(...row.cells.map((cell) => (cell.after ?? cell.before)!.textContent.length));
}

function firstProvision(cells: readonly MergedCell[]) {
  for (const item of cells.flatMap((cell) => cell.items)) {
    if (item.kind === "paragraph" && item.provision) return item.provision;
  }
  return null;
}

/**
 * Shares the width among the columns, as the table says; where it says nothing wide texts get more, but every column
 * keeps a readable share.
 */
function columnWidths(table: MergedTable, slotsOf: (row: MergedRow) => GridSlot[], width: number): number[] {
  const weights: number[] = [];
  for (const row of table.rows) {
    for (const slot of slotsOf(row)) {
      while (weights.length < slot.column + slot.span) weights.push(1);
      if (slot.span > 1 || slot.cell < 0) continue;
      const cell = row.cells[slot.cell]!;
      const text = (cell.after ?? cell.before)!.textContent.length;
      weights[slot.column] = Math.max(weights[slot.column]!, Math.sqrt(Math.min(text, 1600)));
    }
  }
  const least = Math.max(...weights) / 4;
  const place = table.rows[0]?.after ?? table.rows[0]?.before;
  const own: number[] | null = place?.table.attrs.columns ?? null;
  const shares = own?.length === weights.length ? own : weights.map((weight) => Math.max(weight, least));
  const total = sum(shares);
  const widths = shares.map((share) => Math.floor((share / total) * width));
  if (widths.length > 0) widths[widths.length - 1]! += width - sum(widths);
  return widths;
}

/** Thin lines around every cell, for a template without a style of tables. */
export function tableBorders(): XmlElement {
  const sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
  const line = { "w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "auto" };
  return element(
    "w:tblBorders",
    {},
    sides.map((side) => element(`w:${side}`, line)),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
