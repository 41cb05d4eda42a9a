/**
 * Puts a block of the base back where it stood: behind the nearest block that stood before it and is
 * still there, else in front of the nearest one after it, else with its container (a section with its
 * call, a table row, a table) beside the containers around. Its id and label are those of the base.
 */
import { Fragment, type Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import { type Block, positionOfBlock } from "../schema/blocks";
import { replaceContainer } from "./replace-container";

/** Id that a block of the base carries in the current text; null when it is there but not in its place. */
export type IdOf = (baseId: string) => string | null;

/** Restores a block; false when the current text has no place for it. */
export function restoreBlock(tr: Transaction, base: Node, block: Block, idOf: IdOf): boolean {
  const $base = base.resolve(block.pos);
  // In a cell of a table a call opens no section.
  const opens = block.node.type.name === "call" && $base.parent.type.name === "section";
  if (opens && splitForCall(tr, $base.parent, block.node, idOf)) return true;
  return insertBeside(tr, base, block.pos, block.node, idOf);
}

function insertBeside(tr: Transaction, base: Node, pos: number, node: Node, idOf: IdOf): boolean {
  const $pos = base.resolve(pos);
  const { parent } = $pos;
  const index = $pos.index();
  for (let at = index - 1; at >= 0; at--) if (insertAt(tr, parent.child(at), 1, node, idOf)) return true;
  for (let at = index + 1; at < parent.childCount; at++)
    if (insertAt(tr, parent.child(at), -1, node, idOf)) return true;
  if ($pos.depth === 0) return insertAtEnd(tr, node);
  return insertBeside(tr, base, $pos.before(), wrap(tr.doc, parent, node, index, idOf), idOf);
}

/** Nothing of the base is left to stand beside. */
function insertAtEnd(tr: Transaction, node: Node): boolean {
  const { doc } = tr;
  const hasNotes = doc.lastChild?.type.name === "footnotes";
  const index = doc.childCount - (hasNotes ? 1 : 0);
  if (!doc.canReplaceWith(index, index, node.type)) return false;
  tr.insert(doc.content.size - (hasNotes ? doc.lastChild!.nodeSize : 0), node);
  return true;
}

/** The container comes back with what it cannot be without: a section its call, a row its other cells. */
function wrap(doc: Node, parent: Node, node: Node, index: number, idOf: IdOf): Node {
  if (parent.type.name === "table_row") return parent;
  const call = parent.type.name === "section" ? parent.child(0) : null;
  if (call && index > 0 && placeOf(doc, call, idOf) === null) {
    return parent.copy(Fragment.from([call, node]));
  }
  return parent.copy(Fragment.from(node));
}

/** Inserts beside the counterpart of a base node, at the level where the base node and the new one are siblings. */
function insertAt(tr: Transaction, sibling: Node, side: 1 | -1, node: Node, idOf: IdOf): boolean {
  const marker = edgeBlock(sibling, side);
  const found = marker && placeOf(tr.doc, marker, idOf);
  if (found === null) return false;
  const $found = tr.doc.resolve(found);
  for (let depth = $found.depth; depth >= 0; depth--) {
    const own = depth === $found.depth ? $found.nodeAfter! : $found.node(depth + 1);
    if (own.type !== sibling.type && !(own.isTextblock && sibling.isTextblock)) continue;
    const start = depth === $found.depth ? found : $found.before(depth + 1);
    const at = side > 0 ? start + own.nodeSize : start;
    const $at = tr.doc.resolve(at);
    if (!$at.parent.canReplaceWith($at.index(), $at.index(), node.type)) continue;
    tr.insert(at, node);
    return true;
  }
  return false;
}

function placeOf(doc: Node, block: Node, idOf: IdOf): number | null {
  const id = idOf(block.attrs.id);
  return id === null ? null : positionOfBlock(doc, id);
}

function edgeBlock(node: Node, side: 1 | -1): Node | null {
  let edge: Node | null = node;
  while (edge && !edge.isTextblock) edge = side > 0 ? edge.lastChild : edge.firstChild;
  return edge;
}

/** A call whose items joined the section above takes them along again. */
function splitForCall(tr: Transaction, section: Node, call: Node, idOf: IdOf): boolean {
  for (let index = 1; index < section.childCount; index++) {
    const marker = edgeBlock(section.child(index), -1);
    const pos = marker && placeOf(tr.doc, marker, idOf);
    if (pos === null) continue;
    const $pos = tr.doc.resolve(pos);
    if ($pos.parent.type !== section.type || $pos.index() === 0) continue;
    const host = $pos.parent;
    const children = host.content.content;
    const first = host.copy(Fragment.from(children.slice(0, $pos.index())));
    const second = section.copy(Fragment.from([call, ...children.slice($pos.index())]));
    const above = $pos.node($pos.depth - 1);
    const place = $pos.index($pos.depth - 1);
    const siblings = [...above.content.content];
    siblings.splice(place, 1, first, second);
    return replaceContainer(
      tr,
      $pos.depth === 1 ? -1 : $pos.before($pos.depth - 1),
      above.copy(Fragment.from(siblings)),
    );
  }
  return false;
}
