/**
 * The changes of a table as edits to the rows that the file has: a row that both texts have as the file has it keeps its
 * bytes, one of which the file has a row is patched cell by cell and its own mark set (ISO/IEC 29500-1 §17.13.5.16, 12),
 * any other is written between them.
 */
import type { Node } from "prosemirror-model";
import { longestIncreasing } from "../redline/longest-increasing";
import { childElements, element, isElement, type XmlElement } from "../xml/element";
import { writeXml } from "../xml/writer";
import { writeBody } from "./body-writer";
import { saysTheSame } from "./file-texts";
import { mergeTables } from "./merged-body";
import type { MergedRow } from "./merged-items";
import type { BlockRecord, CellRecord, RowRecord, Side, TableRecord } from "./records";
import type { StoryPatcher } from "./source-story";
import type { Gap } from "./story-gaps";
import { type FlowItem, type FlowRow, type FlowTable, gridSignatures } from "./table-flow";
import { writeRows } from "./table-writer";
import { findSlice, type Slice } from "./word-file";
import type { WriterContext } from "./writer-context";

interface PlacedRow {
  record: RowRecord;
  before: number;
  after: number;
  kept: boolean;
}

/** What each row of the file has in its grid, by its place in the file. */
type Grids = Record<Side, ReadonlyMap<string, string>>;

type Mark = "w:ins" | "w:del" | null;

/** Patches the table of a unit to what both texts have of it. */
export function patchTable(
  table: TableRecord,
  slice: Slice,
  gap: Gap,
  patcher: StoryPatcher,
  context: WriterContext,
): void {
  const before = flowTable(gap.before, table.slice);
  const after = flowTable(gap.after, table.slice);
  const { accept, reject } = patcher.input.texts;
  const grids = {
    accept: gridsByRow(accept.nodes.get(table.slice)),
    reject: gridsByRow(reject.nodes.get(table.slice)),
  };
  const placed = placeRows(table, before, after, patcher, grids);
  const firstRow = table.rows.flatMap((row) => findSlice(patcher.input.file, row.slice) ?? [])[0];
  let place = firstRow?.start ?? slice.end;
  let [b, c, next] = [0, 0, 0];
  const stops = placed.flatMap((row, index) => (row.kept ? [{ row, index }] : []));
  for (const { row, index } of [...stops, { row: null, index: placed.length }]) {
    const toB = row ? (row.before >= 0 ? row.before : reached(index, "before", b)) : (before?.rows.length ?? 0);
    const toC = row ? (row.after >= 0 ? row.after : reached(index, "after", c)) : (after?.rows.length ?? 0);
    writeGap(before?.rows.slice(b, toB) ?? [], after?.rows.slice(c, toC) ?? [], placed.slice(next, index));
    b = row && row.before >= 0 ? row.before + 1 : toB;
    c = row && row.after >= 0 ? row.after + 1 : toC;
    next = index + 1;
    if (row) place = findSlice(patcher.input.file, row.record.slice)?.end ?? place;
  }

  /** What a text has of the rows before one that it lacks. */
  function reached(index: number, side: "before" | "after", least: number): number {
    const limit =
      placed.find((row, at) => at > index && row.kept && row[side] >= 0)?.[side] ?? Number.POSITIVE_INFINITY;
    return Math.min(Math.max(least, ...placed.slice(0, index).map((row) => row[side] + 1)), limit);
  }

  function writeGap(rowsBefore: readonly FlowRow[], rowsAfter: readonly FlowRow[], own: readonly PlacedRow[]): void {
    const one: FlowTable = { kind: "table", node: (before ?? after)!.node, rows: [...rowsBefore] };
    const two: FlowTable = { kind: "table", node: (after ?? before)!.node, rows: [...rowsAfter] };
    const merged = mergeTables(one, two, patcher.input.pairing).rows;
    let done = -1;
    for (const row of merged) {
      const at = own.findIndex(({ record }, index) => index > done && isOf(record, row));
      const record = own[at]?.record;
      const found = record && findSlice(patcher.input.file, record.slice);
      if (record && found && isRegular(record, row) && hasFormerGrid(record, row)) {
        for (const left of own.slice(done + 1, at)) remove(left.record);
        done = at;
        place = found.end;
        patchRow(record, found, row);
      } else {
        const text = patcher.textOf(writeRows([row], table.columns, context, writeBody), slice.part);
        patcher.add(slice.part, { start: place, end: place, text });
      }
    }
    for (const left of own.slice(done + 1)) remove(left.record);
  }

  /** Whether a row that says something else than in the file still has the cells that it has there. */
  function hasFormerGrid({ slice: own }: RowRecord, row: MergedRow): boolean {
    const texts = [
      [row.before, before, "reject"],
      [row.after, after, "accept"],
    ] as const;
    return texts.every(([place, of, side]) => {
      const former = grids[patcher.input.only ?? side].get(own);
      if (!place || !of || former === undefined) return true;
      return of.rows.find(({ index }) => index === place.index)?.grid === former;
    });
  }

  function remove(record: RowRecord): void {
    const found = findSlice(patcher.input.file, record.slice);
    if (!found) return;
    patcher.add(found.part, { start: found.start, end: found.end, text: "" });
    place = found.end;
  }

  function patchRow(record: RowRecord, found: Slice, row: MergedRow): void {
    const { presence } = row;
    const alone = presence === "base" || presence === "current";
    const tracked = context.showing === "tracked" && alone;
    const mark = tracked ? (presence === "base" ? "w:del" : "w:ins") : null;
    markRow(found, mark, patcher, context);
    const cells = showingCells(table, table.rows.indexOf(record));
    const flow = (place: MergedRow["before"], of: FlowTable | null) =>
      place && of ? (of.rows.find(({ index }) => index === place.index)?.cells ?? []) : [];
    const [cellsBefore, cellsAfter] = [flow(row.before, before), flow(row.after, after)];
    cells.forEach(({ records, start }, index) => {
      if (start === undefined) return;
      const story = {
        records,
        before: cellsBefore[index]?.items ?? [],
        after: cellsAfter[index]?.items ?? [],
        part: found.part,
        start,
        end: alone ? ("table" as const) : ("end" as const),
      };
      patcher.write(patcher.plan(story), context);
    });
  }

  /** The cells that show, with what they hold and where that begins; a continued cell belongs to the one above. */
  function showingCells({ rows }: TableRecord, at: number): { records: BlockRecord[]; start: number | undefined }[] {
    const elements = cellElements(findSlice(patcher.input.file, rows[at]!.slice)?.elements[0]);
    return rows[at]!.cells.flatMap((cell, index) => {
      if (cell.merge === "continue") return [];
      const first = elements[index]?.children.filter(isElement).find(({ name }) => name !== "w:tcPr");
      return [{ records: [...cell.blocks, ...continued(rows, at, cell)], start: first?.start }];
    });
  }
}

