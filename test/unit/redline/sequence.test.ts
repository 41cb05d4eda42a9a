/** A rough score saves work and changes nothing: pairs are those of the exact one. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Member, pairSequences } from "../../../shared/redline/sequence";
import { bagOf } from "../../../shared/redline/similarity";

interface Scored extends Member {
  name: number;
}

const members = (side: string, names: readonly number[]) =>
  names.map((name, index): Scored => {
    const words = `word${name} word${name % 7}`;
    return { key: `${side}${index}`, slight: false, bag: () => bagOf(words), name };
  });

test("pairs are the same with a rough score beside the exact one", () => {
  const names = fc.oneof(
    fc.array(fc.nat(20), { maxLength: 12 }),
    // More than a full table holds.
    fc.shuffledSubarray([...Array(90).keys()], { minLength: 70 }).map((all) => all.map((name) => name >> 1)),
    fc.subarray([...Array(90).keys()], { minLength: 70 }),
  );
  let saved = 0;
  fc.assert(
    fc.property(names, names, fc.nat(3), (one, other, mostAlike) => {
      const [a, b] = [members("a", one), members("b", other)];
      const rough = (x: Scored, y: Scored) => (x.name === y.name ? 5 : (x.name * y.name) % 37 === 1 ? 1 : 0);
      let asked = 0;
      const exact = (x: Scored, y: Scored) => {
        asked++;
        const value = rough(x, y);
        return value > 0 ? value + ((x.name * 7 + y.name * 3) % 5) * 0.1 * mostAlike : 0;
      };
      const expected = pairSequences(a, b, exact);
      const before = asked;
      asked = 0;
      expect(pairSequences(a, b, exact, { score: rough, error: 0.4 * mostAlike })).toEqual(expected);
      if (before > 0 && asked === 0) saved++;
    }),
    { numRuns: 300 },
  );
  // About one in nine; the law above is what counts.
  expect(saved).toBeGreaterThan(5);
});
