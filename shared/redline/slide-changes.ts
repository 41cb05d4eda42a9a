/**
 * Moves pure insertions and deletions to where they read best. `de la vie` → `de la production dans la vie` can be
 * marked `production dans la ` or `la production dans `: the marks are as long and mean the same. The best place
 * takes whole words with the space behind them or, before punctuation, with the space in front. Changes stay in
 * their order, with a piece between them at least.
 */
import type { Stretch } from "./stretch";
import type { Piece } from "./words";

/** Slides the changes from `a` to `b` to their best places; replacements stay where they are. */
export function slideChanges(changes: readonly Stretch[], a: readonly Piece[], b: readonly Piece[]): Stretch[] {
  const slid: Stretch[] = [];
  changes.forEach((change, index) => {
    const [previous, next] = [slid[index - 1], changes[index + 1]];
    let shift = 0;
    if (change.fromA === change.toA) {
      shift = bestShift(b, change.fromB, change.toB, previous?.toB, next?.fromB);
    } else if (change.fromB === change.toB) {
      shift = bestShift(a, change.fromA, change.toA, previous?.toA, next?.fromA);
    }
    slid.push({
      fromA: change.fromA + shift,
      toA: change.toA + shift,
      fromB: change.fromB + shift,
      toB: change.toB + shift,
    });
  });
  return slid;
}

/** How far `from…to` goes best, between the end of the change before and the start of the next one. */
function bestShift(pieces: readonly Piece[], from: number, to: number, end = -1, start = pieces.length + 1): number {
  let best = 0;
  let bestScore = score(pieces, from, to);
  const weigh = (shift: number) => {
    const value = score(pieces, from + shift, to + shift);
    // Of equally good places the first: an article goes with the words that it introduces.
    if (value > bestScore || (value === bestScore && shift < best)) [best, bestScore] = [shift, value];
  };
  const isSame = (one: number, other: number) => pieces[one]!.key === pieces[other]!.key;
  for (let shift = -1; from + shift > end && isSame(from + shift, to + shift); shift--) weigh(shift);
  for (let shift = 1; to + shift < start && isSame(from + shift - 1, to + shift - 1); shift++) weigh(shift);
  return best;
}

/** How well a change reads that takes the pieces `from…to`; the order of the values is all that counts. */
function score(pieces: readonly Piece[], from: number, to: number): number {
  const first = pieces[from]!.kind;
  const last = pieces[to - 1]!.kind;
  const following = pieces[to]?.kind ?? "mark";
  const preceding = pieces[from - 1]?.kind ?? "space";
  if (first === "word" && last === "space" && following === "word") return preceding === "space" ? 4 : 2;
  if (first === "space" && last !== "space" && following === "mark") return 3;
  if (first !== "space" && last !== "space") return 1;
  return 0;
}
