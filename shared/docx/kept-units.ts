/**
 * Which units of a Word file leave with the bytes they came in with: those that both texts still have, word for word,
 * and in an order that both share. A unit that the current text has elsewhere than the file, or whose block the redline
 * pairs with one that is written anew, is written anew too, so that the marks say what happened to it.
 */

import { longestIncreasing } from "../redline/longest-increasing";
import type { Provision } from "../redline/redline-types";
import { type FileTexts, saysTheSame } from "./file-texts";
import type { Pairing } from "./merged-body";
import type { Side } from "./records";
import type { SourceUnit } from "./source-units";
import type { FlowItem } from "./table-flow";
import type { Slice } from "./word-file";

export interface PlacedUnit {
  unit: SourceUnit;
  /** Indices of the items that stand for it in the base and in the current text. */
  before: readonly number[];
  after: readonly number[];
  /** Both texts say what the file says. */
  same: boolean;
  kept: boolean;
}

export interface KeptInput {
  units: readonly SourceUnit[];
  before: readonly FlowItem[];
  after: readonly FlowItem[];
  texts: FileTexts;
  pairing: Pairing;
  /** The side of the file that is written alone, when one is. */
  only: Side | null;
  /** True for what must be written anew for the comments in it. */
  recommented: (slices: readonly Slice[], before: readonly FlowItem[], after: readonly FlowItem[]) => boolean;
  /** True for items that must not show changes. */
  unmarked: (items: readonly FlowItem[]) => boolean;
}

/** Finds the place of each unit in both texts and tells which are kept. */
export function placeUnits({
  units,
  before,
  after,
  texts,
  pairing,
  only,
  recommented,
  unmarked,
}: KeptInput): PlacedUnit[] {
  const byKey = (side: Side) => new Map(units.flatMap(({ keys }, index) => keys[side].map((key) => [key, index])));
  const unitsAfter = byKey(only ?? "accept");
  const itemsBefore = placesByKey(before);
  const itemsAfter = placesByKey(after);
  const placed = units.map((unit): PlacedUnit => {
    const one = placesOf(unit, only ?? "reject", before, itemsBefore, texts);
    const two = placesOf(unit, only ?? "accept", after, itemsAfter, texts);
    const [former, present] = [(one ?? []).map((at) => before[at]!), (two ?? []).map((at) => after[at]!)];
    const plain = unit.tracked && unmarked([...former, ...present]);
    const same = one !== null && two !== null && !plain && !recommented(unit.slices, former, present);
    return { unit, before: one ?? [], after: two ?? [], same, kept: same };
  });
  // Who moved in a file that has moves of its own is a matter of taste; as long as all is in order nobody did.
  const ordered = isOrdered("after") && isOrdered("before");
  placed.forEach((each, index) => {
    if (each.kept && isElsewhere(each, index)) each.kept = false;
  });
  inOrder("after");
  inOrder("before");
  return placed;

  function isOrdered(side: "before" | "after"): boolean {
    const starts = placed.flatMap((each) => (each.kept ? (each[side][0] ?? []) : []));
    return starts.every((start, index) => index === 0 || start > starts[index - 1]!);
  }

  /** Whether the redline pairs a block of this unit with one that does not stay where the file has it. */
  function isElsewhere({ before: own, after: present }: PlacedUnit, index: number): boolean {
    return own.some((at) => {
      const provision = provisionOf(before[at]!, pairing.before);
      if (!provision?.after) return false;
      const other = unitsAfter.get(provision.after.node.attrs.slice ?? "");
      if (other === index) return provision.moved && !ordered;
      // Of paragraphs that say much the same the file may pair others than the redline; it knows which is which.
      if (ordered && (present.length > 0 || other !== undefined)) return false;
      return other === undefined || !placed[other]!.same;
    });
  }

  function inOrder(side: "before" | "after"): void {
    const candidates = placed.filter((each) => each.kept && each[side].length > 0);
    const chosen = new Set(longestIncreasing(candidates.map((each) => each[side][0]!)));
    candidates.forEach((each, index) => {
      if (!chosen.has(index)) each.kept = false;
    });
  }
}

function provisionOf(item: FlowItem, known: Map<number, Provision>): Provision | undefined {
  return item.kind === "block" ? known.get(item.block.pos) : undefined;
}

/** The key under which the file has what an item was read from. */
export function keyOf(item: FlowItem): string | null {
  return item.kind === "block" ? item.block.node.attrs.slice : item.node.attrs.slice;
}

function placesByKey(items: readonly FlowItem[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  items.forEach((item, index) => {
    const key = keyOf(item);
    if (key === null) return;
    const known = places.get(key);
    if (known) known.push(index);
    else places.set(key, [index]);
  });
  return places;
}

/** The consecutive items that say what a side of a unit says; null when there are none such. */
function placesOf(
  { keys }: SourceUnit,
  side: Side,
  items: readonly FlowItem[],
  places: ReadonlyMap<string, number[]>,
  texts: FileTexts,
): number[] | null {
  // The line of a proposal's marker is no block, and a note that a side does not refer to is not part of it.
  const own = keys[side].filter((key) => texts[side].blocks.has(key) || texts[side].nodes.has(key));
  const [first] = own;
  if (first === undefined) return [];
  for (const start of places.get(first) ?? []) {
    const found = own.map((_, index) => start + index);
    if (found.every((at, index) => isAsInFile(items[at], own[index]!, side, texts))) return found;
  }
  return null;
}

function isAsInFile(item: FlowItem | undefined, key: string, side: Side, texts: FileTexts): boolean {
  if (!item || keyOf(item) !== key) return false;
  const inFile = item.kind === "block" ? texts[side].blocks.get(key)?.node : texts[side].nodes.get(key);
  return inFile !== undefined && saysTheSame(inFile, item.kind === "block" ? item.block.node : item.node);
}
