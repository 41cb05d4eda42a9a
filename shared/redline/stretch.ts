/**
 * A part of two sequences under comparison, and what every comparison does to it first: members that are equal at
 * either end are paired, and what lies between anchors is compared by itself. Members are given by their key numbers;
 * a pair is written down as `partner[a] = b`.
 */

/** Members `fromA…toA` of one sequence beside `fromB…toB` of the other, ends excluded. */
export interface Stretch {
  fromA: number;
  toA: number;
  fromB: number;
  toB: number;
}

/** An index on either side. */
export type Pair = [a: number, b: number];

/** How many pairs of members a stretch offers. */
export function cellsOf({ fromA, toA, fromB, toB }: Stretch): number {
  return (toA - fromA) * (toB - fromB);
}

/** Pairs what is equal at the ends of a stretch and returns what is left between them. */
export function pairEqualEnds(keysA: Int32Array, keysB: Int32Array, stretch: Stretch, partner: Int32Array): Stretch {
  let { fromA, toA, fromB, toB } = stretch;
  while (fromA < toA && fromB < toB && keysA[fromA] === keysB[fromB]) partner[fromA++] = fromB++;
  while (toA > fromA && toB > fromB && keysA[toA - 1] === keysB[toB - 1]) partner[--toA] = --toB;
  return { fromA, toA, fromB, toB };
}

/** Yields the stretches before, between and behind pairs that increase on both sides. */
export function* between(pairs: readonly Pair[], { fromA, toA, fromB, toB }: Stretch): Generator<Stretch> {
  for (const [a, b] of pairs) {
    yield { fromA, toA: a, fromB, toB: b };
    fromA = a + 1;
    fromB = b + 1;
  }
  yield { fromA, toA, fromB, toB };
}
