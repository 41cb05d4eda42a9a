/**
 * Which proposal of the base became which of the current text, when there are several: the two that share most of
 * their paragraphs. Resolutions resemble one another in their calls and set phrases, so without this a section
 * of one could be taken for a section of the next. What shares too little may still meet among what is left.
 */
import { byValue } from "./sequence";
import type { Zone } from "./zones";

/** Parts of two proposals are compared with each other when both are of one group; proposal -1 stands for none. */
export interface ProposalGroups {
  ofBase(proposal: number): number;
  ofCurrent(proposal: number): number;
}

/** What has no counterpart. */
const APART = -1;
const alone: ProposalGroups = { ofBase: () => APART, ofCurrent: () => APART };

/** Share of common paragraphs from which two proposals are one; a heading alone is little of a whole text. */
const SHARED = 0.15;
/** Share from which a text is taken for a state of another. */
const ALIKE = 0.5;
/** Proposals keep their places, and a shelf has its texts in theirs: so much more must speak for another one. */
const IN_PLACE = 0.25;

/** Pairs the proposals of two documents. */
export function pairProposals(base: readonly Zone[], current: readonly Zone[]): ProposalGroups {
  const before = paragraphsOf(base);
  const after = paragraphsOf(current);
  if (before.size < 2 && after.size < 2) return alone;
  const pairs = [...before].flatMap(([a, one]) =>
    [...after].map(([b, two]) => ({ a, b, share: shareOf(one, two) })).filter(({ share }) => share >= SHARED),
  );
  // Places are counted among texts that have their like: a new one between them moves none of the others.
  const alike = pairs.filter(({ share }) => share >= ALIKE);
  const placesBefore = [...new Set(alike.map(({ a }) => a))].sort((a, b) => a - b);
  const placesAfter = [...new Set(alike.map(({ b }) => b))].sort((a, b) => a - b);
  const offers = pairs.map(({ a, b, share }) => ({
    a,
    b,
    value: share + (placesBefore.indexOf(a) === placesAfter.indexOf(b) ? IN_PLACE : 0),
  }));
  offers.sort(byValue);
  const toCurrent = new Map<number, number>();
  const taken = new Set<number>();
  for (const { a, b } of offers) {
    if (toCurrent.has(a) || taken.has(b)) continue;
    toCurrent.set(a, b);
    taken.add(b);
  }
  return { ofBase: (a) => toCurrent.get(a) ?? APART, ofCurrent: (b) => (taken.has(b) ? b : APART) };
}

function paragraphsOf(zones: readonly Zone[]): Map<number, Set<string>> {
  const found = new Map<number, Set<string>>();
  for (const { proposal, kind, units } of zones) {
    if (proposal < 0) continue;
    const paragraphs = found.get(proposal) ?? new Set<string>();
    found.set(proposal, paragraphs);
    // Reasons are given anew each time.
    if (kind !== "reasons") for (const unit of units) if (!unit.slight) paragraphs.add(unit.key);
  }
  return found;
}

function shareOf(one: ReadonlySet<string>, two: ReadonlySet<string>): number {
  let shared = 0;
  for (const text of one) if (two.has(text)) shared++;
  return (2 * shared) / Math.max(one.size + two.size, 1);
}
