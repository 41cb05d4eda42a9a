/**
 * Pairs equal members of two sequences with few edits: the greedy algorithm of E. W. Myers ("An O(ND) difference
 * algorithm and its variations", 1986), forwards only. Where it needs too many edits it keeps the furthest path found
 * so far and starts again from its end, so time and memory stay linear in the length of the sequences.
 */
import type { Pair, Stretch } from "./stretch";

/** Edits after which the diff gives up: its cost grows with their square. */
const mostEdits = 1_000;

/** Where a search ended, and how far each diagonal had come before each number of edits. */
interface Search {
  edits: number;
  diagonal: number;
  /** Members of `a` that the path has passed, and of `b`. */
  x: number;
  y: number;
  /** `trace[edits]` holds the diagonals from -edits - 1 to edits + 1. */
  trace: Int32Array[];
}

/** Returns the pairs of a stretch, in no order. */
export function greedyDiff(keysA: Int32Array, keysB: Int32Array, stretch: Stretch): Pair[] {
  const pairs: Pair[] = [];
  let { fromA, fromB } = stretch;
  let moved = true;
  while (moved && fromA < stretch.toA && fromB < stretch.toB) {
    const search = searchFrom(keysA.subarray(fromA, stretch.toA), keysB.subarray(fromB, stretch.toB));
    for (const [a, b] of pathOf(search)) pairs.push([fromA + a, fromB + b]);
    fromA += search.x;
    fromB += search.y;
    moved = search.x + search.y > 0;
  }
  return pairs;
}

/** Goes on until both sequences are at their ends, or as far as the edits allow. */
function searchFrom(keysA: Int32Array, keysB: Int32Array): Search {
  const limit = Math.min(mostEdits, keysA.length + keysB.length);
  const offset = limit + 1;
  const reach = new Int32Array(2 * limit + 3);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= limit; edits++) {
    // Only the diagonals that so many edits can have reached, and their neighbours.
    trace.push(reach.slice(offset - edits - 1, offset + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const place = offset + diagonal;
      let x = isDown(reach, place, diagonal, edits) ? reach[place + 1]! : reach[place - 1]! + 1;
      let y = x - diagonal;
      while (x < keysA.length && y < keysB.length && keysA[x] === keysB[y]) {
        x++;
        y++;
      }
      reach[place] = x;
      if (x >= keysA.length && y >= keysB.length) return { edits, diagonal, x, y, trace };
    }
  }
  return { ...furthest(reach, offset, limit, keysA.length, keysB.length), edits: limit, trace };
}

/** Whether a path comes to a diagonal by leaving out a member of `b` rather than one of `a`. */
function isDown(reach: Int32Array, place: number, diagonal: number, edits: number): boolean {
  return diagonal === -edits || (diagonal !== edits && reach[place - 1]! < reach[place + 1]!);
}

/** The pairs along the path of a search, from its end to its start. */
function* pathOf({ edits, diagonal, x, y, trace }: Search): Generator<Pair> {
  for (; edits > 0; edits--) {
    const before = trace[edits]!;
    const place = edits + 1 + diagonal;
    const down = isDown(before, place, diagonal, edits);
    const previous = down ? before[place + 1]! : before[place - 1]!;
    const start = down ? previous : previous + 1;
    while (x > start) yield [--x, --y];
    diagonal += down ? 1 : -1;
    x = previous;
    y = x - diagonal;
  }
  while (x > 0) yield [--x, --y];
}

/** The path that has passed most members of both sequences. */
function furthest(reach: Int32Array, offset: number, limit: number, lengthA: number, lengthB: number) {
  let best = { diagonal: limit, x: 0, y: 0 };
  let bestSum = -1;
  for (let diagonal = -limit; diagonal <= limit; diagonal += 2) {
    const x = reach[offset + diagonal]!;
    const y = x - diagonal;
    if (x <= lengthA && y <= lengthB && y >= 0 && x + y > bestSum) {
      bestSum = x + y;
      best = { diagonal, x, y };
    }
  }
  return best;
}
