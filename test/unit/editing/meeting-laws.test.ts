/**
 * Laws of a meeting on random drafts: one resolution with tables, notes and moves, a contribution with proposals of
 * every kind in any order, or a file in which resolutions came and went. Settling in bulk is settling one by one.
 */
import fc from "fast-check";
import type { Node } from "prosemirror-model";
import { describe, expect, test } from "vitest";
import {
  type AttributionRecord,
  type ImportedSpan,
  seedAttribution,
  startAttribution,
} from "../../../shared/editing/attribution";
import { type ChangeEntry, changesOf } from "../../../shared/editing/change-list";
import { rebase } from "../../../shared/editing/rebase";
import { settleTexts } from "../../../shared/editing/settled-texts";
import { comparedBase } from "../../../shared/redline/compared-base";
import { compile } from "../../../shared/redline/compile";
import { layBeside } from "../../../shared/redline/lay-beside";
import { redline } from "../../../shared/redline/redline";
import { blocksOf, blockText, contentText } from "../../../shared/schema/blocks";
import { blocksAfter, takeAllOf, takeAllThatAgree } from "../../support/deciding";
import { contributions, filesOfSeveral } from "../../support/random-contributions";
import { chances, pairs, withOrderlyNotes } from "../../support/random-pairs";

const textOf = (doc: Node) => blocksOf(doc).map(({ node }) => blockText(node));
const wordsOf = (doc: Node) => blocksOf(doc).map(({ node }) => contentText(node));
const runs = { numRuns: Number(process.env.RESDRAFT_RUNS ?? 40), endOnFailure: true };
const countOfTexts = ({ children }: Node) => children.filter(({ type }) => type.name === "proposal").length;
const orderly = pairs.map(([base, current]): [Node, Node] => [withOrderlyNotes(base), withOrderlyNotes(current)]);
/**
 * One text on either side; where more came they are a file of several. Of a text from which the whole resolution went,
 * what is left is front matter as soon as a part of it comes back.
 */
const oneResolution = orderly.filter((pair) => countOfTexts(pair[0]) === countOfTexts(pair[1]));
/** The draft as the window has it: its provisions carry the ids of the base. */
const laid = ([base, current]: [Node, Node]) => layBeside(comparedBase(base, current), "P", current, "p").current;
const kinds = [
  ["a resolution", oneResolution],
  ["a contribution of several proposals", contributions],
  ["a file of several resolutions", filesOfSeveral],
] as const;

/** Gives every change one of two authors, by the toss of a coin. */
function signed(base: Node, current: Node, rolls: Iterator<number>): AttributionRecord {
  const who = () => ({
    author: (rolls.next().value as number) < 0.5 ? "Kenya" : "Brésil",
    date: "2030-01-01T00:00:00Z",
  });
  const spans: ImportedSpan[] = [];
  const blocks: AttributionRecord["blocks"] = {};
  for (const { before, after, segments } of redline(base, current).provisions) {
    blocks[(after ?? before)?.node.attrs.id] = who();
    for (const { op, fromA, toA, fromB, toB } of segments) {
      const [side, block, from, to] =
        op === "+" ? (["inserted", after, fromB, toB] as const) : (["deleted", before, fromA, toA] as const);
      if (op !== "=" && block) spans.push({ side, block: block.node.attrs.id, from, to, ...who() });
    }
  }
  const record = seedAttribution(base, current, spans);
  return { ...record, blocks: { ...record.blocks, ...blocks } };
}

interface Settled {
  base: Node;
  current: Node;
  attribution: AttributionRecord;
}

function settle(how: "accept" | "reject", texts: Settled, wanted: (change: ChangeEntry, index: number) => boolean) {
  const order = { ...texts, source: null, how, policy: "renumber" as const, author: "?" };
  const settled = settleTexts({ ...order, renew: (base) => ({ base, source: null, messages: [] }) }, wanted);
  if (!settled.ok) throw new Error(settled.error.code);
  settled.value.base.check();
  settled.value.current.check();
  return { ...settled.value, isWider: settled.messages.length > 0 };
}

function changesIn({ base: shelf, current, attribution }: Settled): ChangeEntry[] {
  const base = comparedBase(shelf, current);
  return changesOf(redline(base, current), startAttribution(base, current, attribution), "?");
}

const comparedIn = ({ base, current }: Settled) => wordsOf(comparedBase(base, current));
const currentIn = ({ current }: Settled) => wordsOf(current);

