/**
 * Sections begin where a call stands. These functions compute a container in which a block becomes a
 * call (and takes what follows it) or stops being one (and leaves what follows it to the section
 * before). They work on values; `replaceContainer` writes the difference.
 */
import { Fragment, type Node } from "prosemirror-model";
import { schema } from "../schema/schema";
import { isBodyBlock } from "./place";

export type Part = "preamble" | "operative";

/** The container with a section that begins with `call` before its child at `index` and takes the body blocks there. */
export function sectionInserted(container: Node, index: number, call: Node, part: Part): Node | null {
  const children = childrenOf(container);
  let end = index;
  while (end < children.length && isBodyBlock(children[end]!)) end++;
  const section = schema.node("section", { part }, [call, ...children.slice(index, end)]);
  return withChildren(container, [...children.slice(0, index), section, ...children.slice(end)]);
}

/** The container with its body block at `index` turned into `call`: a section begins there. */
export function sectionFrom(container: Node, index: number, call: Node, part: Part): Node | null {
  const without = withChildren(
    container,
    childrenOf(container).filter((_, i) => i !== index),
    false,
  );
  return without && sectionInserted(without, index, call, part);
}

/** The container with its section at `section` cut in two: the child at `index` becomes the call of the second. */
export function sectionSplit(container: Node, section: number, index: number, call: Node, part: Part): Node | null {
  const children = childrenOf(container);
  const old = children[section]!;
  const blocks = childrenOf(old);
  const first = old.copy(Fragment.from(blocks.slice(0, index)));
  const second = schema.node("section", { part }, [call, ...blocks.slice(index + 1)]);
  return withChildren(container, [...children.slice(0, section), first, second, ...children.slice(section + 1)]);
}

/**
 * The container without the section at `index`: `rest` (what the section leaves) joins the section before,
 * or stands in the container itself when there is none.
 */
export function sectionDissolved(container: Node, index: number, rest: readonly Node[]): Node | null {
  const children = childrenOf(container);
  const before = index > 0 ? children[index - 1]! : null;
  const joined = before?.type.name === "section" ? before.copy(before.content.append(Fragment.from(rest))) : null;
  const put = joined ? [...children.slice(0, index - 1), joined] : [...children.slice(0, index), ...rest];
  return withChildren(container, [...put, ...children.slice(index + 1)]);
}

/** A container with other children, or null when the schema refuses them. */
export function withChildren(container: Node, children: readonly Node[], checked = true): Node | null {
  const next = container.copy(Fragment.from(children));
  return !checked || next.type.validContent(next.content) ? next : null;
}

/** The children of a node as a list. */
export function childrenOf(node: Node): Node[] {
  return Array.from({ length: node.childCount }, (_, i) => node.child(i));
}
