/**
 * Finds which proposal of the base became which proposal of the current text, when there are several. Resolutions
 * resemble one another in their calls and set phrases, so without this a section of one could be taken for a
 * section of the next. On a shelf every text has a name, and a proposal says which one it changes; one that names
 * none has nothing to be compared with. Without names, two proposals are one when they share most of their
 * paragraphs. Where both texts have as many proposals, one that was rewritten from the first word to the last is
 * still the one in its place; otherwise what shares too little is compared with nothing.
 */
import { byValue } from "./heaviest-increasing";
import { sharedPart } from "./similarity";
import type { Zone } from "./zones";

/** Parts of two proposals are compared with each other when both are of one group; proposal -1 stands for none. */
export interface ProposalGroups {
  ofBase(proposal: number): number;
  ofCurrent(proposal: number): number;
}

/** What has no counterpart. */
const apart = -1;
const alone: ProposalGroups = { ofBase: () => apart, ofCurrent: () => apart };

/** Share of common paragraphs from which two proposals are one; a heading alone is little of a whole text. */
const sharedFrom = 0.15;
/** Share from which a text is taken for a state of another. */
const alikeFrom = 0.5;
/** Proposals keep their places, and a shelf has its texts in theirs: so much more must speak for another one. */
const inPlaceBonus = 0.25;

/** Pairs the proposals of two documents. */
export function pairProposals(base: readonly Zone[], current: readonly Zone[]): ProposalGroups {
  const hasNames = base.some(({ baseId }) => baseId !== "");
  if (!hasNames && !hasSeveral(base) && !hasSeveral(current)) return alone;
  const named = new Map(current.flatMap(({ baseId, proposal }) => (baseId === "" ? [] : [[baseId, proposal]])));
  const toCurrent = new Map<number, number>();
  for (const { baseId, proposal } of base) {
    const counterpart = named.get(baseId);
    if (counterpart !== undefined) toCurrent.set(proposal, counterpart);
  }
  // A text of the base without a name is nobody's yet; without any names, it may be any proposal's.
  const before = paragraphsOf(base.filter(({ baseId }) => baseId === ""));
  const after = paragraphsOf(current.filter(({ baseId }) => !hasNames || baseId === ""));
  // A text that was not read as proposals may hold those that the other one has.
  if (!hasNames && (before.size === 0 || after.size === 0)) return alone;
  for (const [a, b] of pairByText(before, after)) toCurrent.set(a, b);
  const taken = new Set(toCurrent.values());
  const nowhere = (proposal: number) => proposal < 0;
  // A group is called as its proposal of the current text is; what has no counterpart is a group of its own.
  return {
    ofBase: (a) => (nowhere(a) ? apart : (toCurrent.get(a) ?? apart - 1 - 2 * a)),
    ofCurrent: (b) => (nowhere(b) ? apart : taken.has(b) ? b : apart - 2 - 2 * b),
  };
}

type Paragraphs = Map<number, Set<string>>;

function pairByText(before: Paragraphs, after: Paragraphs): Map<number, number> {
  // As many on both sides: then each has its place, however little it shares.
  const isOneEach = before.size === after.size;
  if (isOneEach) leaveOutSetPhrases(before, after);
  const pairs = [...before].flatMap(([a, one]) =>
    [...after].map(([b, two]) => ({ a, b, one, two, share: shareOf(one, two) })),
  );
  // Else places are counted among texts that have their like: a new one between them moves none of the others.
  const alike = pairs.filter(({ share }) => share >= alikeFrom);
  const placesBefore = isOneEach ? [...before.keys()] : inOrder(alike.map(({ a }) => a));
  const placesAfter = isOneEach ? [...after.keys()] : inOrder(alike.map(({ b }) => b));
  const offers = pairs.flatMap(({ a, b, one, two, share }) => {
    const isInPlace = placesBefore.indexOf(a) === placesAfter.indexOf(b);
    if (share >= sharedFrom || (isOneEach && isInPlace)) {
      return [{ a, b, value: share + (isInPlace ? (isOneEach ? alikeFrom : inPlaceBonus) : 0) }];
    }
    // Of a text that is taken in or taken away bit by bit little stands at first, and all of it in the other.
    const contained = sharedPart(one, two);
    return contained >= alikeFrom ? [{ a, b, value: (sharedFrom * contained) / 2 }] : [];
  });
  const toCurrent = new Map<number, number>();
  const taken = new Set<number>();
  for (const { a, b } of offers.sort(byValue)) {
    if (toCurrent.has(a) || taken.has(b)) continue;
    toCurrent.set(a, b);
    taken.add(b);
  }
  return toCurrent;
}

function hasSeveral(zones: readonly Zone[]): boolean {
  const proposals = zones.map(({ proposal }) => proposal).filter((proposal) => proposal >= 0);
  return proposals.some((proposal) => proposal !== proposals[0]);
}

function paragraphsOf(zones: readonly Zone[]): Paragraphs {
  const found: Paragraphs = new Map();
  for (const { proposal, kind, units } of zones) {
    if (proposal < 0) continue;
    const paragraphs = found.get(proposal) ?? new Set<string>();
    found.set(proposal, paragraphs);
    // Reasons are given anew each time.
    if (kind !== "reasons") for (const unit of units) if (!unit.slight) paragraphs.add(unit.key);
  }
  return found;
}

function inOrder(proposals: readonly number[]): number[] {
  return [...new Set(proposals)].sort((one, other) => one - other);
}

/** A paragraph that several proposals of one text have says nothing of any: a call, a formula, a number to be given. */
function leaveOutSetPhrases(...texts: readonly Paragraphs[]): void {
  const repeated = new Set<string>();
  for (const text of texts) {
    const seen = new Set<string>();
    for (const paragraphs of text.values()) for (const key of paragraphs) (seen.has(key) ? repeated : seen).add(key);
  }
  for (const text of texts) for (const paragraphs of text.values()) for (const key of repeated) paragraphs.delete(key);
}

function shareOf(one: ReadonlySet<string>, two: ReadonlySet<string>): number {
  let shared = 0;
  for (const text of one) if (two.has(text)) shared++;
  return (2 * shared) / Math.max(one.size + two.size, 1);
}
