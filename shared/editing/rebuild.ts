/**
 * The document with some of its text blocks changed or taken out, as a value. Containers follow by rule:
 * a section whose call is gone leaves what remains to the section before it; a container that is left
 * empty goes; a table cell never loses its last block, and a table goes only as a whole.
 */
import { Fragment, type Node } from "prosemirror-model";
import { childrenOf } from "./sections";

export interface Range {
  from: number;
  to: number;
}

/** A block in place of another, or null for none. */
export type Decide = (block: Node, pos: number) => Node | null;

/** Rebuilds what lies within a range; `decide` is asked for every text block that the range touches. */
export function rebuild(doc: Node, range: Range, decide: Decide): Node {
  return doc.copy(Fragment.from(rebuildChildren(doc, 0, range, decide)));
}

function rebuildChildren(container: Node, start: number, range: Range, decide: Decide): Node[] {
  const out: Node[] = [];
  container.forEach((child, offset) => {
    const pos = start + offset;
    if (pos + child.nodeSize <= range.from || pos >= range.to) out.push(child);
    else if (child.isTextblock) pushIfAny(out, decide(child, pos));
    else pushContainer(out, child, rebuildContainer(child, pos, range, decide));
  });
  return out;
}

function rebuildContainer(node: Node, pos: number, range: Range, decide: Decide): Node | null {
  switch (node.type.name) {
    case "table":
    case "table_row": {
      const whole = range.from <= pos && range.to >= pos + node.nodeSize;
      return whole && !keepsAny(node, pos, decide)
        ? null
        : node.copy(Fragment.from(rebuildChildren(node, pos + 1, range, decide)));
    }
    case "table_cell":
    case "table_header": {
      const left = rebuildChildren(node, pos + 1, range, decide);
      const first = childrenOf(node).find((child) => child.isTextblock);
      return node.copy(Fragment.from(left.length > 0 || !first ? left : [first.copy(Fragment.empty)]));
    }
    default: {
      const left = rebuildChildren(node, pos + 1, range, decide);
      // A proposal that changes a text of the base is still about it when no word is left; what was empty stays.
      return left.length > 0 || node.attrs.baseId || node.childCount === 0 ? node.copy(Fragment.from(left)) : null;
    }
  }
}

/** Whether any text block inside stays: a table that a wide range only passes over is no part of what goes. */
function keepsAny(container: Node, pos: number, decide: Decide): boolean {
  let any = false;
  container.descendants((node, offset) => {
    if (!any && node.isTextblock) any = decide(node, pos + 1 + offset) !== null;
    return !any && !node.isTextblock;
  });
  return any;
}

function pushContainer(out: Node[], old: Node, next: Node | null): void {
  if (old.type.name !== "section" || next?.firstChild?.type.name === "call") {
    pushIfAny(out, next);
    return;
  }
  const above = out.at(-1);
  if (!next) return;
  if (above?.type.name === "section") out[out.length - 1] = above.copy(above.content.append(next.content));
  else out.push(...childrenOf(next));
}

function pushIfAny(out: Node[], node: Node | null): void {
  if (node) out.push(node);
}
