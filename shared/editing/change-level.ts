/**
 * Tab and Shift+Tab. An item goes one level down (it becomes a sub-item of the item before it) or up, and
 * what belongs to it goes with it. Its label becomes the next one of the list it joins. An item cannot be
 * more than one level below what stands before it.
 */
import type { Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import { decimalLabel, parseLabel } from "../resolution/labels";
import type { Edit } from "./edit";
import { labelAt } from "./item-labels";
import { blockAround, childPosition, previousItem, subtreeEnd } from "./place";

const deepest = 4;

/** Moves the selected items one level: +1 down, -1 up. */
export function changeLevel(by: 1 | -1): Edit {
  return (tr) => {
    const first = blockAround(tr.selection.$from);
    const last = blockAround(tr.selection.$to);
    if (!first || !last || first.start !== last.start) return false;
    let moved = false;
    let index = first.index;
    // Every item of the selection with what belongs to it; a block that moved with its item is passed over.
    while (index <= last.index) {
      const end = subtreeEnd(tr.doc.resolve(first.start).parent, index);
      if (shift(tr, first.start, index, end, by)) moved = true;
      index = end;
    }
    return moved;
  };
}

function shift(tr: Transaction, start: number, index: number, end: number, by: 1 | -1): boolean {
  const parent = tr.doc.resolve(start).parent;
  const node = parent.child(index);
  if (node.type.name !== "item") return false;
  if (inNumberedBody(tr, start, index, by)) return true;
  const level = node.attrs.level + by;
  if (level < 1 || level > deepest || (by === 1 && !canLower(parent, index, level))) return false;
  const { label, separator, labelLocked } = node.attrs;
  const next = label && !labelLocked ? labelAt(parent, index, level, tr.doc.attrs.language) : label;
  setBlock(tr, childPosition(parent, start, index), { level, label: next, separator: next && (separator || "\t") });
  for (let i = index + 1; i < end; i++) {
    const child = parent.child(i);
    if (!child.isTextblock) continue;
    setBlock(tr, childPosition(parent, start, i), { level: Math.min(child.attrs.level + by, deepest) });
  }
  return true;
}

/** In a numbered body the level is in the label: 1.2 becomes 1.1.1, and the label policy counts the rest. */
function inNumberedBody(tr: Transaction, start: number, index: number, by: 1 | -1): boolean {
  const parent = tr.doc.resolve(start).parent;
  const { language } = tr.doc.attrs;
  const { label, labelLocked } = parent.child(index).attrs;
  const { kind, parts } = parseLabel(label, language);
  if (kind !== "decimal" || labelLocked) return false;
  const above = parseLabel(previousItem(parent, index)?.attrs.label ?? "", language).parts.length;
  if (by === 1 ? above < parts.length || parts.length >= deepest : parts.length <= 2) return false;
  const path = by === 1 ? [...parts, { ordinal: 1, insertion: 0 }] : parts.slice(0, -1);
  setBlock(tr, childPosition(parent, start, index), { label: decimalLabel(path, label, language) });
  return true;
}

function setBlock(tr: Transaction, pos: number, change: object): void {
  tr.setNodeMarkup(pos, null, { ...tr.doc.nodeAt(pos)!.attrs, ...change });
}

function canLower(parent: Node, index: number, level: number): boolean {
  const above = previousItem(parent, index);
  return above !== null && above.attrs.level >= level - 1;
}
