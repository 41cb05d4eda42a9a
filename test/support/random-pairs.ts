/** Pairs of random documents that have something in common: what a revision and its base are to each other. */
import fc from "fast-check";
import { Fragment, type Node } from "prosemirror-model";
import { resolutions } from "./random-resolutions";

/** Two texts that have something in common: a document, and the same with parts of another mixed in. */
export const pairs = fc
  .tuple(resolutions, resolutions, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })))
  .map(([base, other, chances]): [Node, Node] => [base, mix(base, other, chances)]);

/** A base, and drafts of it that each take something from a text of their own. */
export const draftsOfOneBase = fc
  .tuple(
    resolutions,
    fc.array(resolutions, { minLength: 1, maxLength: 4 }),
    fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
  )
  .map(([base, others, chances]): [Node, Node[]] => [base, others.map((other) => mix(base, other, chances))]);

function mix(a: Node, b: Node, chances: Iterator<number>): Node {
  const roll = () => chances.next().value as number;
  if (a.type !== b.type || a.isTextblock) return roll() < 0.7 ? a : b.type === a.type ? b : a;
  const children: Node[] = [];
  for (let index = 0; index < Math.max(a.childCount, b.childCount); index++) {
    const [one, two] = [a.maybeChild(index), b.maybeChild(index)];
    if (one && two && one.type === two.type) children.push(mix(one, two, chances));
    else if (roll() < 0.6) children.push(...[one, two].filter((node) => node !== null).slice(0, 1));
    // Notes keep their order: it is that of their references, which the editor never lets go.
    if (a.type.name !== "footnotes" && roll() < 0.15 && children.length > 1)
      children.splice(0, 0, ...children.splice(children.length - 1, 1));
  }
  const mixed = a.copy(Fragment.from(children));
  return mixed.type.validContent(mixed.content) ? mixed : a;
}
