/**
 * Steps that turn one document into another, as few and as small as the two allow: blocks that are the same
 * are not touched, a block that changed is changed in its words. So a text that was worked out elsewhere comes
 * into the editor as an edit that undo, the journal and the attribution understand.
 */
import { Fragment, type Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import { Transform } from "prosemirror-transform";
import { replaceContainer } from "./replace-container";

/** Adds the steps to a transaction; its document is the other one afterwards. */
export function transformTo(tr: Transaction, next: Node): void {
  const goal = next;
  const steps = smallSteps(tr.doc, goal);
  if (steps) for (const step of steps.steps) tr.step(step);
  else replaceContainer(tr, -1, tr.doc.copy(goal.content));
  for (const [name, value] of Object.entries(goal.attrs)) {
    if (tr.doc.attrs[name] !== value) tr.setDocAttribute(name, value);
  }
}

/** Null where the schema allows no way in small steps. */
function smallSteps(doc: Node, next: Node): Transform | null {
  const transform = new Transform(doc);
  try {
    turnChildren(transform, doc, -1, next);
  } catch {
    return null;
  }
  return transform.doc.content.eq(next.content) ? transform : null;
}

function turn(transform: Transform, old: Node, pos: number, next: Node): void {
  if (old === next || old.eq(next)) return;
  if (!old.isTextblock) turnChildren(transform, old, pos, next);
  else {
    const start = old.content.findDiffStart(next.content);
    const end = old.content.findDiffEnd(next.content);
    if (start !== null && end) {
      const overlap = Math.max(start - Math.min(end.a, end.b), 0);
      const content = next.content.cut(start, end.b + overlap);
      transform.replaceWith(pos + 1 + start, pos + 1 + end.a + overlap, content);
    }
  }
  if (!old.sameMarkup(next)) transform.setNodeMarkup(pos, next.type, next.attrs, next.marks);
}

/** From the last child to the first, so that positions before stay what they were. */
function turnChildren(transform: Transform, old: Node, pos: number, next: Node): void {
  const [mine, theirs] = [old.children, next.children];
  const pairs = counterparts(mine, theirs);
  const starts: number[] = [];
  let at = pos + 1;
  for (const child of mine) {
    starts.push(at);
    at += child.nodeSize;
  }
  starts.push(at);
  let [i, j] = [mine.length, theirs.length];
  for (const [a, b] of [...pairs.reverse(), [-1, -1] as const]) {
    if (i > a + 1 || j > b + 1) {
      const content = Fragment.fromArray(theirs.slice(b + 1, j));
      transform.replaceWith(starts[a + 1] as number, starts[i] as number, content);
    }
    if (a >= 0) turn(transform, mine[a] as Node, starts[a] as number, theirs[b] as Node);
    [i, j] = [a, b];
  }
}

/** Children that are the same block or container in both lists, in order. */
function counterparts(mine: readonly Node[], theirs: readonly Node[]): [number, number][] {
  const places = new Map<string, number>();
  for (const [index, node] of theirs.entries()) places.set(nameOf(node), index);
  const pairs: [number, number][] = [];
  for (const [index, node] of mine.entries()) {
    const place = places.get(nameOf(node));
    if (place !== undefined) pairs.push([index, place]);
  }
  return rising(pairs);
}

/** A container is known by the first block in it. */
function nameOf(node: Node): string {
  let first: Node | null | undefined = node;
  while (first && !first.isTextblock) first = first.firstChild;
  return `${node.isTextblock ? "" : node.type.name} ${first?.attrs.id ?? ""}`;
}

/** The longest list of pairs that rise on both sides. */
function rising(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = [];
  const before: number[] = [];
  for (const [index, [, place]] of pairs.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] as number] as [number, number])[1] < place) low = middle + 1;
      else high = middle;
    }
    before[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  }
  const longest: [number, number][] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] as number) longest.unshift(pairs[at] as [number, number]);
  return longest;
}
