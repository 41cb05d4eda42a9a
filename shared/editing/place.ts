/**
 * Where an edit happens, in the terms of the document: the text block of a position, its siblings,
 * its section, and an item together with what belongs to it. Lists are levels, so what belongs to an
 * item is the run of deeper blocks after it.
 */
import type { Node, ResolvedPos } from "prosemirror-model";
import type { Selection } from "prosemirror-state";

export interface Place {
  node: Node;
  /** Position before the node. */
  pos: number;
  /** Its container, the position before the container's content, and its index there. */
  parent: Node;
  start: number;
  index: number;
  depth: number;
}

/** The text block around a position, or null between blocks. */
export function blockAround($pos: ResolvedPos): Place | null {
  for (let depth = $pos.depth; depth > 0; depth--) {
    if ($pos.node(depth).isTextblock) return placeAt($pos, depth);
  }
  return null;
}

/** The node at a depth of a resolved position, with its place. */
export function placeAt($pos: ResolvedPos, depth: number): Place {
  return {
    node: $pos.node(depth),
    pos: $pos.before(depth),
    parent: $pos.node(depth - 1),
    start: $pos.start(depth - 1),
    index: $pos.index(depth - 1),
    depth,
  };
}

/** The nearest container of a type around a position. */
export function containerAround($pos: ResolvedPos, ...types: string[]): Place | null {
  for (let depth = $pos.depth; depth > 0; depth--) {
    if (types.includes($pos.node(depth).type.name)) return placeAt($pos, depth);
  }
  return null;
}

/** The text blocks that a selection touches, in reading order; a block whose start alone is touched counts. */
export function blocksInSelection(doc: Node, selection: Selection): { node: Node; pos: number }[] {
  const blocks: { node: Node; pos: number }[] = [];
  for (const { $from, $to } of selection.ranges) {
    doc.nodesBetween($from.pos, Math.max($to.pos, $from.pos), (node, pos) => {
      if (!node.isTextblock) return true;
      if (!blocks.some((block) => block.pos === pos)) blocks.push({ node, pos });
      return false;
    });
    const block = blockAround($from);
    if (blocks.length === 0 && block) blocks.push(block);
  }
  return blocks;
}

/**
 * Depth in the list: body text stands as high as the items of a call, a table belongs to what is before it. In a
 * numbered body `1.1.1` belongs to `1.1`, though both are items of one level: each further number counts for a little.
 */
export function listLevel(node: Node): number {
  if (!node.isTextblock) return Number.POSITIVE_INFINITY;
  const further = String(node.attrs.label).match(/\.(?=\p{Nd})/gu)?.length ?? 0;
  return Math.max(node.attrs.level, 1) + Math.max(further - 1, 0) / 100;
}

/** Index after the last block that belongs to the item at `index`: deeper blocks, and tables among them. */
export function subtreeEnd(parent: Node, index: number): number {
  const level = listLevel(parent.child(index));
  let end = index + 1;
  if (parent.child(index).type.name !== "item") return end;
  while (end < parent.childCount && isBodyBlock(parent.child(end)) && listLevel(parent.child(end)) > level) end++;
  return end;
}

/** True for what may stand in the body of a section: a paragraph, heading, item or table. */
export function isBodyBlock(node: Node): boolean {
  return node.type.isInGroup("flow");
}

/** Position before the child at `index`, given the position before the first child. */
export function childPosition(parent: Node, start: number, index: number): number {
  let pos = start;
  for (let i = 0; i < index; i++) pos += parent.child(i).nodeSize;
  return pos;
}

/** The block before this one at the same level in the same list, or null. */
export function previousSibling(parent: Node, index: number, level: number): Node | null {
  for (let i = index - 1; i >= 0; i--) {
    const node = parent.child(i);
    if (node.type.name === "call" || (node.isTextblock && node.attrs.level < level)) return null;
    if (node.type.name === "item" && node.attrs.level === level) return node;
  }
  return null;
}

/** The nearest item before this place in its container, whatever its level. */
export function previousItem(parent: Node, index: number): Node | null {
  for (let i = index - 1; i >= 0; i--) {
    if (parent.child(i).type.name === "item") return parent.child(i);
  }
  return null;
}
