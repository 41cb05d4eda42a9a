/**
 * Pairs equal members of two sequences so that the members left over cost least: each costs its weight, and every
 * place where leftovers begin costs a price besides. It is the alignment with affine gaps (O. Gotoh, "An improved
 * algorithm for matching biological sequences", 1982) over cells of `a` × `b`; time and memory grow with the cells.
 */
import type { Stretch } from "./stretch";

/** Two sequences by the key numbers of their members and what it costs to leave one without a partner. */
export interface Weighted {
  keys: Int32Array;
  weights: Int32Array;
}

/** More than any text can cost, and small enough that adding to it does not overflow 32 bits. */
const infinite = 1 << 29;

// What is remembered of a cell: where the cheapest way into it came from, for both of its states.
const leaveA = 1;
const begins = 2;
const matchEndsLeftovers = 4;

/** Writes the pairs of the cheapest alignment of a stretch into `partner`. */
export function alignExactly(a: Weighted, b: Weighted, stretch: Stretch, price: number, partner: Int32Array): void {
  const { fromA, toA, fromB, toB } = stretch;
  const rows = toA - fromA;
  const columns = toB - fromB;
  const width = columns + 1;
  const origin = new Uint8Array((rows + 1) * width);
  // Costs of the row above and of this one, when the last member was paired and when it was left over.
  // One place stands before column 0, so that no cell needs to ask whether it has a neighbour.
  let pairedAbove = new Int32Array(width + 1).fill(infinite);
  let leftAbove = new Int32Array(width + 1).fill(infinite);
  let paired = new Int32Array(width + 1).fill(infinite);
  let left = new Int32Array(width + 1).fill(infinite);
  for (let row = 0; row <= rows; row++) {
    const keyA = row === 0 ? -1 : a.keys[fromA + row - 1]!;
    const weightA = row === 0 ? 0 : a.weights[fromA + row - 1]!;
    for (let column = 0; column <= columns; column++) {
      const at = column + 1;
      const isEqual = column > 0 && keyA === b.keys[fromB + column - 1];
      const weightB = column === 0 ? 0 : b.weights[fromB + column - 1]!;
      let came = 0;
      if (isEqual && pairedAbove[at - 1]! > leftAbove[at - 1]!) came = matchEndsLeftovers;
      paired[at] = isEqual ? Math.min(pairedAbove[at - 1]!, leftAbove[at - 1]!) : infinite;
      if (row === 0 && column === 0) paired[at] = 0;

      // Of ways that cost the same the first is taken: leftovers of `a` stand before those of `b`.
      let cost = left[at - 1]! + weightB;
      let way = 0;
      if (paired[at - 1]! + weightB + price < cost) [cost, way] = [paired[at - 1]! + weightB + price, begins];
      if (leftAbove[at]! + weightA < cost) [cost, way] = [leftAbove[at]! + weightA, leaveA];
      if (pairedAbove[at]! + weightA + price < cost) {
        [cost, way] = [pairedAbove[at]! + weightA + price, leaveA | begins];
      }
      left[at] = cost;
      origin[row * width + column] = came | way;
    }
    [pairedAbove, paired] = [paired, pairedAbove];
    [leftAbove, left] = [left, leftAbove];
  }

  let isLeft = leftAbove[width]! < pairedAbove[width]!;
  for (let row = rows, column = columns; row > 0 || column > 0; ) {
    const came = origin[row * width + column]!;
    if (!isLeft) {
      partner[fromA + --row] = fromB + --column;
      isLeft = (came & matchEndsLeftovers) !== 0;
    } else {
      if ((came & leaveA) !== 0) row--;
      else column--;
      isLeft = (came & begins) === 0;
    }
  }
}
