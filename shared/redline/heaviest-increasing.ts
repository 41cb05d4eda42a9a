/**
 * Chooses among scored pairs of two sequences those that stand in one order on both sides and whose values add up
 * to most: the weighted kin of the longest increasing subsequence, in time n·log n.
 */

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
export function surePairs(pairs: readonly ScoredPair[], error: number): ScoredPair[] | null {
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

/** Returns the pairs, increasing on both sides, whose values add up to most. Expects them by increasing `a`. */
export function heaviestIncreasing(pairs: readonly ScoredPair[]): ScoredPair[] {
  const columns = [...new Set(pairs.map((pair) => pair.b))].sort((one, other) => one - other);
  const rank = new Map(columns.map((column, index) => [column, index]));
  const sums = new Float64Array(pairs.length);
  const previous = new Int32Array(pairs.length).fill(-1);
  const chains = heaviestEnds(columns.length, sums);
  for (let start = 0, end = 0; start < pairs.length; start = end) {
    while (end < pairs.length && pairs[end]!.a === pairs[start]!.a) end++;
    // Pairs of one `a` exclude each other: all look up before any is entered.
    for (let index = start; index < end; index++) {
      const before = chains.before(rank.get(pairs[index]!.b)!);
      previous[index] = before;
      sums[index] = pairs[index]!.value + (before < 0 ? 0 : sums[before]!);
    }
    for (let index = start; index < end; index++) chains.enter(rank.get(pairs[index]!.b)!, index);
  }
  let last = -1;
  for (let index = 0; index < pairs.length; index++) if (last < 0 || sums[index]! > sums[last]!) last = index;
  const chain: ScoredPair[] = [];
  for (let index = last; index >= 0; index = previous[index]!) chain.push(pairs[index]!);
  return chain.reverse();
}

/** Remembers by their last column which chains weigh most (a Fenwick tree); -1 stands for none. */
function heaviestEnds(columns: number, sums: Float64Array) {
  const tree = new Int32Array(columns + 1).fill(-1);
  const isHeavier = (one: number, other: number) => other < 0 || sums[one]! > sums[other]!;
  return {
    /** The heaviest chain that ends before a column. */
    before(column: number): number {
      let best = -1;
      for (let at = column; at > 0; at -= at & -at) if (tree[at]! >= 0 && isHeavier(tree[at]!, best)) best = tree[at]!;
      return best;
    },
    enter(column: number, chain: number): void {
      for (let at = column + 1; at <= columns; at += at & -at) if (isHeavier(chain, tree[at]!)) tree[at] = chain;
    },
  };
}
