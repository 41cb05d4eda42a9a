/**
 * Finds what two sequences of pieces share, so that the marks on the rest are few and short. It is an
 * exact alignment that minimises marked characters plus a price for every place where marking starts:
 * the price is what keeps a lone common word between two changes from shredding the sentence. Where
 * exactness would cost too much, pieces that occur once on both sides split the problem first.
 */
import { keyNumbers } from "./key-numbers";
import { longestIncreasing } from "./longest-increasing";
import { lettersOfAnIdeograph, type Piece } from "./words";

/** Pieces `fromA…toA` of the base became pieces `fromB…toB` of the current text. */
export interface PieceChange {
  fromA: number;
  toA: number;
  fromB: number;
  toB: number;
}

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
  const [keysA, keysB] = keyNumbers(middleA, middleB);
  const weightA = Int32Array.from(middleA, weightOf);
  const weightB = Int32Array.from(middleB, weightOf);
  const matches: number[] = [];
  matchRange(0, middleA.length, 0, middleB.length);
  return slideAll(toChanges(matches, middleA.length, middleB.length, start), a, b);

  function matchRange(fromA: number, toA: number, fromB: number, toB: number): void {
    while (fromA < toA && fromB < toB && keysA[fromA] === keysB[fromB]) matches.push(fromA++, fromB++);
    const tail: number[] = [];
    while (toA > fromA && toB > fromB && keysA[toA - 1] === keysB[toB - 1]) tail.push(--toA, --toB);
    if (toA > fromA && toB > fromB) {
      if ((toA - fromA) * (toB - fromB) <= mostCells) matchExactly(fromA, toA, fromB, toB);
      else matchByAnchors(fromA, toA, fromB, toB);
    }
    for (let index = tail.length - 2; index >= 0; index -= 2) matches.push(tail[index]!, tail[index + 1]!);
  }

  function matchByAnchors(fromA: number, toA: number, fromB: number, toB: number): void {
    const anchors = uniquePairs(keysA, fromA, toA, keysB, fromB, toB);
    let lastA = fromA;
    let lastB = fromB;
    for (const [indexA, indexB] of anchors) {
      if (indexA < lastA || indexB < lastB) continue;
      // Without an anchor in it a stretch this long is replaced as a whole.
      if ((indexA - lastA) * (indexB - lastB) <= mostCells) matchRange(lastA, indexA, lastB, indexB);
      matches.push(indexA, indexB);
      lastA = indexA + 1;
      lastB = indexB + 1;
    }
    if (anchors.length > 0 && (toA - lastA) * (toB - lastB) <= mostCells) matchRange(lastA, toA, lastB, toB);
  }

  function matchExactly(fromA: number, toA: number, fromB: number, toB: number): void {
    const rows = toA - fromA;
    const columns = toB - fromB;
    const width = columns + 1;
    // Per cell, bit 0: the match came out of a change; bits 1–2: where the change came from.
    const origin = new Uint8Array((rows + 1) * width);
    // Costs of the row above and of this one, when the last piece was matched and when it was marked.
    let matched = new Int32Array(width);
    let changed = new Int32Array(width);
    let nextMatched = new Int32Array(width);
    let nextChanged = new Int32Array(width);
    for (let row = 0; row <= rows; row++) {
      const keyA = row === 0 ? -1 : keysA[fromA + row - 1]!;
      const costA = row === 0 ? 0 : weightA[fromA + row - 1]!;
      nextMatched[0] = row === 0 ? 0 : infinite;
      for (let column = 0; column <= columns; column++) {
        let bits = 0;
        if (column > 0) {
          nextMatched[column] = infinite;
          if (row > 0 && keyA === keysB[fromB + column - 1]) {
            const viaMatch = matched[column - 1]!;
            const viaChange = changed[column - 1]!;
            nextMatched[column] = Math.min(viaMatch, viaChange);
            if (viaMatch > viaChange) bits = 1;
          }
        }
        let best = infinite;
        let from = 0;
        if (column > 0) {
          const costB = weightB[fromB + column - 1]!;
          const extend = nextChanged[column - 1]! + costB;
          const open = nextMatched[column - 1]! + costB + priceOfAChange;
          if (extend < best) best = extend;
          if (open < best) {
            best = open;
            from = 1;
          }
        }
        if (row > 0) {
          const extend = changed[column]! + costA;
          const open = matched[column]! + costA + priceOfAChange;
          if (extend < best) {
            best = extend;
            from = 2;
          }
          if (open < best) {
            best = open;
            from = 3;
          }
        }
        nextChanged[column] = best;
        origin[row * width + column] = bits | (from << 1);
      }
      [matched, nextMatched] = [nextMatched, matched];
      [changed, nextChanged] = [nextChanged, changed];
    }
    const found: number[] = [];
    let row = rows;
    let column = columns;
    let inChange = changed[columns]! < matched[columns]!;
    while (row > 0 || column > 0) {
      const bits = origin[row * width + column]!;
      if (!inChange) {
        found.push(fromB + --column, fromA + --row);
        inChange = (bits & 1) === 1;
      } else {
        const from = bits >> 1;
        if (from < 2) column--;
        else row--;
        inChange = from === 0 || from === 2;
      }
    }
    for (let index = found.length - 2; index >= 0; index -= 2) matches.push(found[index + 1]!, found[index]!);
  }
}

