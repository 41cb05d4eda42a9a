/**
 * What a draft does to one block of the base, as edits of the base's content: stretches that are replaced,
 * and with what. Edits of several drafts go together when no two touch the same place, unless they are the
 * same edit; then they can be made at once, and the order of the drafts does not matter.
 */
import { Fragment, type Node } from "prosemirror-model";
import { leafText, silentMarks } from "../schema/schema";
import type { Provision } from "./redline-types";

export interface BlockEdit {
  /** Content offsets in the base block; equal when nothing is taken away. */
  from: number;
  to: number;
  content: Fragment;
  /** Equal for edits that do the same. */
  key: string;
}

/** Lists the edits that lead from a provision's base block to its current one, in order. */
export function editsOf({ segments, after }: Provision): BlockEdit[] {
  const edits: BlockEdit[] = [];
  let open: { from: number; to: number; fromB: number; toB: number } | null = null;
  const close = () => {
    if (open && after) edits.push(editOf(after.node, open.from, open.to, open.fromB, open.toB));
    open = null;
  };
  for (const { op, formatted, fromA, toA, fromB, toB } of segments) {
    if (op === "=") {
      close();
      if (formatted && after) edits.push(editOf(after.node, fromA, toA, fromB, toB));
    } else if (open) {
      open.to = toA;
      open.toB = toB;
    } else open = { from: fromA, to: toA, fromB, toB };
  }
  close();
  return edits;
}

function editOf(node: Node, from: number, to: number, fromB: number, toB: number): BlockEdit {
  const content = node.content.cut(fromB, toB);
  return { from, to, content, key: `${from} ${to} ${contentKey(content)}` };
}

/** Names content by its text and visible formatting; ids of notes mean nothing across drafts. */
export function contentKey(content: Fragment): string {
  const parts: string[] = [];
  let look = "";
  content.forEach((node) => {
    const marks = node.marks
      .map(({ type }) => type.name)
      .filter((name) => !silentMarks.has(name))
      .sort()
      .join(" ");
    const text = node.isText ? (node.text ?? "") : `\u0001${node.type.name} ${leafText(node)}\u0001`;
    if (marks === look && parts.length > 0) parts.push(text);
    else parts.push(`\u0002${marks}\u0003${text}`);
    look = marks;
  });
  return parts.join("");
}

/** True when two lists of edits can be made at once. */
export function goTogether(one: readonly BlockEdit[], other: readonly BlockEdit[]): boolean {
  return one.every((a) => other.every((b) => a.key === b.key || areApart(a, b)));
}

/** Two insertions at one place, or an insertion at the edge of a replacement, have no order between them. */
function areApart(a: BlockEdit, b: BlockEdit): boolean {
  const isInsertion = a.from === a.to || b.from === b.to;
  return isInsertion ? a.to < b.from || b.to < a.from : a.to <= b.from || b.to <= a.from;
}

/** Makes edits that go together; the same edit of several drafts is made once. */
export function makeEdits(base: Node, edits: readonly BlockEdit[]): Fragment {
  const distinct = [...new Map(edits.map((edit) => [edit.key, edit])).values()];
  distinct.sort((a, b) => a.from - b.from || a.to - b.to);
  let made = Fragment.empty;
  let at = 0;
  for (const { from, to, content } of distinct) {
    made = made.append(base.content.cut(at, from)).append(content);
    at = to;
  }
  return made.append(base.content.cut(at, base.content.size));
}
