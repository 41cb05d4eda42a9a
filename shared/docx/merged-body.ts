/**
 * Two documents and their redline into one body: the paragraphs and tables that a marked Word file
 * holds, each present in both texts, in the base only, in the current text only, or outside the
 * comparison (`frame`). The items of one side, read in order, are that side's text exactly, whatever
 * the redline says: what cannot stand in both texts at once is written as a deletion and an insertion.
 * Footnotes are not part of the body; their bodies are merged where they are referred to.
 */
import type { Node } from "prosemirror-model";
import { longestIncreasing } from "../redline/longest-increasing";
import type { Provision, Redline, Segment } from "../redline/redline-types";
import { type Block, bodyBlocksOf } from "../schema/blocks";
import type { MergedCell, MergedItem, MergedRow, MergedTable } from "./merged-items";
import { withSplitsAndJoins } from "./split-joins";
import { blocksIn, type FlowItem, type FlowTable, flowOf } from "./table-flow";

/** What the merge knows about the two documents: which block belongs to which provision. */
export interface Pairing {
  /** Provision of a block, by the block's place in its document. */
  before: Map<number, Provision>;
  after: Map<number, Provision>;
  /** Place of a block in the merged order, by the block's place in its document. */
  placeBefore: Map<number, number>;
  placeAfter: Map<number, number>;
  /** Splits and joins are told by paragraph marks, which only tracked changes have. */
  byMarks: boolean;
}

/** Indexes a redline by block. */
export function pairingOf(redline: Redline, byMarks = false): Pairing {
  const pairing: Pairing = {
    before: new Map(),
    after: new Map(),
    placeBefore: new Map(),
    placeAfter: new Map(),
    byMarks,
  };
  redline.placements.forEach(({ provision, side }, index) => {
    const { before, after } = provision;
    if (before) pairing.before.set(before.pos, provision);
    if (after) pairing.after.set(after.pos, provision);
    if (before && side !== "after") pairing.placeBefore.set(before.pos, index);
    if (after && side !== "before") pairing.placeAfter.set(after.pos, index);
  });
  return pairing;
}

/** Merges the bodies of two documents, footnotes left out. */
export function mergeBodies(base: Node, current: Node, redline: Redline, byMarks: boolean): MergedItem[] {
  return mergeFlows(
    flowOf(base, bodyBlocksOf(base)),
    flowOf(current, bodyBlocksOf(current)),
    pairingOf(redline, byMarks),
  );
}

/** Merges two lists of blocks and tables, such as two bodies, two cells or two notes. */
export function mergeFlows(before: FlowItem[], after: FlowItem[], pairing: Pairing): MergedItem[] {
  const pairs = pairItems(before, after, pairing);
  const stable = longestIncreasing(pairs.map((pair) => pair.b)).map((index) => pairs[index]!);
  const merged: MergedItem[] = [];
  let a = 0;
  let b = 0;
  for (const pair of [...stable, { a: before.length, b: after.length }]) {
    if (pair.a > a || pair.b > b) merged.push(...mergeGap(before.slice(a, pair.a), after.slice(b, pair.b), pairing));
    const itemA = before[pair.a];
    const itemB = after[pair.b];
    if (itemA && itemB) merged.push(mergePair(itemA, itemB, pairing));
    a = pair.a + 1;
    b = pair.b + 1;
  }
  return pairing.byMarks ? withSplitsAndJoins(merged) : merged;
}

/** Pairs in the order of the base; a moved provision never anchors the merge. */
function pairItems(before: FlowItem[], after: FlowItem[], pairing: Pairing): { a: number; b: number }[] {
  const byProvision = new Map<Provision, number>();
  after.forEach((item, index) => {
    for (const block of blocksIn(item)) {
      const provision = pairing.after.get(block.pos);
      if (provision) byProvision.set(provision, index);
    }
  });
  const pairs: { a: number; b: number }[] = [];
  const taken = new Set<number>();
  before.forEach((item, a) => {
    if (item.kind === "block") {
      const provision = pairing.before.get(item.block.pos);
      const b = provision && !provision.moved ? byProvision.get(provision) : undefined;
      if (b === undefined || taken.has(b) || after[b]!.kind !== "block") return;
      taken.add(b);
      pairs.push({ a, b });
      return;
    }
    const votes = new Map<number, number>();
    for (const block of blocksIn(item)) {
      const provision = pairing.before.get(block.pos);
      const b = provision && !provision.moved ? byProvision.get(provision) : undefined;
      if (b === undefined || taken.has(b) || after[b]!.kind !== item.kind) continue;
      votes.set(b, (votes.get(b) ?? 0) + 1);
    }
    const best = [...votes].sort((x, y) => y[1] - x[1])[0]?.[0] ?? sameTable(item, after);
    if (best === undefined || taken.has(best)) return;
    taken.add(best);
    pairs.push({ a, b: best });
  });
  return pairs;
}

/** The table of the other text that was read from the same table of a file, whatever became of its words. */
function sameTable({ node }: FlowTable, after: readonly FlowItem[]): number | undefined {
  const found = after.findIndex((item) => item.kind === "table" && item.node.attrs.slice === node.attrs.slice);
  return node.attrs.slice === null || found < 0 ? undefined : found;
}

