/**
 * Anchors of a comparison: members that occur once on either side are the same member, whatever surrounds them
 * (the idea of patience diff). What they cut a long comparison into can be compared part by part.
 */
import { longestIncreasing } from "./longest-increasing";
import type { Pair, Stretch } from "./stretch";

/** Marks a key that one side, the first or the second, has more than once. */
const repeated = -1;
const absent = -2;

/** Returns the pairs of indices whose key occurs once on either side, in an order that both sides share. */
export function uniquePairs(keysA: Int32Array, keysB: Int32Array, { fromA, toA, fromB, toB }: Stretch): Pair[] {
  const places = new Map<number, { a: number; b: number }>();
  for (let index = fromA; index < toA; index++) {
    const place = places.get(keysA[index]!);
    if (place) place.a = repeated;
    else places.set(keysA[index]!, { a: index, b: absent });
  }
  for (let index = fromB; index < toB; index++) {
    const place = places.get(keysB[index]!);
    if (place) place.b = place.b === absent ? index : repeated;
  }
  const pairs: Pair[] = [];
  for (const { a, b } of places.values()) if (a >= 0 && b >= 0) pairs.push([a, b]);
  return longestIncreasing(pairs.map(([, b]) => b)).map((index) => pairs[index]!);
}
