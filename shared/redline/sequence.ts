/**
 * Pairs the members of two sequences in an order that both share. First what is equal (ends, members
 * that occur once, then Myers' greedy diff), then, in the gaps between, what is alike. Every step is
 * bounded: a gap too wide for a full table looks only at candidates that share rare words, and the
 * greedy diff cuts itself off, so 10,000 equal members or 10,000 different ones cost milliseconds.
 */
import { greedyDiff } from "./greedy-diff";
import { heaviestIncreasing, type ScoredPair, surePairs } from "./heaviest-increasing";
import { keyNumbers } from "./key-numbers";
import { candidatesIn } from "./rare-words";
import type { Bag } from "./similarity";
import { between, cellsOf, type Pair, pairEqualEnds, type Stretch } from "./stretch";
import { uniquePairs } from "./unique-pairs";

export interface Member {
  /** Members with the same key are equal. */
  key: string;
  /** Too little text to be recognised by it alone: paired by its place between others. */
  slight: boolean;
  /** The words by which candidates are found in wide gaps. */
  bag: () => Bag;
}

/** How much two members deserve to be paired: 0 for not at all. */
export type Score<M> = (a: M, b: M) => number;

/** A score that costs less: the other one is 0 where it is 0, else as much or at most `error` more. */
export interface RoughScore<M> {
  score: Score<M>;
  error: number;
}

/** Cells of the largest gap in which every member is weighed against every other. */
const widestTable = 4_096;

/** Returns for each member of `a` the index of its counterpart in `b`, or -1; the rough score changes nothing but the cost. */
export function pairSequences<M extends Member>(
  a: readonly M[],
  b: readonly M[],
  score: Score<M>,
  rough: RoughScore<M> | null = null,
): Int32Array {
  const partner = new Int32Array(a.length).fill(-1);
  const [keysA, keysB] = keyNumbers(a, b);
  const whole = { fromA: 0, toA: a.length, fromB: 0, toB: b.length };
  pairEqual(whole);
  for (const gap of between(pairsOf(partner), whole)) if (cellsOf(gap) > 0) pairAlike(gap);
  return partner;

  function pairEqual(stretch: Stretch): void {
    const middle = pairEqualEnds(keysA, keysB, stretch, partner);
    if (cellsOf(middle) === 0) return;
    const anchors = uniquePairs(keysA, keysB, middle).filter(([index]) => !a[index]!.slight);
    if (anchors.length === 0) {
      for (const [one, other] of greedyDiff(keysA, keysB, middle)) if (!a[one]!.slight) partner[one] = other;
      return;
    }
    for (const [one, other] of anchors) partner[one] = other;
    for (const part of between(anchors, middle)) pairEqual(part);
  }

  function pairAlike(gap: Stretch): void {
    const isNarrow = cellsOf(gap) <= widestTable;
    const offers = isNarrow ? allOffers(gap) : likelyOffers(gap);
    const sure = rough && surePairs(scored(offers, rough.score), rough.error);
    if (isNarrow && !sure) pairByTable(gap);
    else for (const pair of sure ?? heaviestIncreasing(scored(offers, score))) partner[pair.a] = pair.b;
  }

  function scored(offers: Iterable<Pair>, by: Score<M>): ScoredPair[] {
    const pairs: ScoredPair[] = [];
    for (const [one, other] of offers) {
      const value = by(a[one]!, b[other]!);
      if (value > 0) pairs.push({ a: one, b: other, value });
    }
    return pairs;
  }

  /** The pairs in order whose scores add up to most. */
  function pairByTable({ fromA, toA, fromB, toB }: Stretch): void {
    const width = toB - fromB + 1;
    const height = toA - fromA + 1;
    const sums = new Float64Array(width * height);
    const scores = new Float64Array(width * height);
    for (let row = 1; row < height; row++) {
      for (let column = 1; column < width; column++) {
        const cell = row * width + column;
        scores[cell] = score(a[fromA + row - 1]!, b[fromB + column - 1]!);
        const paired = scores[cell]! > 0 ? sums[cell - width - 1]! + scores[cell]! : 0;
        sums[cell] = Math.max(sums[cell - 1]!, sums[cell - width]!, paired);
      }
    }
    for (let row = height - 1, column = width - 1; row > 0 && column > 0; ) {
      const cell = row * width + column;
      if (scores[cell]! > 0 && sums[cell] === sums[cell - width - 1]! + scores[cell]!) {
        partner[fromA + --row] = fromB + --column;
      } else if (sums[cell] === sums[cell - 1]) column--;
      else row--;
    }
  }

  /** For each member those that share its rarest words, and the one that stands where it stands. */
  function likelyOffers({ fromA, toA, fromB, toB }: Stretch): Pair[] {
    const offers: Pair[] = [];
    const candidates = candidatesIn(b, fromB, toB);
    for (let index = fromA; index < toA; index++) {
      const near = fromB + Math.round(((index - fromA) * (toB - fromB - 1)) / Math.max(toA - fromA - 1, 1));
      for (const other of new Set([...candidates(a[index]!.bag()), near])) offers.push([index, other]);
    }
    return offers;
  }
}

/** Lists the pairs of an assignment that stands in order on both sides. */
function pairsOf(partner: Int32Array): Pair[] {
  const pairs: Pair[] = [];
  partner.forEach((b, a) => {
    if (b >= 0) pairs.push([a, b]);
  });
  return pairs;
}

function* allOffers({ fromA, toA, fromB, toB }: Stretch): Generator<Pair> {
  for (let one = fromA; one < toA; one++) for (let other = fromB; other < toB; other++) yield [one, other];
}