/** Between two anchors: each side keeps its own order, the redline's order decides between the sides. */
function mergeGap(before: FlowItem[], after: FlowItem[], pairing: Pairing): MergedItem[] {
  const merged: MergedItem[] = [];
  const queue = [...after];
  for (const item of before) {
    const place = placeOf(item, "before", pairing);
    while (queue.length > 0 && place !== null) {
      const next = placeOf(queue[0]!, "after", pairing);
      if (next === null || next >= place) break;
      merged.push(alone(queue.shift()!, "after", pairing));
    }
    merged.push(alone(item, "before", pairing));
  }
  return [...merged, ...queue.map((item) => alone(item, "after", pairing))];
}

/** The place of an item in the merged order; null when the redline does not know it. */
function placeOf(item: FlowItem, side: "before" | "after", pairing: Pairing): number | null {
  const places = side === "before" ? pairing.placeBefore : pairing.placeAfter;
  const first = blocksIn(item)[0];
  return (first && places.get(first.pos)) ?? null;
}

function mergePair(before: FlowItem, after: FlowItem, pairing: Pairing): MergedItem {
  if (before.kind === "table" && after.kind === "table") return mergeTables(before, after, pairing);
  const blockA = (before as { block: Block }).block;
  const blockB = (after as { block: Block }).block;
  const provision = pairing.before.get(blockA.pos)!;
  return {
    kind: "paragraph",
    presence: "both",
    before: blockA,
    after: blockB,
    segments: provision.segments,
    provision,
  };
}

function alone(item: FlowItem, side: "before" | "after", pairing: Pairing): MergedItem {
  if (item.kind === "table") {
    const empty: FlowTable = { kind: "table", node: item.node, rows: [] };
    return side === "before" ? mergeTables(item, empty, pairing) : mergeTables(empty, item, pairing);
  }
  const { block } = item;
  const provision = pairing[side].get(block.pos) ?? null;
  const size = block.node.content.size;
  const whole = { text: "", fromA: 0, toA: 0, fromB: 0, toB: 0 };
  if (side === "before") {
    const segments: Segment[] = size > 0 ? [{ ...whole, op: "-", toA: size }] : [];
    return { kind: "paragraph", presence: "base", before: block, after: null, segments, provision };
  }
  const framed = provision?.status === "frame";
  const segments: Segment[] = size > 0 ? [{ ...whole, op: framed ? "=" : "+", toB: size }] : [];
  return {
    kind: "paragraph",
    presence: framed ? "frame" : "current",
    before: null,
    after: block,
    segments,
    provision,
  };
}

/** Rows that hold paired blocks and have the same grid stand in both texts; all others on one side. */
export function mergeTables(before: FlowTable, after: FlowTable, pairing: Pairing): MergedTable {
  const pairs = pairRows(before, after, pairing);
  const stable = longestIncreasing(pairs.map((pair) => pair.b)).map((index) => pairs[index]!);
  const rows: MergedRow[] = [];
  let a = 0;
  let b = 0;
  for (const pair of [...stable, { a: before.rows.length, b: after.rows.length }]) {
    for (; a < pair.a; a++) rows.push(rowAlone(before, a, "before", pairing));
    for (; b < pair.b; b++) rows.push(rowAlone(after, b, "after", pairing));
    const rowA = before.rows[a];
    const rowB = after.rows[b];
    if (!rowA || !rowB) break;
    rows.push({
      presence: "both",
      before: { table: before.node, index: rowA.index },
      after: { table: after.node, index: rowB.index },
      cells: rowB.cells.map((cell, index) => ({
        before: rowA.cells[index]!.node,
        after: cell.node,
        items: mergeFlows(rowA.cells[index]!.items, cell.items, pairing),
      })),
    });
    a++;
    b++;
  }
  const presences = new Set(rows.map((row) => row.presence));
  return { kind: "table", presence: presences.size === 1 ? [...presences][0]! : "both", rows };
}

function pairRows(before: FlowTable, after: FlowTable, pairing: Pairing): { a: number; b: number }[] {
  const rowOf = new Map<Provision, number>();
  after.rows.forEach((row, index) => {
    for (const block of row.cells.flatMap((cell) => cell.items.flatMap(blocksIn))) {
      const provision = pairing.after.get(block.pos);
      if (provision) rowOf.set(provision, index);
    }
  });
  const taken = new Set<number>();
  let last = -1;
  return before.rows.flatMap((row, a) => {
    // A row of nothing but continued cells follows the row that it continues.
    const below = after.rows[last + 1];
    if (row.cells.length === 0 && a > 0 && last >= 0 && below?.cells.length === 0 && below.grid === row.grid) {
      last++;
      return [{ a, b: last }];
    }
    last = -1;
    for (const block of row.cells.flatMap((cell) => cell.items.flatMap(blocksIn))) {
      const provision = pairing.before.get(block.pos);
      const b = provision && rowOf.get(provision);
      if (b === undefined || taken.has(b) || after.rows[b]!.grid !== row.grid) continue;
      taken.add(b);
      last = b;
      return [{ a, b }];
    }
    return [];
  });
}

function rowAlone(table: FlowTable, index: number, side: "before" | "after", pairing: Pairing): MergedRow {
  const row = table.rows[index]!;
  const place = { table: table.node, index: row.index };
  const cells = row.cells.map((cell): MergedCell => {
    const items = cell.items.map((item) => alone(item, side, pairing));
    return side === "before" ? { before: cell.node, after: null, items } : { before: null, after: cell.node, items };
  });
  // A table of the frame (in reasons, say) is not tracked: its rows stand in both texts.
  const framed = cells.some((cell) => cell.items.some((item) => item.presence === "frame"));
  return side === "before"
    ? { presence: "base", before: place, after: null, cells }
    : { presence: framed ? "frame" : "current", before: null, after: place, cells };
}
