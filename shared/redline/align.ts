/**
 * Pairs the blocks of a base with the blocks of a current text. Ids are not looked at: two texts give one
 * pairing, however the second came to be; only where there are several texts may a proposal name the one it is
 * about. Zones are paired first (sections by their call, or by what they hold), then the units inside by text
 * and order; what is left over on both sides and equal, or nearly, has moved. A pair that shares too little is
 * not a pair: it is a suppression and an addition.
 */
import type { Node } from "prosemirror-model";
import type { Block } from "../schema/blocks";
import { diffBlock } from "./block-diff";
import { byValue, heaviestIncreasing, type ScoredPair } from "./heaviest-increasing";
import { pairUnitsOnce } from "./kept-pairing";
import { oncePerPair } from "./once-per-pair";
import { pairProposals } from "./proposal-pairing";
import { candidatesIn } from "./rare-words";
import { type Member, pairSequences } from "./sequence";
import { type Bag, sharedPart, similarity } from "./similarity";
import type { Steps } from "./steps";
import { lettersOfAnIdeograph } from "./words";
import { pairZones } from "./zone-pairing";
import { blockUnit, cellsOf, hasProposal, rowsOf, textOfBlock, type Unit, type Zone, zonesOf } from "./zones";

export interface Pairing {
  /** For each block of the base its counterpart's index, or -1. */
  toCurrent: Int32Array;
  /** For each block of the current text its counterpart's index, or -1. */
  toBase: Int32Array;
  /** Per block of the current text: 1 when its pair left the order of the others. */
  moved: Uint8Array;
  /** The zones, for whoever merges the two orders. */
  zonesOfBase: Zone[];
  zonesOfCurrent: Zone[];
  /** For each zone of the base its counterpart's index, or -1. */
  zoneToCurrent: Int32Array;
}

/** Share of common words from which two texts are one provision. */
const alikeFrom = 0.36;
/** From here on nobody would take two texts for different provisions. */
const surelyAlikeFrom = 0.5;
/** Share of the two texts that must stay unmarked. */
const keptFrom = 0.3;
/** The same label speaks for the same provision, a little; the same level only where nothing else tells two apart. */
const labelBonus = 0.05;
const levelBonus = 0.01;
/** Two tables in one zone are one rather than two; cells that both have say more than the words they share. */
const tableByKind = 0.3;
const weightOfCells = 0.5;
/** What there is once in a resolution is paired by its kind; the words choose among several. */
const singularByKind = 0.5;
/** Two empty paragraphs are alike, but any text they stand beside is the better guide. */
const weightOfEmptiness = 0.5;
/** Equal rows and cells go before all that are only alike. */
const equalMembers = 1.1;
/** Two blocks of a frame are paired by their order where nothing speaks for another pair. */
const frameByOrder = 0.1;
/** A block is recognised far from its place only when hardly anything changed. */
const alikeElsewhereFrom = 0.75;
const fewestSignsOfAMove = 12;
/** Heads and calls are what they are by their kind, whatever their words. */
const singularTypes = new Set([
  "call",
  "resolutionNumber",
  "resolutionTitle",
  "resolutionReference",
  "enacting",
  "annexNumber",
  "annexTitle",
]);
/** The zones around a resolution that are no part of what is proposed. */
const frameKinds = new Set(["front", "reasons"]);

