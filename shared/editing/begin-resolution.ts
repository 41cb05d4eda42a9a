/**
 * A text that was opened without structure becomes a resolution by hand: the first number, title or call
 * that is made wraps what follows in a proposal and its resolution, and a line above that becomes part of the
 * head joins it. The number or title of an annex takes everything after it into the annex.
 */
import { Fragment, type Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import { schema } from "../schema/schema";
import { isBodyBlock, type Place } from "./place";
import { replaceContainer } from "./replace-container";
import { childrenOf, withChildren } from "./sections";

/** Puts the block and what follows it into a resolution; its new position, or null when it needs or finds none. */
export function beginResolution(tr: Transaction, { parent, pos, start, index }: Place): number | null {
  if (parent.type.name !== "doc" && parent.type.name !== "proposal") return null;
  const children = childrenOf(parent);
  let end = index;
  while (end < children.length && isResolutionBlock(children[end]!)) end++;
  const following = children[end];
  const run = children.slice(index, end);
  const open = parent.type.name === "doc" ? 2 : 1;
  const joined = following && joinedTo(following, run);
  const resolution = schema.node("resolution", null, run);
  const made = joined ?? (open === 2 ? schema.node("proposal", null, [resolution]) : resolution);
  const next = withChildren(parent, [...children.slice(0, index), made, ...children.slice(joined ? end + 1 : end)]);
  return next && replaceContainer(tr, start - 1, next) ? pos + open : null;
}

/** The proposal or resolution that comes next, with these blocks before its first one. */
function joinedTo(node: Node, blocks: readonly Node[]): Node | null {
  if (node.type.name === "resolution") return node.copy(Fragment.from(blocks).append(node.content));
  const first = node.type.name === "proposal" ? node.firstChild : null;
  if (first?.type.name !== "resolution") return null;
  return node.copy(node.content.replaceChild(0, joinedTo(first, blocks)!));
}

function isResolutionBlock(node: Node): boolean {
  return isBodyBlock(node) || node.type.isInGroup("head");
}

/**
 * The container of sections with an annex that begins at `block`: what stood after it there is the annex's.
 * `rest` is what the block's own section keeps and gives; null outside a section.
 */
export function annexFrom(
  container: Node,
  index: number,
  block: Node,
  section: { kept: readonly Node[]; given: readonly Node[] } | null,
): Node | null {
  const children = childrenOf(container);
  const annexes = children.findIndex((child, i) => i > index && child.type.name === "annex");
  const end = annexes < 0 ? children.length : annexes;
  const annex = schema.node("annex", null, [block, ...(section?.given ?? []), ...children.slice(index + 1, end)]);
  const kept = section && section.kept.length > 0 ? [children[index]!.copy(Fragment.from(section.kept))] : [];
  return withChildren(container, [...children.slice(0, index), ...kept, annex, ...children.slice(end)]);
}
