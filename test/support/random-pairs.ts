/** Pairs of random documents that have something in common: what a revision and its base are to each other. */
import fc from "fast-check";
import { Fragment, type Node } from "prosemirror-model";
import { resolutions } from "./random-resolutions";

/** Two texts that have something in common: a document, and the same with parts of another mixed in. */
export const pairs = fc
  .tuple(resolutions, resolutions, fc.nat())
  .map(([base, other, seed]): [Node, Node] => [base, mix(base, other, chances(seed))]);

/** A base, and drafts of it that each take something from a text of their own. */
export const draftsOfOneBase = fc
  .tuple(resolutions, fc.array(resolutions, { minLength: 1, maxLength: 4 }), fc.nat())
  .map(([base, others, seed]): [Node, Node[]] => {
    const rolls = chances(seed);
    return [base, others.map((other) => mix(base, other, rolls))];
  });

/** Numbers between 0 and 1 without end, the same for the same seed. */
export function* chances(seed: number): Generator<number, never> {
  for (let state = seed >>> 0; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

function mix(a: Node, b: Node, rolls: Iterator<number>): Node {
  const roll = () => rolls.next().value as number;
  if (a.type !== b.type || a.isTextblock) return roll() < 0.7 ? a : b.type === a.type ? b : a;
  const children: Node[] = [];
  for (let index = 0; index < Math.max(a.childCount, b.childCount); index++) {
    const [one, two] = [a.maybeChild(index), b.maybeChild(index)];
    if (one && two && one.type === two.type) children.push(mix(one, two, rolls));
    else if (roll() < 0.6) children.push(...[one, two].filter((node) => node !== null).slice(0, 1));
    // Notes keep their order: it is that of their references, which the editor never lets go.
    if (a.type.name !== "footnotes" && roll() < 0.15 && children.length > 1)
      children.splice(0, 0, ...children.splice(children.length - 1, 1));
  }
  const mixed = a.copy(Fragment.from(children));
  return mixed.type.validContent(mixed.content) ? mixed : a;
}

/**
 * The text with notes as documents have them: each with one reference, in the order of the references, and none in
 * the reasons or in another note.
 */
export function withOrderlyNotes(doc: Node): Node {
  const last = doc.lastChild?.type.name === "footnotes" ? doc.lastChild : null;
  const bodies = new Map(last?.children.map((note) => [note.attrs.note as string, plain(note)]));
  const referred: string[] = [];
  const kept = doc.children.filter((node) => node !== last).map((node) => orderly(node));
  const notes = referred.flatMap((note) => bodies.get(note) ?? []);
  return doc.copy(Fragment.from([...kept, ...(last && notes.length > 0 ? [last.copy(Fragment.from(notes))] : [])]));

  function orderly(node: Node): Node {
    if (node.isText) return node;
    if (node.type.name === "reasons") return plain(node);
    const children = node.children.filter(({ type, attrs }) => {
      if (type.name !== "footnoteReference") return true;
      if (!bodies.has(attrs.note) || referred.includes(attrs.note)) return false;
      referred.push(attrs.note);
      return true;
    });
    return node.copy(Fragment.from(children.map(orderly)));
  }
}

function plain(node: Node): Node {
  if (node.isText) return node;
  return node.copy(Fragment.from(node.children.filter(({ type }) => type.name !== "footnoteReference").map(plain)));
}