/** Aligns two lists of blocks, with a rest after each zone. */
export function* alignInSteps(base: readonly Block[], current: readonly Block[]): Steps<Pairing> {
  const toCurrent = new Int32Array(base.length).fill(-1);
  const toBase = new Int32Array(current.length).fill(-1);
  // When only one of two texts was recognised as a proposal, nothing of it can be called its frame. Against nothing
  // at all, a contribution that is begun with its front matter has no other base to be compared with.
  const framed = base.length === 0 || (hasProposal(base) && hasProposal(current));
  const zonesOfBase = zonesOf(base, framed);
  yield;
  const zonesOfCurrent = zonesOf(current, framed);
  yield;
  const pair = (a: number, b: number) => {
    toCurrent[a] = b;
    toBase[b] = a;
  };
  const groups = pairProposals(zonesOfBase, zonesOfCurrent);
  const zoneToCurrent = pairZones(zonesOfBase, zonesOfCurrent, groups);
  for (const [index, zone] of zonesOfBase.entries()) {
    const other = zonesOfCurrent[zoneToCurrent[index]!];
    if (!other) continue;
    yield;
    pairUnits(zone.units, other.units, frameKinds.has(zone.kind) ? scoreFrame : scoreUnits);
  }
  if (isStructured(zonesOfBase) !== isStructured(zonesOfCurrent)) pairByTextAlone();
  yield;
  pairElsewhere();
  yield;
  const moved = findMoved(base, toCurrent, current.length);
  return { toCurrent, toBase, moved, zonesOfBase, zonesOfCurrent, zoneToCurrent };

  function pairUnits(a: readonly Unit[], b: readonly Unit[], score = scoreUnits): void {
    pairUnitsOnce(a, b, score).forEach((other, index) => {
      if (other < 0) return;
      const [one, two] = [a[index]!, b[other]!];
      if (one.kind === "block") {
        if (score === scoreFrame || readsAsOne(one, two)) pair(one.from, two.from);
      } else pairTables(one, two);
    });
  }

  function pairTables(a: Unit, b: Unit): void {
    const rowsA = rowsOf(base, a);
    const rowsB = rowsOf(current, b);
    pairSequences(rowsA, rowsB, scoreMembers).forEach((other, index) => {
      if (other < 0) return;
      const cellsA = cellsOf(base, rowsA[index]!);
      const cellsB = cellsOf(current, rowsB[other]!);
      const same = cellsA.length === cellsB.length;
      const cells = same ? cellsA.map((_, cell) => cell) : pairSequences(cellsA, cellsB, scoreMembers);
      cells.forEach((cell, place) => {
        if (cell >= 0) pairCell(cellsA[place]!, cellsB[cell]!);
      });
    });
  }

  /** The first paragraphs of two paired cells are always a pair, so that a row never dissolves. */
  function pairCell(a: { from: number; to: number }, b: { from: number; to: number }): void {
    const unitsA = unitsIn(base, a.from, a.to);
    const unitsB = unitsIn(current, b.from, b.to);
    if (unitsA.length === 1 && unitsB.length === 1) pair(a.from, b.from);
    else pairUnits(unitsA, unitsB);
    if (toCurrent[a.from] === -1 && toBase[b.from] === -1) pair(a.from, b.from);
  }

  /** A text that became a resolution by hand, or was read as one only once: its blocks meet by their words and order. */
  function pairByTextAlone(): void {
    const isText = ({ kind }: Zone) => !(framed && frameKinds.has(kind));
    const left = unitsByGroup(zonesOfBase.filter(isText), toCurrent, groups.ofBase);
    const arrived = unitsByGroup(zonesOfCurrent.filter(isText), toBase, groups.ofCurrent);
    const score = (a: Unit, b: Unit) => (a.kind === b.kind && isNote(a) === isNote(b) ? scoreMembers(a, b) : 0);
    for (const [group, units] of left) pairUnits(units, arrived.get(group) ?? [], score);
  }

  function pairElsewhere(): void {
    const left = leftovers(base, zonesOfBase, toCurrent, groups.ofBase);
    const arrived = leftovers(current, zonesOfCurrent, toBase, groups.ofCurrent);
    const byText = new Map<string, Leftover[]>();
    for (const entry of arrived) {
      const list = byText.get(entry.key);
      if (list) list.push(entry);
      else byText.set(entry.key, [entry]);
    }
    for (const lists of byText.values()) lists.reverse();
    const changed: Leftover[] = [];
    for (const entry of left) {
      const twin = byText.get(entry.key)?.pop();
      if (twin) pair(entry.index, twin.index);
      else changed.push(entry);
    }
    const open = arrived.filter((entry) => toBase[entry.index] === -1);
    const offers = offersBetween(changed, open).map(({ a, b, value }) => ({
      a: changed[a]!.index,
      b: open[b]!.index,
      value,
    }));
    for (const { a, b } of offers.sort(byValue)) if (toCurrent[a] === -1 && toBase[b] === -1) pair(a, b);
  }
}

/** The units of which nothing is paired yet, by the group of their proposal. */
function unitsByGroup(
  zones: readonly Zone[],
  partner: Int32Array,
  groupOf: (proposal: number) => number,
): Map<number, Unit[]> {
  const found = new Map<number, Unit[]>();
  for (const { proposal, units } of zones) {
    const group = groupOf(proposal);
    found.set(group, [...(found.get(group) ?? []), ...units.filter(({ from }) => partner[from] === -1)]);
  }
  return found;
}

interface KeptOffers {
  changed: readonly Leftover[];
  open: readonly Leftover[];
  offers: readonly ScoredPair[];
}

/** As with the units of a zone: after a pause of the typist hardly any text without counterpart is another one. */
const keptOffers = new WeakMap<Bag, KeptOffers>();

/** Which texts of two lists, by their places there, are alike enough to be one that moved. */
function offersBetween(changed: readonly Leftover[], open: readonly Leftover[]): readonly ScoredPair[] {
  const first = changed[0];
  if (!first || open.length === 0) return [];
  const known = keptOffers.get(first.bag());
  if (known && sameTexts(known.changed, changed) && sameTexts(known.open, open)) return known.offers;
  const find = candidatesIn(open, 0, open.length);
  const offers = changed.flatMap((entry, a) =>
    find(entry.bag())
      .filter((b) => open[b]!.group === entry.group && open[b]!.family === entry.family)
      .map((b) => ({ a, b, value: similarity(entry.bag(), open[b]!.bag()) }))
      .filter((offer) => offer.value >= alikeElsewhereFrom),
  );
  keptOffers.set(first.bag(), { changed, open, offers });
  return offers;
}

function sameTexts(one: readonly Leftover[], other: readonly Leftover[]): boolean {
  return (
    one.length === other.length &&
    one.every((entry, at) => {
      const { bag, group, family } = other[at]!;
      return entry.bag() === bag() && entry.group === group && entry.family === family;
    })
  );
}

