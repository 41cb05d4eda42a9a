/**
 * Alt+Up and Alt+Down. An item moves past its neighbour with all that belongs to it, and at the edge of its section
 * into the section beside it. With the caret in a call the section moves past the next section; with the caret in
 * the number or title of an annex, the annex past the next annex. Blocks move as they are, with their ids.
 */
import type { Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import { caretAt, type Edit } from "./edit";
import { blockAround, isBodyBlock, listLevel, type Place, placeAt, subtreeEnd } from "./place";
import { replaceContainer } from "./replace-container";
import { childrenOf, withChildren } from "./sections";

/** Moves the block of the caret with what belongs to it: -1 up, +1 down. */
export function moveBlock(by: 1 | -1): Edit {
  return (tr) => {
    const place = blockAround(tr.selection.$from);
    if (!place) return false;
    if (place.node.type.name === "call") return movePart(tr, place, by, "section");
    if (place.node.type.isInGroup("annexHead")) return movePart(tr, place, by, "annex");
    return isBodyBlock(place.node) && (moveInList(tr, place, by) || moveToSection(tr, place, by));
  };
}

function moveInList(tr: Transaction, { node, parent, start, index, pos }: Place, by: 1 | -1): boolean {
  const end = subtreeEnd(parent, index);
  const children = childrenOf(parent);
  const moved = children.slice(index, end);
  const offset = tr.selection.from - pos;
  if (by === -1) {
    const target = siblingBefore(parent, index);
    if (target === null) return false;
    const passed = children.slice(target, index);
    const next = withChildren(parent, [...children.slice(0, target), ...moved, ...passed, ...children.slice(end)]);
    return next !== null && replaceContainer(tr, start - 1, next) && caretAt(tr, pos - sizeOf(passed) + offset);
  }
  const follower = children[end];
  if (!follower || !isBodyBlock(follower) || listLevel(follower) < listLevel(node)) return false;
  const target = subtreeEnd(parent, end);
  const passed = children.slice(end, target);
  const next = withChildren(parent, [...children.slice(0, index), ...passed, ...moved, ...children.slice(target)]);
  return next !== null && replaceContainer(tr, start - 1, next) && caretAt(tr, pos + sizeOf(passed) + offset);
}

/** Index where the sibling before this block begins; null at the start of its list. */
function siblingBefore(parent: Node, index: number): number | null {
  const level = listLevel(parent.child(index));
  for (let i = index - 1; i >= 0; i--) {
    const node = parent.child(i);
    if (!isBodyBlock(node) || listLevel(node) < level) return null;
    if (listLevel(node) === level || !node.isTextblock) return i;
  }
  return null;
}

function moveToSection(tr: Transaction, place: Place, by: 1 | -1): boolean {
  const { node, parent, start, index, pos, depth } = place;
  if (parent.type.name !== "section" || listLevel(node) > 1) return false;
  const outer = placeAt(tr.doc.resolve(pos + 1), depth - 1);
  const target = outer.parent.maybeChild(outer.index + by);
  if (target?.type.name !== "section") return false;
  const end = subtreeEnd(parent, index);
  const blocks = childrenOf(parent);
  const moved = blocks.slice(index, end);
  const left = withChildren(parent, [...blocks.slice(0, index), ...blocks.slice(end)]);
  const [call, ...rest] = childrenOf(target);
  const taken = withChildren(target, by === 1 ? [call!, ...moved, ...rest] : [call!, ...rest, ...moved]);
  if (!left || !taken) return false;
  const sections = childrenOf(outer.parent);
  sections[outer.index] = left;
  sections[outer.index + by] = taken;
  const next = withChildren(outer.parent, sections);
  const offset = tr.selection.from - pos;
  const before = by === 1 ? pos + sizeOf(blocks.slice(end)) + 2 + call!.nodeSize : start - 2;
  return next !== null && replaceContainer(tr, outer.start - 1, next) && caretAt(tr, before + offset);
}

/** A section moves from its call, an annex from its number or title. */
function movePart(tr: Transaction, place: Place, by: 1 | -1, type: "section" | "annex"): boolean {
  if (place.parent.type.name !== type) return false;
  const { parent, index, start, node, pos } = placeAt(tr.doc.resolve(place.pos + 1), place.depth - 1);
  const other = parent.maybeChild(index + by);
  if (other?.type.name !== type) return false;
  const children = childrenOf(parent);
  children[index] = other;
  children[index + by] = node;
  const next = withChildren(parent, children);
  const offset = tr.selection.from - pos;
  return next !== null && replaceContainer(tr, start - 1, next) && caretAt(tr, pos + by * other.nodeSize + offset);
}

function sizeOf(nodes: readonly Node[]): number {
  return nodes.reduce((sum, node) => sum + node.nodeSize, 0);
}
