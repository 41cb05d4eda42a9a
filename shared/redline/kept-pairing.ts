/**
 * Remembers how the units of a zone were paired, for the next comparison after a pause of the typist: hardly any
 * zone has changed since. A pairing is taken again only when both lists hold the very same nodes in the same order,
 * so the answer is always the one that pairing afresh would give.
 */
import type { Node } from "prosemirror-model";
import type { Block } from "../schema/blocks";
import { pairSequences, type Score } from "./sequence";
import type { Unit } from "./zones";

/** What a unit's score depends on: a block's node, a table's text. */
type Identity = Node | string;

interface Kept {
  score: Score<Unit>;
  one: Identity[];
  other: Identity[];
  partner: Int32Array;
}

const kept = new WeakMap<Node, Kept>();

/** Pairs the units of two zones as `pairSequences` does; the result is not to be written to. */
export function pairUnitsOnce(
  base: readonly Block[],
  current: readonly Block[],
  a: readonly Unit[],
  b: readonly Unit[],
  score: Score<Unit>,
): Int32Array {
  const first = a[0];
  if (!first) return new Int32Array(0);
  const key = base[first.from]!.node;
  const one = a.map((unit) => identity(unit, base));
  const other = b.map((unit) => identity(unit, current));
  const known = kept.get(key);
  if (known?.score === score && same(known.one, one) && same(known.other, other)) return known.partner;
  const partner = pairSequences(a, b, score);
  kept.set(key, { score, one, other, partner });
  return partner;
}

function identity({ kind, from, key }: Unit, blocks: readonly Block[]): Identity {
  return kind === "block" ? blocks[from]!.node : key;
}

function same(one: readonly Identity[], other: readonly Identity[]): boolean {
  return one.length === other.length && one.every((entry, index) => entry === other[index]);
}