function flowTable(items: readonly FlowItem[], slice: string): FlowTable | null {
  return items.find((item): item is FlowTable => item.kind === "table" && item.node.attrs.slice === slice) ?? null;
}

function placeRows(
  { rows }: TableRecord,
  before: FlowTable | null,
  after: FlowTable | null,
  { input }: StoryPatcher,
  grids: Grids,
): PlacedRow[] {
  const find = (table: FlowTable | null, slice: string) =>
    table ? table.rows.findIndex(({ index }) => table.node.child(index).attrs.slice === slice) : -1;
  // A row of which only a cell is gone that continued one above says the same, but is no longer as the file has it.
  const asInFile = (side: Side, table: FlowTable | null, at: number, slice: string) => {
    const inFile = input.texts[side].nodes.get(slice);
    if (!inFile || !table || at < 0) return !inFile && at < 0;
    const row = table.rows[at]!;
    return row.grid === grids[side].get(slice) && saysTheSame(inFile, table.node.child(row.index));
  };
  const placed = rows.map((record): PlacedRow => {
    const [one, two] = [find(before, record.slice), find(after, record.slice)];
    const same =
      asInFile(input.only ?? "reject", before, one, record.slice) &&
      asInFile(input.only ?? "accept", after, two, record.slice);
    const shown = [before && one >= 0 ? before : [], after && two >= 0 ? after : []].flat();
    const plain = holdsRevisions(record) && input.unmarked(shown);
    const items = (table: FlowTable | null, at: number) =>
      table?.rows[at]?.cells.flatMap(({ items: own }) => own) ?? [];
    const slice = findSlice(input.file, record.slice);
    const said = input.recommented(slice ? [slice] : [], items(before, one), items(after, two));
    return { record, before: one, after: two, kept: same && !plain && !said };
  });
  const candidates = placed.filter(({ kept, after: at }) => kept && at >= 0);
  const stay = new Set(longestIncreasing(candidates.map(({ after: at }) => at)));
  candidates.forEach((each, index) => {
    if (!stay.has(index)) each.kept = false;
  });
  return placed;
}