/** Whether a text has the parts of a resolution. */
function isStructured(zones: readonly Zone[]): boolean {
  return zones.some(({ kind }) => kind === "head" || kind === "section");
}

interface Leftover extends Member {
  index: number;
  /** What moves stays within its proposal. */
  group: number;
  /** A note stays a note and a call a call; all else may move among each other. */
  family: string;
}

/** Blocks without counterpart that carry enough text to be recognised elsewhere; the frame has no moves. */
function leftovers(
  blocks: readonly Block[],
  zones: readonly Zone[],
  partner: Int32Array,
  groupOf: (proposal: number) => number,
): Leftover[] {
  const found: Leftover[] = [];
  for (const zone of zones) {
    if (frameKinds.has(zone.kind)) continue;
    for (const unit of zone.units) {
      if (unit.kind !== "block" || partner[unit.from] !== -1 || !mayMove(unit)) continue;
      if (lettersIn(textOfBlock(blocks[unit.from]!.node)) < fewestSignsOfAMove) continue;
      const family = zone.kind === "notes" || unit.type === "call" ? unit.type : "";
      const group = groupOf(zone.proposal);
      found.push({ ...unit, key: `${group}${family}\u0001${unit.key}`, index: unit.from, group, family });
    }
  }
  return found;
}

/** Of what its kind alone tells, only calls move: a resolution has several of them. */
function mayMove({ type }: Unit): boolean {
  return type === "call" || !singularTypes.has(type);
}

function lettersIn(text: string): number {
  if (text.length >= fewestSignsOfAMove) return text.length;
  const ideographs = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return text.length + ideographs * (lettersOfAnIdeograph - 1);
}

function isNote({ type }: Unit): boolean {
  return type === "footnote";
}

function unitsIn(blocks: readonly Block[], from: number, to: number): Unit[] {
  return blocks.slice(from, to).map((block, at) => blockUnit(block, from + at));
}

function scoreUnits(a: Unit, b: Unit): number {
  if (a.kind !== b.kind) return 0;
  if (a.kind === "table") return scoreTables(a, b);
  const singular = singularTypes.has(a.type);
  if (singular !== singularTypes.has(b.type) || (singular && a.type !== b.type)) return 0;
  const alike = a.key === b.key ? 1 : similarity(a.bag(), b.bag()) * (isEmpty(a) && isEmpty(b) ? weightOfEmptiness : 1);
  if (singular) return singularByKind + alike;
  const bonus = (a.label === b.label ? labelBonus : 0) + (a.level === b.level ? levelBonus : 0);
  return alike + bonus > alikeFrom + levelBonus ? alike + bonus : 0;
}

function isEmpty({ bag }: Unit): boolean {
  return bag().total === 0;
}

function scoreTables(a: Unit, b: Unit): number {
  return tableByKind + similarity(a.bag(), b.bag()) + weightOfCells * sharedPart(cellTexts(a), cellTexts(b));
}

/** A table of which only some rows stand yet is known by their cells, not by the words that any table has. */
function cellTexts({ key }: Unit): Set<string> {
  return new Set(key.slice(1).split("\u0003").filter(Boolean));
}

/**
 * Texts that share their words but not their order leave too little unmarked between the marks: such a
 * pair would be read as two provisions, and is two.
 */
function readsAsOne(a: Unit, b: Unit): boolean {
  if (singularTypes.has(a.type) || a.key === b.key || similarity(a.bag(), b.bag()) >= surelyAlikeFrom) return true;
  return isKept(a.node, b.node);
}

/** Per pair, as comparing costs: the same two are asked about after every pause of the typist. */
const isKept = oncePerPair((one: Node, two: Node) => {
  const kept = diffBlock(one, two, "en").reduce((sum, { op, text }) => (op === "=" ? sum + text.length : sum), 0);
  return 2 * kept >= keptFrom * (textOfBlock(one).length + textOfBlock(two).length);
});

/** What the base already says in its frame is edited, not replaced: its blocks meet by their order. */
function scoreFrame(a: Unit, b: Unit): number {
  return a.kind === b.kind ? Math.max(scoreUnits(a, b), frameByOrder) : 0;
}

function scoreMembers(a: Member, b: Member): number {
  if (a.key === b.key) return equalMembers;
  const alike = similarity(a.bag(), b.bag());
  return alike >= alikeFrom ? alike : 0;
}

/** The pairs outside the longest common order; of two orders that are as long, the shorter texts moved. */
function findMoved(base: readonly Block[], toCurrent: Int32Array, size: number): Uint8Array {
  const moved = new Uint8Array(size);
  const pairs: { a: number; b: number; value: number }[] = [];
  toCurrent.forEach((b, a) => {
    if (b < 0) return;
    moved[b] = 1;
    pairs.push({ a, b, value: 1 + textOfBlock(base[a]!.node).length * 1e-6 });
  });
  for (const { b } of heaviestIncreasing(pairs)) moved[b] = 0;
  return moved;
}
