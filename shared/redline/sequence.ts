/**
 * Pairs the members of two sequences in an order that both share. First what is equal (ends, members
 * that occur once, then Myers' greedy diff), then, in the gaps between, what is alike. Every step is
 * bounded: a gap too wide for a full table looks only at candidates that share rare words, and the
 * greedy diff cuts itself off, so 10,000 equal members or 10,000 different ones cost milliseconds.
 */
import { keyNumbers } from "./key-numbers";
import { type Bag, weightIn } from "./similarity";
import { uniquePairs } from "./word-diff";

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
/** Edits after which the greedy diff gives up: its cost grows with their square. */
const mostEdits = 1_000;
/** In wider gaps, how many members are weighed as the counterpart of one. */
const mostCandidates = 6;
/** A word that more members than these have finds no candidates. */
const longestPosting = 24;

/** Returns for each member of `a` the index of its counterpart in `b`, or -1; the rough score changes nothing but the cost. */
export function pairSequences<M extends Member>(
  a: readonly M[],
  b: readonly M[],
  score: Score<M>,
  rough: RoughScore<M> | null = null,
): Int32Array {
  const partner = new Int32Array(a.length).fill(-1);
  const [keysA, keysB] = keyNumbers(a, b);
  pairEqual(0, a.length, 0, b.length);
  pairAlikeBetween();
  return partner;

  function pairEqual(fromA: number, toA: number, fromB: number, toB: number): void {
    while (fromA < toA && fromB < toB && keysA[fromA] === keysB[fromB]) partner[fromA++] = fromB++;
    while (toA > fromA && toB > fromB && keysA[toA - 1] === keysB[toB - 1]) partner[--toA] = --toB;
    if (fromA === toA || fromB === toB) return;
    const anchors = uniquePairs(keysA, fromA, toA, keysB, fromB, toB).filter(([index]) => !a[index]!.slight);
    if (anchors.length === 0) {
      greedyDiff(keysA, fromA, toA, keysB, fromB, toB, (indexA, indexB) => {
        if (!a[indexA]!.slight) partner[indexA] = indexB;
      });
      return;
    }
    let lastA = fromA;
    let lastB = fromB;
    for (const [indexA, indexB] of anchors) {
      pairEqual(lastA, indexA, lastB, indexB);
      partner[indexA] = indexB;
      lastA = indexA + 1;
      lastB = indexB + 1;
    }
    pairEqual(lastA, toA, lastB, toB);
  }

  function pairAlikeBetween(): void {
    let fromA = 0;
    let fromB = 0;
    for (let index = 0; index <= a.length; index++) {
      const toB = index === a.length ? b.length : partner[index]!;
      if (toB < 0) continue;
      if (index > fromA && toB > fromB) pairAlike(fromA, index, fromB, toB);
      fromA = index + 1;
      fromB = toB + 1;
    }
  }

  function pairAlike(fromA: number, toA: number, fromB: number, toB: number): void {
    const isNarrow = (toA - fromA) * (toB - fromB) <= widestTable;
    const offers = isNarrow ? allOffers(fromA, toA, fromB, toB) : likelyOffers(fromA, toA, fromB, toB);
    const sure = rough && surePairs(scored(offers, rough.score), rough.error);
    if (isNarrow && !sure) pairByTable(fromA, toA, fromB, toB);
    else for (const pair of sure ?? heaviestIncreasing(scored(offers, score))) partner[pair.a] = pair.b;
  }

  function scored(offers: Iterable<Offer>, by: Score<M>): ScoredPair[] {
    const pairs: ScoredPair[] = [];
    for (const [one, other] of offers) {
      const value = by(a[one]!, b[other]!);
      if (value > 0) pairs.push({ a: one, b: other, value });
    }
    return pairs;
  }

  /** The pairs in order whose scores add up to most. */
  function pairByTable(fromA: number, toA: number, fromB: number, toB: number): void {
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

  function* allOffers(fromA: number, toA: number, fromB: number, toB: number): Generator<Offer> {
    for (let one = fromA; one < toA; one++) for (let other = fromB; other < toB; other++) yield [one, other];
  }

  function likelyOffers(fromA: number, toA: number, fromB: number, toB: number): Offer[] {
    const offers: Offer[] = [];
    const candidates = candidatesIn(b, fromB, toB);
    for (let index = fromA; index < toA; index++) {
      const near = fromB + Math.round(((index - fromA) * (toB - fromB - 1)) / Math.max(toA - fromA - 1, 1));
      for (const other of new Set([...candidates(a[index]!.bag()), near])) offers.push([index, other]);
    }
    return offers;
  }
}

/** An index on either side. */
type Offer = [a: number, b: number];

export interface ScoredPair {
  a: number;
  b: number;
  value: number;
}

/** The best pair first; of two that are as good, the one that stands first. */
export function byValue(one: ScoredPair, other: ScoredPair): number {
  return other.value - one.value || one.a - other.a || one.b - other.b;
}

/**
 * The best pair of each `a`, when no others can add up to more: each is better than all others of its `a`, whatever
 * the error, and all of them stand in one order. Any other choice gives up at least one of them for each pair that it
 * takes instead. Expects pairs by increasing `a`; null when that is not sure.
 */
function surePairs(pairs: readonly ScoredPair[], error: number): ScoredPair[] | null {
  const best: ScoredPair[] = [];
  for (let index = 0; index < pairs.length; ) {
    let first = pairs[index]!;
    let second = 0;
    for (index++; pairs[index]?.a === first.a; index++) {
      const pair = pairs[index]!;
      second = Math.max(second, Math.min(pair.value, first.value));
      if (pair.value > first.value) first = pair;
    }
    const before = best.at(-1);
    if ((second > 0 && second + error >= first.value) || (before && before.b >= first.b)) return null;
    best.push(first);
  }
  return best;
}

/** Looks up the members that share the rarest words with a bag, best first. */
export function candidatesIn(members: readonly Member[], from: number, to: number): (bag: Bag) => number[] {
  const postings = new Map<number, number[]>();
  for (let index = from; index < to; index++) {
    const { words } = members[index]!.bag();
    for (let at = 0; at < words.length; at++) {
      if (at > 0 && words[at] === words[at - 1]) continue;
      const posting = postings.get(words[at]!);
      if (!posting) postings.set(words[at]!, [index]);
      else if (posting.length <= longestPosting) posting.push(index);
    }
  }
  return (bag) => {
    const votes = new Map<number, number>();
    for (let at = 0; at < bag.words.length; at++) {
      const posting = postings.get(bag.words[at]!);
      // A word that many share says nothing; its list was not even completed.
      if (!posting || posting.length > longestPosting) continue;
      for (const index of posting) {
        votes.set(index, (votes.get(index) ?? 0) + weightIn(bag.words[at]!) / posting.length);
      }
    }
    return [...votes]
      .sort((one, other) => other[1] - one[1] || one[0] - other[0])
      .slice(0, mostCandidates)
      .map(([index]) => index);
  };
}

/** The pairs, increasing on both sides, whose values add up to most. Expects them by increasing `a`. */
export function heaviestIncreasing(pairs: readonly ScoredPair[]): ScoredPair[] {
  const columns = [...new Set(pairs.map((pair) => pair.b))].sort((one, other) => one - other);
  const rank = new Map(columns.map((column, index) => [column, index + 1]));
  // Fenwick tree: the heaviest chain that ends at or before a rank.
  const tree = new Int32Array(columns.length + 1).fill(-1);
  const sums = new Float64Array(pairs.length);
  const previous = new Int32Array(pairs.length).fill(-1);
  let start = 0;
  while (start < pairs.length) {
    let end = start;
    while (end < pairs.length && pairs[end]!.a === pairs[start]!.a) end++;
    // Pairs of one `a` exclude each other: all look up before any is entered.
    for (let index = start; index < end; index++) {
      let best = -1;
      for (let at = rank.get(pairs[index]!.b)! - 1; at > 0; at -= at & -at) {
        const chain = tree[at]!;
        if (chain >= 0 && (best < 0 || sums[chain]! > sums[best]!)) best = chain;
      }
      previous[index] = best;
      sums[index] = pairs[index]!.value + (best < 0 ? 0 : sums[best]!);
    }
    for (let index = start; index < end; index++) {
      for (let at = rank.get(pairs[index]!.b)!; at < tree.length; at += at & -at) {
        if (tree[at]! < 0 || sums[index]! > sums[tree[at]!]!) tree[at] = index;
      }
    }
    start = end;
  }
  let last = -1;
  for (let index = 0; index < pairs.length; index++) if (last < 0 || sums[index]! > sums[last]!) last = index;
  const chain: ScoredPair[] = [];
  for (let index = last; index >= 0; index = previous[index]!) chain.push(pairs[index]!);
  return chain.reverse();
}

/**
 * Myers' greedy diff, forwards only. When it needs too many edits it keeps the furthest path found so
 * far and starts again from its end, so time and memory stay linear in the length of the sequences.
 */
function greedyDiff(
  keysA: Int32Array,
  fromA: number,
  toA: number,
  keysB: Int32Array,
  fromB: number,
  toB: number,
  match: (a: number, b: number) => void,
): void {
  let startA = fromA;
  let startB = fromB;
  while (startA < toA && startB < toB) {
    const lengthA = toA - startA;
    const lengthB = toB - startB;
    const limit = Math.min(mostEdits, lengthA + lengthB);
    const offset = limit + 1;
    const reach = new Int32Array(2 * limit + 3);
    const trace: Int32Array[] = [];
    let found: { edits: number; diagonal: number } | null = null;
    for (let edits = 0; edits <= limit && !found; edits++) {
      // Only the diagonals that so many edits can have reached, and their neighbours.
      trace.push(reach.slice(offset - edits - 1, offset + edits + 2));
      for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
        const down =
          diagonal === -edits || (diagonal !== edits && reach[offset + diagonal - 1]! < reach[offset + diagonal + 1]!);
        let x = down ? reach[offset + diagonal + 1]! : reach[offset + diagonal - 1]! + 1;
        let y = x - diagonal;
        while (x < lengthA && y < lengthB && keysA[startA + x] === keysB[startB + y]) {
          x++;
          y++;
        }
        reach[offset + diagonal] = x;
        if (x >= lengthA && y >= lengthB) {
          found = { edits, diagonal };
          break;
        }
      }
    }
    const finished = found !== null;
    found ??= furthest(reach, offset, limit, lengthA, lengthB);
    let x = Math.min(reach[offset + found.diagonal]!, lengthA);
    let y = x - found.diagonal;
    const [endA, endB] = [startA + x, startB + y];
    for (let { edits, diagonal } = found; edits >= 0; edits--) {
      const before = trace[edits]!;
      const middle = edits + 1;
      const down =
        diagonal === -edits || (diagonal !== edits && before[middle + diagonal - 1]! < before[middle + diagonal + 1]!);
      const previous = edits === 0 ? 0 : down ? diagonal + 1 : diagonal - 1;
      const startX = edits === 0 ? 0 : before[middle + previous]! + (down ? 0 : 1);
      while (x > startX) match(startA + --x, startB + --y);
      if (edits === 0) break;
      x = before[middle + previous]!;
      y = x - previous;
      diagonal = previous;
    }
    if (finished) return;
    startA = endA;
    startB = endB;
  }
}

function furthest(reach: Int32Array, offset: number, limit: number, lengthA: number, lengthB: number) {
  let best = { edits: limit, diagonal: limit };
  let bestSum = -1;
  for (let diagonal = -limit; diagonal <= limit; diagonal += 2) {
    const x = reach[offset + diagonal]!;
    const y = x - diagonal;
    if (x <= lengthA && y <= lengthB && y >= 0 && x + y > bestSum) {
      bestSum = x + y;
      best = { edits: limit, diagonal };
    }
  }
  return best;
}