/** The words of a block that stands in one text alone, or elsewhere in the other. */
function blocksThatComeOrGo({ kind, provision: { before, after } }: ChangeEntry): string[] {
  if (kind !== "added" && kind !== "suppressed" && kind !== "moved") return [];
  return [before, after].flatMap((block) => (block ? [contentText(block.node)] : []));
}

/** Of two authors who take one of two equal calls away each, or one away and one in, nobody knows who did which. */
function haveOneAuthorEach(changes: readonly ChangeEntry[]): boolean {
  const authors = new Map<string, string>();
  return changes.every(({ before, after, author }) => {
    const known = authors.get(before + after) ?? author;
    authors.set(before + after, known);
    return known === author;
  });
}

const toldWords = (changes: readonly ChangeEntry[]) =>
  changes.reduce(
    (sum, { kind, before, after }) => (kind === "relabelled" ? sum : sum + 1 + before.length + after.length),
    0,
  );

/** Whether nothing is told but what was told before, labels apart: no more often, of the same author, of the same kind. */
function areOf(earlier: readonly ChangeEntry[], changes: readonly ChangeEntry[]): boolean {
  const nameOf = ({ kind, before, after, author }: ChangeEntry) => JSON.stringify([kind, before, after, author]);
  const left = earlier.map(nameOf);
  const isLeft = (name: string) => left.includes(name) && left.splice(left.indexOf(name), 1).length > 0;
  return changes.every((change) => change.kind === "relabelled" || isLeft(nameOf(change)));
}

/** Settles the changes that are wanted one after the other, in an order that the rolls say. */
function oneByOne(
  how: "accept" | "reject",
  start: Settled,
  isWanted: (change: ChangeEntry) => boolean,
  roll: () => number,
  mayBeLeft = (_changes: readonly ChangeEntry[], _earlier: readonly ChangeEntry[]) => true,
): Settled {
  let now = start;
  let earlier = changesIn(start);
  for (let least = [Number.POSITIVE_INFINITY, 0]; ; ) {
    const changes = changesIn(now);
    fc.pre(mayBeLeft(changes, earlier));
    const open = changes.flatMap((change, index) => (isWanted(change) ? [index] : []));
    if (open.length === 0) return now;
    // Less is told after each step, so that this comes to an end.
    const [words, labels] = [toldWords(changes), changes.filter(({ kind }) => kind === "relabelled").length];
    expect(words < least[0]! || (words === least[0] && labels < least[1]!)).toBe(true);
    least = [words, labels];
    const next = open[Math.floor(roll() * open.length)];
    earlier = changes.filter((_change, index) => index !== next);
    const settled = settle(how, now, (_change, index) => index === next);
    // Then changes of the other author went along, which in bulk stay.
    fc.pre(!settled.isWider || changes.every(isWanted));
    now = settled;
  }
}

const orders = [
  ["accept", "in document order"],
  ["accept", "in any order"],
  ["reject", "in document order"],
  ["reject", "in any order"],
] as const;
const rollIn = (order: (typeof orders)[number][1], rolls: Iterator<number>) => () =>
  order === "in any order" ? (rolls.next().value as number) : 0;

/** Texts without names are told apart by their words, which half a text does not have yet: they settle in bulk. */
const settledSingly = kinds.filter(([, texts]) => texts !== filesOfSeveral);
const settlings = settledSingly.flatMap(([kind, texts]) => orders.map(([how, order]) => ({ kind, texts, how, order })));

test.each(settlings)("$how all of $kind, $order: one after the other and in bulk give the same two texts", (given) => {
  const { texts, how, order } = given;
  fc.assert(
    fc.property(texts, fc.nat(), (pair, seed) => {
      const [base, current] = [pair[0], laid(pair)];
      const start = { base, current, attribution: seedAttribution(base, current, []) };
      const bulk = settle(how, start, () => true);
      const single = oneByOne(how, start, () => true, rollIn(order, chances(seed)));
      expect(textOf(comparedBase(single.base, single.current))).toEqual(textOf(comparedBase(bulk.base, bulk.current)));
      expect(textOf(single.current)).toEqual(textOf(bulk.current));
    }),
    runs,
  );
});

/**
 * Where no text has a name, what is front matter and what is a proposal's is read anew after each step, so that a block
 * more or less may be taken for the frame. Nobody gets stuck.
 */
