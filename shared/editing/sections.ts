/**
 * Sections begin where a call stands. These functions compute a container in which a block becomes a
 * call (and takes what follows it) or stops being one (and leaves what follows it to the section
 * before). They work on values; `replaceContainer` writes the difference.
 */
import { Fragment, type Node } from "prosemirror-model";
import { schema } from "../schema/schema";
import { isBodyBlock } from "./place";

export type Part = "preamble" | "operative";

/** The container with a new section that begins with `call` in place of the body block at `index`. */
export function sectionFrom(container: Node, index: number, call: Node, part: Part): Node | null {
  const children = childrenOf(container);
  let end = index + 1;
  while (end < children.length && isBodyBlock(children[end]!)) end++;
  const section = schema.node("section", { part }, [call, ...children.slice(index + 1, end)]);
  const next = container.copy(Fragment.from([...children.slice(0, index), section, ...children.slice(end)]));
  return next.type.validContent(next.content) ? next : null;
}

/** The container with its section at `section` cut in two: the child at `index` becomes the call of the second. */
export function sectionSplit(container: Node, section: number, index: number, call: Node, part: Part): Node {
  const children = childrenOf(container);
  const old = children[section]!;
  const before = childrenOf(old).slice(0, index);
  const after = childrenOf(old).slice(index + 1);
  const halves = [old.copy(Fragment.from(before)), schema.node("section", { part }, [call, ...after])];
  return container.copy(Fragment.from([...children.slice(0, section), ...halves, ...children.slice(section + 1)]));
}

/**
 * The container without the section at `index`: `rest` (what the section leaves) joins the section before,
 * or stands in the container itself when there is none.
 */
export function sectionDissolved(container: Node, index: number, rest: readonly Node[]): Node | null {
  const children = childrenOf(container);
  const before = children[index - 1];
  const put =
    before?.type.name === "section" ? [before.copy(before.content.append(Fragment.from(rest)))] : [before, ...rest];
  const kept = [...children.slice(0, Math.max(index - 1, 0)), ...put, ...children.slice(index + 1)];
  const next = container.copy(Fragment.from(kept.filter((node) => node !== undefined)));
  return next.type.validContent(next.content) ? next : null;
}

/** The children of a node as a list. */
export function childrenOf(node: Node): Node[] {
  return Array.from({ length: node.childCount }, (_, i) => node.child(i));
}