function gridsByRow(table: Node | undefined): Map<string, string> {
  const signatures = table ? gridSignatures(table) : [];
  return new Map(signatures.map((signature, index) => [table!.child(index).attrs.slice, signature]));
}

function holdsRevisions(row: RowRecord): boolean {
  const inBlocks = (blocks: readonly BlockRecord[]): boolean =>
    blocks.some((block) =>
      block.kind === "table"
        ? block.rows.some(holdsRevisions)
        : [block.mark, ...block.pieces].some(({ inserted, deleted }) => inserted || deleted) ||
          block.propertiesChange !== undefined ||
          block.pieces.some(({ formattingChange }) => formattingChange),
    );
  const own = [row, ...row.cells].some(({ inserted, deleted }) => inserted || deleted);
  return own || row.cells.some(({ blocks, formerMerge }) => formerMerge !== undefined || inBlocks(blocks));
}

function isOf(record: RowRecord, { before, after }: MergedRow): boolean {
  return [before, after].some((place) => place && place.table.child(place.index).attrs.slice === record.slice);
}

/** A row whose cells nobody added, removed or merged, and that has as many of them as the texts say. */
function isRegular(record: RowRecord, row: MergedRow): boolean {
  const shown = record.cells.filter(({ merge }) => merge !== "continue").length;
  const own = (cell: CellRecord) => cell.formerMerge === undefined && sameState(cell, record);
  return record.cells.every(own) && shown === row.cells.length;
}

function sameState(cell: CellRecord, row: RowRecord): boolean {
  return cell.inserted === row.inserted && cell.deleted === row.deleted;
}

/** The cells of a row, through content controls. */
function cellElements(row: XmlElement | undefined): XmlElement[] {
  return childElements(row).flatMap((each) => (each.name === "w:tc" ? [each] : cellElements(each)));
}

/** What the cells below hold that go on a merged one, as far as it is text. */
function continued(rows: readonly RowRecord[], at: number, cell: CellRecord): BlockRecord[] {
  if (cell.merge !== "restart") return [];
  const column = columnOf(rows[at]!, cell);
  const blocks: BlockRecord[] = [];
  for (const row of rows.slice(at + 1)) {
    const below = row.cells.find((each) => columnOf(row, each) === column);
    if (below?.merge !== "continue" || below.columnSpan !== cell.columnSpan) break;
    blocks.push(...below.blocks.filter((block) => block.kind === "table" || block.pieces.length > 0));
  }
  return blocks;
}

function columnOf(row: RowRecord, cell: CellRecord): number {
  return row.cells
    .slice(0, row.cells.indexOf(cell))
    .reduce((column, { columnSpan }) => column + columnSpan, row.gridBefore);
}

/** Gives a row the mark that it must have and no other. */
function markRow({ elements, part }: Slice, mark: Mark, patcher: StoryPatcher, context: WriterContext): void {
  const row = elements[0]!;
  const { prefixes, source } = part.document;
  const properties = childElements(row, "w:trPr")[0];
  const present = childElements(properties).filter(({ name }) => name === "w:ins" || name === "w:del");
  if (mark !== null && present.length === 1 && present[0]!.name === mark) return;
  for (const { start, end } of present) patcher.add(part, { start, end, text: "" });
  if (mark === null) return;
  const revision = context.revisions.revision(mark === "w:del" ? "deleted" : "inserted", null);
  const written = element(mark, context.revisions.attributes(revision));
  if (properties && properties.children.length > 0) {
    const change = childElements(properties, "w:trPrChange")[0];
    const place = change?.start ?? source.lastIndexOf("</", properties.end - 1);
    patcher.add(part, { start: place, end: place, text: writeXml(written, prefixes) });
    return;
  }
  const whole = writeXml(element("w:trPr", {}, [written]), prefixes);
  const place = properties?.start ?? childElements(row).find(({ name }) => name !== "w:tblPrEx")?.start ?? row.end;
  patcher.add(part, { start: place, end: properties?.end ?? place, text: whole });
}
