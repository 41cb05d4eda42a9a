/**
 * Deletes a selection that may run across items and sections, so that what stays is still a document:
 * a block that is wholly selected goes, two blocks that are partly selected become one, and a call that
 * is not wholly selected keeps its section. Through the walls of tables, reasons and notes nothing joins.
 */
import { Fragment, type Node, type ResolvedPos } from "prosemirror-model";
import { AllSelection, NodeSelection, Selection, type Transaction } from "prosemirror-state";
import { CellSelection } from "prosemirror-tables";
import { caretOf, positionOf } from "./caret";
import { caretAt } from "./edit";
import { blockAround, type Place } from "./place";
import { rebuild } from "./rebuild";
import { replaceContainer } from "./replace-container";
import { childrenOf } from "./sections";

/**
 * Why something is deleted: what is about to be typed wants an empty block in place of whole ones, what is
 * cut leaves nothing behind, so that its blocks can be put elsewhere as themselves.
 */
export type Purpose = "delete" | "typing" | "cut";

/** Deletes what is selected. */
export function deleteSelected(tr: Transaction, purpose: Purpose = "delete"): boolean {
  const { selection } = tr;
  if (selection.empty) return false;
  if (selection instanceof CellSelection) return emptyCells(tr, selection);
  if (selection instanceof NodeSelection) return deleteNode(tr, selection);
  const [from, to] =
    selection instanceof AllSelection
      ? endsOf(tr.doc)
      : [selection.$from.pos, bodyEnd(tr.doc, selection.from, selection.to)];
  const first = blockAround(tr.doc.resolve(from));
  const last = blockAround(tr.doc.resolve(to));
  if (!first || !last) return false;
  if (first.pos === last.pos) {
    tr.delete(from, to);
    return true;
  }
  return deleteAcross(tr, first, from - first.pos - 1, last, to - last.pos - 1, purpose);
}

/** Deletes from an offset of one block to an offset of a later one, and leaves the caret there. */
function deleteAcross(
  tr: Transaction,
  first: Place,
  from: number,
  last: Place,
  to: number,
  purpose: Purpose = "delete",
): boolean {
  const head = first.node.cut(0, from);
  const tail = last.node.cut(to);
  const apart = wallAround(tr.doc, first) !== wallAround(tr.doc, last);
  const isCall = last.node.type.name === "call";
  const wholeFirst = from === 0 && !(purpose === "typing" && to === 0);
  const wholeLast = to === last.node.content.size && to > 0;

  let kept: { first: Node | null; last: Node | null };
  if (wholeFirst && wholeLast && !apart && purpose === "cut") kept = { first: null, last: null };
  else if (wholeFirst && !wholeLast && !apart) kept = { first: null, last: tail };
  else if (apart || to === 0 || (isCall && !wholeLast)) kept = { first: head, last: tail };
  else kept = { first: first.node.copy(head.content.append(tail.content)), last: null };

  const caret = caretOf(tr.doc, first.pos + 1 + from);
  const range = { from: first.pos, to: last.pos + last.node.nodeSize };
  const next = rebuild(tr.doc, range, (_, pos) => {
    if (pos === first.pos) return kept.first;
    if (pos === last.pos) return kept.last;
    return null;
  });
  if (!replaceContainer(tr, -1, next)) {
    return purpose === "cut" && deleteAcross(tr, first, from, last, to, "delete");
  }
  // When the first block went, the one that was last is now at its place; when both went, what follows them.
  const at = positionOf(tr.doc, { block: caret.block, offset: kept.first ? from : 0 });
  if (at !== null) return caretAt(tr, at);
  tr.setSelection(Selection.near(tr.doc.resolve(Math.min(first.pos, tr.doc.content.size)), -1));
  return true;
}

/** The outermost container that nothing may join through: a cell, a proposal's text, its reasons, the notes. */
export function wallAround(doc: Node, place: Place): number {
  const $pos = doc.resolve(place.pos);
  for (let depth = $pos.depth; depth > 0; depth--) {
    const { isolating, tableRole } = $pos.node(depth).type.spec;
    if (isolating || tableRole) return $pos.before(depth);
  }
  return -1;
}

/** Cells lose their text and stay: rows and columns go by commands of their own. */
function emptyCells(tr: Transaction, selection: CellSelection): boolean {
  const cells: { node: Node; pos: number }[] = [];
  selection.forEachCell((node, pos) => cells.push({ node, pos }));
  for (const { node, pos } of cells.reverse()) {
    const first = childrenOf(node).find((child) => child.isTextblock);
    if (first && node.textContent !== "") {
      tr.replaceWith(pos + 1, pos + node.nodeSize - 1, first.copy(Fragment.empty));
    }
  }
  const caret = Selection.near(tr.doc.resolve(cells.at(-1)!.pos + 1));
  tr.setSelection(caret);
  return true;
}

function deleteNode(tr: Transaction, { from, to, node }: NodeSelection): boolean {
  if (node.isInline) {
    tr.delete(from, to);
    return true;
  }
  const next = rebuild(tr.doc, { from, to }, () => null);
  return replaceContainer(tr, -1, next);
}

/** Notes are reached by their references: a selection that runs on into them ends where the body ends. */
function bodyEnd(doc: Node, from: number, to: number): number {
  const notes = doc.lastChild?.type.name === "footnotes" ? doc.content.size - doc.lastChild.nodeSize : doc.content.size;
  return from < notes && to > notes ? endOfText(doc.resolve(notes)) : to;
}

function endsOf(doc: Node): [number, number] {
  let first = -1;
  doc.descendants((node, pos) => {
    if (first < 0 && node.isTextblock) first = pos + 1;
    return first < 0;
  });
  return [first, bodyEnd(doc, 0, endOfText(doc.resolve(doc.content.size)))];
}

/** The end of the last text block before a position. */
function endOfText($pos: ResolvedPos): number {
  let pos = $pos.pos;
  let node: Node | null = $pos.nodeBefore;
  while (node && !node.isTextblock) {
    pos--;
    node = node.lastChild;
  }
  return pos - 1;
}