/** More than any text can cost, and small enough that adding to it does not overflow 32 bits. */
const infinite = 1 << 29;
const ideographs = /^\p{Script=Han}/u;

/** What a piece adds to the marks: its characters, an ideograph counting for several letters. */
function weightOf(piece: Piece): number {
  return (piece.to - piece.from) * (ideographs.test(piece.key) ? lettersOfAnIdeograph : 1);
}

/** Pairs of positions whose key occurs once on each side, in an order that both sides share. */
export function uniquePairs(
  keysA: Int32Array,
  fromA: number,
  toA: number,
  keysB: Int32Array,
  fromB: number,
  toB: number,
): [number, number][] {
  const places = new Map<number, { a: number; b: number }>();
  for (let index = fromA; index < toA; index++) {
    const place = places.get(keysA[index]!);
    if (place) place.a = -1;
    else places.set(keysA[index]!, { a: index, b: -2 });
  }
  for (let index = fromB; index < toB; index++) {
    const place = places.get(keysB[index]!);
    if (place) place.b = place.b === -2 ? index : -1;
  }
  const pairs: [number, number][] = [];
  for (const place of places.values()) if (place.a >= 0 && place.b >= 0) pairs.push([place.a, place.b]);
  const kept = longestIncreasing(pairs.map((pair) => pair[1]));
  return kept.map((index) => pairs[index]!);
}

function toChanges(matches: readonly number[], lengthA: number, lengthB: number, start: number): PieceChange[] {
  const changes: PieceChange[] = [];
  let fromA = 0;
  let fromB = 0;
  for (let index = 0; index <= matches.length; index += 2) {
    const toA = matches[index] ?? lengthA;
    const toB = matches[index + 1] ?? lengthB;
    if (toA > fromA || toB > fromB) {
      changes.push({ fromA: start + fromA, toA: start + toA, fromB: start + fromB, toB: start + toB });
    }
    fromA = toA + 1;
    fromB = toB + 1;
  }
  return changes;
}

/**
 * A pure insertion or deletion can often stand at several places with the same marks (`de la vie` →
 * `de la production dans la vie`). The place where it takes whole words with the space behind them,
 * or, before punctuation, with the space in front, reads best.
 */
function slideAll(changes: readonly PieceChange[], a: readonly Piece[], b: readonly Piece[]): PieceChange[] {
  const slid: PieceChange[] = [];
  changes.forEach((change, index) => {
    const inserted = change.fromA === change.toA;
    if (!inserted && change.fromB !== change.toB) {
      slid.push(change);
      return;
    }
    const [pieces, from, to] = inserted ? [b, change.fromB, change.toB] : [a, change.fromA, change.toA];
    // Two changes stay apart by at least one piece.
    const previous = slid[index - 1];
    const next = changes[index + 1];
    const before = previous ? (inserted ? previous.toB : previous.toA) + 1 : 0;
    const after = next ? (inserted ? next.fromB : next.fromA) - 1 : pieces.length;
    let best = 0;
    let bestScore = slideScore(pieces, from, to);
    const weigh = (shift: number) => {
      const score = slideScore(pieces, from + shift, to + shift);
      // Of equally good places the first: an article goes with the words that it introduces.
      if (score > bestScore || (score === bestScore && shift < best)) [best, bestScore] = [shift, score];
    };
    for (let shift = -1; from + shift >= before && same(pieces, from + shift, to + shift); shift--) weigh(shift);
    for (let shift = 1; to + shift <= after && same(pieces, from + shift - 1, to + shift - 1); shift++) weigh(shift);
    const { fromA, toA, fromB, toB } = change;
    slid.push({ fromA: fromA + best, toA: toA + best, fromB: fromB + best, toB: toB + best });
  });
  return slid;
}

function same(pieces: readonly Piece[], one: number, other: number): boolean {
  return pieces[one]!.key === pieces[other]!.key;
}

function slideScore(pieces: readonly Piece[], from: number, to: number): number {
  const first = pieces[from]!.kind;
  const last = pieces[to - 1]!.kind;
  const following = pieces[to]?.kind ?? "mark";
  const preceding = pieces[from - 1]?.kind ?? "space";
  if (first === "word" && last === "space" && following === "word") return preceding === "space" ? 4 : 2;
  if (first === "space" && last !== "space" && following === "mark") return 3;
  if (first !== "space" && last !== "space") return 1;
  return 0;
}
