/**
 * Finds what two sequences of pieces share, so that the marks on the rest are few and short. It is an
 * exact alignment that minimises marked characters plus a price for every place where marking starts:
 * the price is what keeps a lone common word between two changes from shredding the sentence. Where
 * exactness would cost too much, pieces that occur once on both sides split the problem first.
 */
import { alignExactly } from "./exact-alignment";
import { keyNumbers } from "./key-numbers";
import { slideChanges } from "./slide-changes";
import { between, cellsOf, pairEqualEnds, type Stretch } from "./stretch";
import { uniquePairs } from "./unique-pairs";
import { lettersOfAnIdeograph, type Piece } from "./words";

/** Pieces `fromA…toA` of the base became pieces `fromB…toB` of the current text. */
export type PieceChange = Stretch;

/** In characters: how much common text a further pair of marks must save to be worth reading. */
const priceOfAChange = 14;
/** Above this many cells the exact alignment gives way to anchors. */
const mostCells = 400_000;

/** Lists the changes between two sequences of pieces, in order, never adjacent to one another. */
export function diffPieces(a: readonly Piece[], b: readonly Piece[]): PieceChange[] {
  // Most of two texts is the same at both ends; only what lies between needs numbers and weights.
  let ends = Math.min(a.length, b.length);
  let start = 0;
  while (start < ends && a[start]!.key === b[start]!.key) start++;
  ends -= start;
  let end = 0;
  while (end < ends && a[a.length - 1 - end]!.key === b[b.length - 1 - end]!.key) end++;
  const [middleA, middleB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const changes = changesBetween(pairPieces(middleA, middleB), middleB.length, start);
  return slideChanges(changes, a, b);
}

/** Returns for each piece of `a` the index of its partner in `b`, or -1. */
function pairPieces(a: readonly Piece[], b: readonly Piece[]): Int32Array {
  const [keysA, keysB] = keyNumbers(a, b);
  const weightedA = { keys: keysA, weights: Int32Array.from(a, weightOf) };
  const weightedB = { keys: keysB, weights: Int32Array.from(b, weightOf) };
  const partner = new Int32Array(a.length).fill(-1);
  const whole = { fromA: 0, toA: a.length, fromB: 0, toB: b.length };
  if (cellsOf(whole) <= mostCells) pairStretch(whole);
  else pairByAnchors(whole);
  return partner;

  function pairStretch(stretch: Stretch): void {
    const middle = pairEqualEnds(keysA, keysB, stretch, partner);
    if (cellsOf(middle) > 0) alignExactly(weightedA, weightedB, middle, priceOfAChange, partner);
  }

  function pairByAnchors(stretch: Stretch): void {
    const anchors = uniquePairs(keysA, keysB, stretch);
    for (const [one, other] of anchors) partner[one] = other;
    for (const part of between(anchors, stretch)) {
      // Without an anchor in it a stretch this long is replaced as a whole.
      if (cellsOf(part) <= mostCells) pairStretch(part);
    }
  }
}

const ideographs = /^\p{Script=Han}/u;

/** What a piece adds to the marks: its characters, an ideograph counting for several letters. */
function weightOf(piece: Piece): number {
  return (piece.to - piece.from) * (ideographs.test(piece.key) ? lettersOfAnIdeograph : 1);
}

/** Lists what has no partner; `start` is where the paired pieces begin in their texts. */
function changesBetween(partner: Int32Array, lengthB: number, start: number): PieceChange[] {
  const changes: PieceChange[] = [];
  let fromA = 0;
  let fromB = 0;
  for (let toA = 0; toA <= partner.length; toA++) {
    const toB = toA === partner.length ? lengthB : partner[toA]!;
    if (toB < 0) continue;
    if (toA > fromA || toB > fromB) {
      changes.push({ fromA: start + fromA, toA: start + toA, fromB: start + fromB, toB: start + toB });
    }
    fromA = toA + 1;
    fromB = toB + 1;
  }
  return changes;
}
