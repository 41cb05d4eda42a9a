/**
 * What lies between the units of a story that are kept: a gap with the items of both texts that are written anew, and
 * the units of the file that they replace. A gap that ends where no paragraph mark can go (before a table, at the end
 * of a cell, a note or the body) takes the paragraph before it along, because that one's mark must then carry the change
 * (`paragraph-marks.ts`).
 */
import { keyOf, type PlacedUnit } from "./kept-units";
import { mergeFlows, type Pairing } from "./merged-body";
import type { MergedItem } from "./merged-items";
import { type RunEnd, staysOnBothSides } from "./paragraph-marks";
import type { FlowItem } from "./table-flow";

export interface Gap {
  items: MergedItem[];
  before: readonly FlowItem[];
  after: readonly FlowItem[];
  /** Units that are replaced. */
  units: readonly PlacedUnit[];
  /** The kept unit before it, null at the start of the story. */
  follows: PlacedUnit | null;
  end: RunEnd;
}

/** Range of items and units: what is written anew between two kept units. */
interface Stretch {
  before: [from: number, to: number];
  after: [from: number, to: number];
  units: [from: number, to: number];
}

/** Lists the gaps of a story, in order; those with nothing to write or to replace are left out. */
export function gapsOf(
  placed: readonly PlacedUnit[],
  before: readonly FlowItem[],
  after: readonly FlowItem[],
  pairing: Pairing,
  storyEnd: RunEnd,
): Gap[] {
  const stretches = stretchesOf(placed, before, after, pairing);
  const gaps: Gap[] = [];
  for (let index = stretches.length - 1; index >= 0; index--) {
    let stretch = stretches[index]!;
    let gap = gapAt(stretch);
    while (index > 0 && gap.follows && !gap.follows.unit.table && lacksAnchor(gap)) {
      stretch = joined(stretches[--index]!, stretch);
      gap = gapAt(stretch);
    }
    if (gap.items.length > 0 || gap.units.length > 0) gaps.push(gap);
  }
  return gaps.reverse();

  function gapAt(stretch: Stretch): Gap {
    const own = { before: before.slice(...stretch.before), after: after.slice(...stretch.after) };
    const follower = placed[stretch.units[1]];
    return {
      ...own,
      items: mergeFlows(own.before, own.after, pairing),
      units: placed.slice(...stretch.units),
      follows: placed[stretch.units[0] - 1] ?? null,
      end: !follower ? storyEnd : follower.unit.table ? "table" : "paragraph",
    };
  }
}

/** True when the last paragraphs of a gap come or go and nothing before them in it stays. */
function lacksAnchor({ items, end }: Gap): boolean {
  if (end === "paragraph") return false;
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index]!;
    if (item.kind === "table") return false;
    if (staysOnBothSides(item)) return false;
    if (index === 0) return true;
  }
  return false;
}

function stretchesOf(
  placed: readonly PlacedUnit[],
  before: readonly FlowItem[],
  after: readonly FlowItem[],
  pairing: Pairing,
): Stretch[] {
  const unitBefore = ownersOf(placed, "before");
  // What was edited still belongs to the unit that it was read from.
  const unitOfKey = new Map(
    placed.flatMap(({ unit: { keys } }, index) => [...keys.reject, ...keys.accept].map((key) => [key, index] as const)),
  );
  const stretches: Stretch[] = [];
  let [b, c, u] = [0, 0, 0];
  placed.forEach((each, index) => {
    if (!each.kept) return;
    const toB = each.before[0] ?? firstOfLater(index);
    const toC = each.after[0] ?? firstPlacedLater(each, index);
    stretches.push({ before: [b, toB], after: [c, toC], units: [u, index] });
    b = (each.before.at(-1) ?? toB - 1) + 1;
    c = (each.after.at(-1) ?? toC - 1) + 1;
    u = index + 1;
  });
  stretches.push({ before: [b, before.length], after: [c, after.length], units: [u, placed.length] });
  return stretches;

  /** The base has nothing of this unit: what belongs to earlier units, and what nobody owns, stands before it. */
  function firstOfLater(index: number): number {
    let at = b;
    while (at < before.length && ownerOf(at) < index) at++;
    return at;
  }

  function ownerOf(at: number): number {
    return unitBefore.get(at) ?? unitOfKey.get(keyOf(before[at]!) ?? "") ?? -1;
  }

  /** The current text has nothing of this unit: what was read from earlier units stands before it, of the rest the redline tells. */
  function firstPlacedLater({ before: own }: PlacedUnit, index: number): number {
    const place = own.length > 0 ? placeOf(before[own[0]!]!, pairing.placeBefore) : null;
    let later = index + 1;
    while (later < placed.length && !(placed[later]!.kept && placed[later]!.after.length > 0)) later++;
    const nextKept = placed[later]?.after[0] ?? after.length;
    let at = c;
    while (at < nextKept) {
      if ((unitOfKey.get(keyOf(after[at]!) ?? "") ?? index) < index) {
        at++;
        continue;
      }
      const next = placeOf(after[at]!, pairing.placeAfter);
      if (place === null || next === null || next > place) break;
      at++;
    }
    return at;
  }
}

function placeOf(item: FlowItem, places: ReadonlyMap<number, number>): number | null {
  return item.kind === "block" ? (places.get(item.block.pos) ?? null) : null;
}

function ownersOf(placed: readonly PlacedUnit[], side: "before" | "after"): Map<number, number> {
  return new Map(placed.flatMap((each, index) => each[side].map((at) => [at, index] as const)));
}

function joined(one: Stretch, two: Stretch): Stretch {
  return {
    before: [one.before[0], two.before[1]],
    after: [one.after[0], two.after[1]],
    units: [one.units[0], two.units[1]],
  };
}
