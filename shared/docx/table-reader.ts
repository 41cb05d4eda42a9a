/**
 * Tables (ISO/IEC 29500-1 §17.4): rows and cells with their spans, through content controls and custom
 * XML, and the revisions of rows and cells (§17.13.5.4–6, §17.13.5.16–19). A tracked row or cell hands
 * its revision on to everything inside it.
 */
import { child, childElements, type XmlElement } from "../xml/element";
import { childValue, isOnProperty, twips, wholeNumber } from "./attributes";
import type { PartReader } from "./part-reader";
import type { BlockRecord, CellMerge, CellRecord, RowRecord, TableRecord, Tracked } from "./records";
import { trackedBy, trackedWithin } from "./revision-marks";
import { transparentContent } from "./transparent";

const mostColumns = 1024;

/** Reads a table that stands inside some revisions. */
export function readTable(table: XmlElement, reader: PartReader, outer: Tracked): TableRecord {
  const slice = reader.slice("t", table);
  const rows = contentsOf(table, "w:tr", outer).map(([row, tracked]) => readRow(row, reader, tracked));
  return { kind: "table", slice, columns: readColumns(table), rows };
}

/** The widths of the grid (`w:gridCol`, §17.4.16); zero for one that says none. */
function readColumns(table: XmlElement): number[] {
  const columns = childElements(child(table, "w:tblGrid"), "w:gridCol").slice(0, mostColumns);
  return columns.map(({ attributes }) => Math.max(twips(attributes["w:w"]) ?? 0, 0));
}

function readRow(row: XmlElement, reader: PartReader, outer: Tracked): RowRecord {
  const properties = child(row, "w:trPr");
  const tracked = trackedBy(properties, outer, "w:ins", "w:del");
  return {
    slice: reader.slice("r", row),
    header: isOnProperty(properties, "w:tblHeader") ?? false,
    gridBefore: count(childValue(properties, "w:gridBefore"), 0),
    cells: joined(contentsOf(row, "w:tc", tracked).map(([cell, state]) => readCell(cell, reader, state))),
    ...tracked,
  };
}

/** Cells that an old form of merging (`w:hMerge`, §17.4.22) makes one: the first spans the columns of those after it. */
function joined(cells: readonly (CellRecord & { continues: boolean })[]): CellRecord[] {
  const made: CellRecord[] = [];
  for (const { continues, ...cell } of cells) {
    const last = made.at(-1);
    if (!continues || !last) {
      made.push(cell);
      continue;
    }
    last.columnSpan = Math.min(last.columnSpan + cell.columnSpan, mostColumns);
    // Word hides what a continued cell holds; here it is added to the cell that shows.
    last.blocks = [...last.blocks, ...cell.blocks.filter(holdsText)];
  }
  return made;
}

function holdsText(block: BlockRecord): boolean {
  return block.kind === "table" || block.pieces.some(({ content }) => content.kind !== "text" || content.text !== "");
}

function readCell(cell: XmlElement, reader: PartReader, outer: Tracked): CellRecord & { continues: boolean } {
  const properties = child(cell, "w:tcPr");
  const tracked = trackedBy(properties, outer, "w:cellIns", "w:cellDel");
  const across = child(properties, "w:hMerge");
  const record: CellRecord & { continues: boolean } = {
    continues: across !== undefined && across.attributes["w:val"] !== "restart",
    columnSpan: count(childValue(properties, "w:gridSpan"), 1),
    merge: readMerge(properties),
    blocks: reader.readBlocks(cell, tracked),
    ...tracked,
  };
  const change = child(properties, "w:cellMerge");
  if (change) {
    record.merge = trackedMerge(change.attributes["w:vMerge"]);
    record.formerMerge = trackedMerge(change.attributes["w:vMergeOrig"]);
  }
  return record;
}

function readMerge(properties: XmlElement | undefined): CellMerge {
  const merge = child(properties, "w:vMerge");
  if (!merge) return "none";
  return merge.attributes["w:val"] === "restart" ? "restart" : "continue";
}

function trackedMerge(value: string | undefined): CellMerge {
  return value === "cont" ? "continue" : value === "rest" ? "restart" : "none";
}

function count(value: string | undefined, least: number): number {
  return Math.min(Math.max(wholeNumber(value) ?? least, least), mostColumns);
}

/** Rows of a table or cells of a row, through wrappers. */
function contentsOf(parent: XmlElement, name: string, outer: Tracked): [XmlElement, Tracked][] {
  return parent.children.flatMap((node): [XmlElement, Tracked][] => {
    if (typeof node === "string") return [];
    if (node.name === name) return [[node, outer]];
    if (/^w:(?:ins|del|moveTo|moveFrom)$/.test(node.name)) return contentsOf(node, name, trackedWithin(outer, node));
    const content = transparentContent(node);
    return content ? contentsOf(content, name, outer) : [];
  });
}
