/**
 * A redline as the rows of a table: what the base says, what changed, what the text says now. A row is a
 * line of the merged order, so that the base cells read downwards are the base and the clean cells the
 * current text; an addition has no base cell, a suppression no clean one, and what moved has a row at
 * either place, each naming the other. The window, the hand-outs and their summaries share these rows.
 */
import type { Mark, Node } from "prosemirror-model";
import type { Block } from "../schema/blocks";
import { leafText } from "../schema/schema";
import type { Placement, Provision, Redline, Segment } from "./redline-types";

export type Column = "base" | "marked" | "clean";

export interface SideRow {
  /** Unique in the table; the provision's id, with the side where it has two rows. */
  key: string;
  provision: Provision;
  side: Placement["side"];
  /** Key of the other row of a provision that moved. */
  twin: string | null;
  /** Index of the row that holds the call of its section, or -1. */
  section: number;
}

/** A stretch of a cell's text: of one fate and one look. */
export interface CellPiece {
  op: Segment["op"];
  text: string;
  /** Names of the formatting marks on it. */
  looks: readonly string[];
  /** The segment it comes from; null for a label or a block as a whole. */
  segment: Segment | null;
}

export interface Cell {
  block: Block;
  label: CellPiece[];
  text: CellPiece[];
}

/** Lists the rows of a redline. */
export function sideRows(redline: Redline): SideRow[] {
  let section = -1;
  return redline.placements.map(({ provision, side }, index) => {
    const block = blockOf(provision, side);
    if (block.node.type.name === "call") section = index;
    else if (!block.containers.includes("section")) section = -1;
    const moved = provision.moved && side !== "both";
    return {
      key: moved ? `${provision.id}-${side}` : provision.id,
      provision,
      side,
      twin: moved ? `${provision.id}-${side === "before" ? "after" : "before"}` : null,
      section,
    };
  });
}

/** The block that a row is about: the current one where the row has it. */
export function blockOf({ before, after }: Provision, side: Placement["side"]): Block {
  return (side === "before" ? before : (after ?? before)) as Block;
}

/** What stands in a cell; null when the provision does not stand there. */
export function cellOf({ provision, side }: SideRow, column: Column): Cell | null {
  const { before, after } = provision;
  if (column === "base") return before && side !== "after" ? cell(before, provision, "+") : null;
  if (column === "clean") return after && side !== "before" ? cell(after, provision, "-") : null;
  // Where a provision that moved used to stand, all of it is gone.
  if (side === "before") return wholeCell(before as Block, "-");
  return cell(after as Block, provision, null);
}

/** A cell without the changes that only the other side has. */
function cell(block: Block, provision: Provision, without: Segment["op"] | null): Cell {
  if (provision.status === "frame") return wholeCell(block, "=");
  const text = provision.segments
    .filter(({ op }) => op !== without)
    .flatMap((segment) => {
      const fromBase = segment.op === "-" || (segment.op === "=" && without === "+");
      const node = (fromBase ? provision.before : provision.after)?.node as Node;
      const [from, to] = fromBase ? [segment.fromA, segment.toA] : [segment.fromB, segment.toB];
      return piecesBetween(node, from, to, segment.op, segment);
    });
  return { block, label: labelPieces(provision).filter(({ op }) => op !== without), text };
}

/** All of a block as one stretch, such as the base without anybody's marks. */
export function wholeCell(block: Block, op: Segment["op"] = "="): Cell {
  const { node } = block;
  const label: CellPiece = { op, text: node.attrs.label, looks: [], segment: null };
  return {
    block,
    label: label.text === "" ? [] : [label],
    text: piecesBetween(node, 0, node.content.size, op, null),
  };
}

function labelPieces({ before, after, labelBefore, labelAfter }: Provision): CellPiece[] {
  const piece = (op: Segment["op"], text: string): CellPiece => ({ op, text, looks: [], segment: null });
  const pieces =
    before && after && labelBefore === labelAfter
      ? [piece("=", labelAfter)]
      : [piece("-", before ? labelBefore : ""), piece("+", after ? labelAfter : "")];
  return pieces.filter(({ text }) => text !== "");
}

function piecesBetween(node: Node, from: number, to: number, op: CellPiece["op"], segment: Segment | null) {
  const pieces: CellPiece[] = [];
  node.forEach((inline, offset) => {
    const start = Math.max(from, offset);
    const end = Math.min(to, offset + inline.nodeSize);
    if (start >= end) return;
    const text = inline.isText ? (inline.text as string).slice(start - offset, end - offset) : shownLeaf(inline);
    pieces.push({ op, text, looks: looksOf(inline, inline.marks), segment });
  });
  return pieces;
}

/** A note reference shows as its mark. */
function shownLeaf(inline: Node): string {
  return inline.type.name === "footnoteReference" ? inline.attrs.mark : leafText(inline);
}

const shownLooks = ["bold", "italic", "underline", "strike", "superscript", "subscript", "smallCaps"];

function looksOf(inline: Node, marks: readonly Mark[]): string[] {
  const looks = marks.map(({ type }) => type.name).filter((name) => shownLooks.includes(name));
  return inline.type.name === "footnoteReference" ? [...looks, "superscript"] : looks;
}
