/** What a zone holds is read once for the very same blocks, and again when one of them is another. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { holdingOf } from "../../../shared/redline/holding";
import { bagOf, joinBags } from "../../../shared/redline/similarity";
import { zonesOf } from "../../../shared/redline/zones";
import { blocksOf } from "../../../shared/schema/blocks";
import { resolution } from "../../support/resolution-builder";

const text = `The Assembly,
noting
a)\tthat the first stays;
b)\tthat the second stays;
noting
a)\tthat the third stays;`;
const zones = (words: string) =>
  zonesOf(blocksOf(resolution(words, "en")), false).filter(({ kind }) => kind === "section");

test("the bag of several texts is that of all of them in one", () => {
  const texts = fc.array(fc.constantFrom("a b b", "réseau mondial", "国际电信联盟", "", "x 12 x"));
  fc.assert(
    fc.property(texts, (parts) => {
      expect(joinBags(parts.map(bagOf))).toEqual(bagOf(parts.join(" ")));
    }),
  );
});

test("the same blocks are read once, whatever zone object stands for them", () => {
  const blocks = blocksOf(resolution(text, "en"));
  const [one, again] = [zonesOf(blocks, false), zonesOf(blocks, false)];
  one.forEach((zone, at) => {
    expect(again[at]).not.toBe(zone);
    expect(holdingOf(again[at]!)).toBe(holdingOf(zone));
  });
});

test("namesakes share a key only when they hold the same, in the same order", () => {
  const [first, second] = zones(text).map((zone) => holdingOf(zone).keyUnder(zone.key));
  expect(first).not.toBe(second);
  const [copy, other] = zones(text.replace("third", "last")).map((zone) => holdingOf(zone).keyUnder(zone.key));
  expect(copy).toBe(first);
  expect(other).not.toBe(second);
  const [swapped] = zones(text.replace("first", "x").replace("second", "first").replace("x", "second")).map((zone) =>
    holdingOf(zone).keyUnder(zone.key),
  );
  expect(swapped).not.toBe(first);
});
