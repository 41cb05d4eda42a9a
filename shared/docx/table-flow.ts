/**
 * The body of a document as Word has it: a sequence of paragraphs and tables, tables as rows of cells
 * that hold such sequences again. Containers (resolution, section, annex…) leave no trace in it.
 * Each row carries a signature of its grid (spans and continued cells), so that a row is only written
 * as present in two texts when both agree on it.
 */
import type { Node } from "prosemirror-model";
import type { Block } from "../schema/blocks";

export interface FlowBlock {
  kind: "block";
  block: Block;
}

export interface FlowCell {
  node: Node;
  items: FlowItem[];
}

export interface FlowRow {
  /** Its place among the rows of the table. */
  index: number;
  grid: string;
  cells: FlowCell[];
}

export interface FlowTable {
  kind: "table";
  node: Node;
  rows: FlowRow[];
}

export type FlowItem = FlowBlock | FlowTable;

/** One position of a row's grid: a cell of this row, or the continuation of one above it. */
export interface GridSlot {
  column: number;
  span: number;
  /** Index of the cell in its row; -1 for a continuation. */
  cell: number;
  rows: number;
}

/** The blocks of an item, those of a table's cells in order. */
export function blocksIn(item: FlowItem): Block[] {
  if (item.kind === "block") return [item.block];
  return item.rows.flatMap((row) => row.cells.flatMap((cell) => cell.items.flatMap(blocksIn)));
}

/** Arranges blocks, given in reading order, as the paragraphs and tables of `root`. */
export function flowOf(root: Node, blocks: readonly Block[]): FlowItem[] {
  const byPosition = new Map(blocks.map((block) => [block.pos, block]));
  return walk(root, root.type.name === "doc" ? 0 : 1);

  function walk(parent: Node, start: number): FlowItem[] {
    const items: FlowItem[] = [];
    parent.forEach((node, offset) => {
      const pos = start + offset;
      if (node.isTextblock) {
        const block = byPosition.get(pos);
        if (block) items.push({ kind: "block", block });
      } else if (node.type.name === "table") {
        items.push(tableFlow(node, pos));
      } else {
        items.push(...walk(node, pos + 1));
      }
    });
    return items;
  }

  function tableFlow(table: Node, pos: number): FlowTable {
    const grid = gridSignatures(table);
    const rows: FlowRow[] = [];
    table.forEach((row, rowOffset, index) => {
      const cells: FlowCell[] = [];
      row.forEach((cell, cellOffset) => {
        cells.push({ node: cell, items: walk(cell, pos + 1 + rowOffset + 1 + cellOffset + 1) });
      });
      rows.push({ index, grid: grid[index]!, cells });
    });
    return { kind: "table", node: table, rows };
  }
}

/** What each row of a table has in its grid: spans, and continued cells. */
export function gridSignatures(table: Node): string[] {
  const signature = (slot: GridSlot) => `${slot.cell < 0 ? "-" : slot.rows}x${slot.span}`;
  return gridOf(table).map((slots) => slots.map(signature).join(" "));
}

/** Lays the cells of a table out on its grid, row by row, from their spans. */
export function gridOf(table: Node): GridSlot[][] {
  const open = new Map<number, { span: number; left: number }>();
  const grid: GridSlot[][] = [];
  table.forEach((row) => {
    const slots: GridSlot[] = [];
    let column = 0;
    const continueSpans = () => {
      for (let above = open.get(column); above && above.left > 0; above = open.get(column)) {
        slots.push({ column, span: above.span, cell: -1, rows: above.left });
        above.left--;
        column += above.span;
      }
    };
    row.forEach((cell, _offset, index) => {
      continueSpans();
      const span: number = cell.attrs.colspan;
      slots.push({ column, span, cell: index, rows: cell.attrs.rowspan });
      open.set(column, { span, left: cell.attrs.rowspan - 1 });
      column += span;
    });
    continueSpans();
    grid.push(slots);
  });
  return grid;
}