test.each([
  ...orders.map(([how, order]) => ({ how, order, texts: orderly, kind: "texts whose resolution may come or go" })),
  ...orders.map(([how, order]) => ({ how, order, texts: filesOfSeveral, kind: "files of several resolutions" })),
])("$how all, $order, of $kind: one after the other comes to an end with nothing left", (given) => {
  const { texts, how, order } = given;
  fc.assert(
    fc.property(texts, fc.nat(), (pair, seed) => {
      const [base, current] = [pair[0], laid(pair)];
      const start = { base, current, attribution: seedAttribution(base, current, []) };
      const single = oneByOne(how, start, () => true, rollIn(order, chances(seed)));
      expect(changesIn(single)).toEqual([]);
    }),
    { ...runs, numRuns: Math.ceil(runs.numRuns / 4) },
  );
});

/**
 * Who made a change is known by its kind and words. Where a step makes the comparison tell what is left otherwise (a
 * block meets another one now that a third is settled: an empty item that was accepted under one of two equal calls is
 * told under the other; a note of which one author took the last reference goes, though another renamed it), two
 * authors may share one change: no law says whose it is.
 * Labels follow what stands around them, so those of one author are what is settled by then, in bulk and singly.
 * A block that another author adds or suppresses stays where it is while those around it come and go: two that meet in
 * one gap, of which the one is taken back and the other is not, stand in the order in which they came there (items whose
 * new call is rejected stand before an old call that comes back later, and behind one that was back before). The order
 * of all others is the same.
 */
test.each(settlings)("$how of one author, of $kind, $order: singly and in bulk the same words", (given) => {
  const { texts, how, order } = given;
  fc.assert(
    fc.property(texts, fc.nat(), (pair, seed) => {
      const [base, current] = [pair[0], laid(pair)];
      const rolls = chances(seed);
      const start = { base, current, attribution: signed(comparedBase(base, current), current, rolls) };
      const isWanted = ({ author, kind }: ChangeEntry) => author === "Kenya" && kind !== "relabelled";
      fc.pre(haveOneAuthorEach(changesIn(start)));
      const bulk = settle(how, start, isWanted);
      const mayBeLeft = (changes: readonly ChangeEntry[], earlier: readonly ChangeEntry[]) => areOf(earlier, changes);
      const single = oneByOne(how, start, isWanted, rollIn(order, rolls), mayBeLeft);
      const [changed, kept] =
        how === "accept" ? ([comparedIn, currentIn] as const) : ([currentIn, comparedIn] as const);
      expect(kept(single)).toEqual(kept(bulk));
      expect(changed(single).sort()).toEqual(changed(bulk).sort());
      const others = new Set(
        changesIn(start).flatMap((change) => (isWanted(change) ? [] : blocksThatComeOrGo(change))),
      );
      const settledOf = (texts: Settled) => changed(texts).filter((words) => !others.has(words));
      expect(settledOf(single)).toEqual(settledOf(bulk));
    }),
    runs,
  );
});

describe.each(kinds)("of %s", (_name, drafts) => {
  test.each(["accept", "reject"] as const)("%s all: nothing is left to tell", (how) => {
    fc.assert(
      fc.property(drafts, (pair) => {
        const [base, current] = [pair[0], laid(pair)];
        const settled = settle(how, { base, current, attribution: seedAttribution(base, current, []) }, () => true);
        expect(changesIn(settled)).toEqual([]);
      }),
      runs,
    );
  });

  test("the compilation holds every change once, and who is taken everywhere gives their text", () => {
    fc.assert(
      fc.property(drafts, drafts, (one, [, other]) => {
        const [shelf, current] = one;
        const base = comparedBase(shelf, current);
        const compilation = compile(base, [
          { source: "Kenya", current },
          { source: "Brésil", current: other },
        ]);
        for (const { source, current: its } of compilation.drafts) {
          const changed = redline(base, its).provisions.filter(({ status }) => status !== "unchanged");
          const told = compilation.rows.flatMap(({ options }) =>
            options.filter(({ sources }) => sources.includes(source)),
          );
          expect(told).toHaveLength(changed.length);
          expect(blocksAfter(compilation, takeAllOf(source)).map(blockText)).toEqual(textOf(its));
        }
        const turned = compile(base, [...compilation.drafts].reverse());
        expect(blocksAfter(turned, takeAllThatAgree).map(blockText)).toEqual(
          blocksAfter(compilation, takeAllThatAgree).map(blockText),
        );
      }),
      runs,
    );
  });

  test("onto its own base a draft stays what it is", () => {
    fc.assert(
      fc.property(drafts, ([shelf, current]) => {
        const base = comparedBase(shelf, current);
        const attribution = startAttribution(base, current);
        const moved = rebase({ base, current, newBase: base, policy: "renumber", attribution, comments: [] });
        expect(textOf(moved.current)).toEqual(textOf(current));
        expect(moved.conflicts).toEqual([]);
      }),
      runs,
    );
  });
});
