/**
 * Turns two sequences of keyed members into two sequences of numbers: members have equal numbers exactly when
 * they have equal keys, on whichever side they stand. Alignments compare the same members thousands of times,
 * and a number costs less to compare than a text.
 */

interface Keyed {
  key: string;
}

/** Numbers the keys of both sequences in order of first appearance. */
export function keyNumbers(a: readonly Keyed[], b: readonly Keyed[]): [Int32Array, Int32Array] {
  const names = new Map<string, number>();
  const number = ({ key }: Keyed) => {
    let name = names.get(key);
    if (name === undefined) {
      name = names.size;
      names.set(key, name);
    }
    return name;
  };
  return [Int32Array.from(a, number), Int32Array.from(b, number)];
}
