/**
 * Which zone of the base became which of the current text: sections by their call and by what they hold, the others
 * by kind and order. Of all pairings in order the one is taken that leaves most units standing, so that a change that
 * is settled never makes another pairing the better one; then come sections and annexes that changed places.
 */

import { byValue, type ScoredPair } from "./heaviest-increasing";
import { holdingOf } from "./holding";
import { oncePerPair } from "./once-per-pair";
import type { ProposalGroups } from "./proposal-pairing";
import { pairSequences } from "./sequence";
import { sharedCount, sharedPart, similarity } from "./similarity";
import type { Zone } from "./zones";

/** Two zones that share this much, of their calls or of what they hold, are mostly one. */
const mostly = 0.5;
/** A zone that is no section is what it is by its kind: that alone pairs two of them, and each text they share adds to it. */
const sameKind = 0.2;

/** Returns for each zone of the base the index of its counterpart, or -1. */
export function pairZones(
  zonesOfBase: readonly Zone[],
  zonesOfCurrent: readonly Zone[],
  groups: ProposalGroups,
): Int32Array {
  // What belongs to two proposals never has one name.
  const base = zonesOfBase.map((zone) => ({ ...zone, key: `${groups.ofBase(zone.proposal)}${zone.key}` }));
  const current = zonesOfCurrent.map((zone) => ({ ...zone, key: `${groups.ofCurrent(zone.proposal)}${zone.key}` }));
  const names = new Map([...base, ...current].map((zone) => [zone, zone.key]));
  const held = new Map([...base, ...current].map((zone) => [zone, holdingOf(zone).keys]));
  tellNamesakesApart(base, current);
  tellStrangersApart(base, current, held);
  const together = (a: Zone, b: Zone) => groups.ofBase(a.proposal) === groups.ofCurrent(b.proposal);
  const ifTogether = (score: typeof scoreZones) => (a: Zone, b: Zone) =>
    together(a, b) ? score(a, b, held.get(a)!, held.get(b)!) : 0;
  const rough = { score: ifTogether(roughlyScoreZones), error: weightOfWords };
  const partner = pairSequences(base, current, ifTogether(scoreZones), rough);
  // Sections and annexes that changed places: same call or title, or mostly the same items.
  const taken = new Set(partner);
  const offers = base.flatMap((zone, a) => {
    if (partner[a]! >= 0 || !mayMove(zone)) return [];
    return current.flatMap((other, b): ScoredPair[] => {
      if (taken.has(b) || other.kind !== zone.kind || !together(zone, other)) return [];
      const hasName = names.get(zone) === names.get(other);
      if (!hasName && sharedPart(held.get(zone)!, held.get(other)!) <= mostly) return [];
      return [{ a, b, value: (hasName ? 1 : 0) + commonTo(zone, other, held.get(zone)!, held.get(other)!) }];
    });
  });
  for (const { a, b } of offers.sort(byValue)) {
    if (partner[a]! >= 0 || taken.has(b)) continue;
    partner[a] = b;
    taken.add(b);
  }
  return partner;
}

/** Sections and annexes may change places; the others stand where their kind stands. */
function mayMove({ kind }: Zone): boolean {
  return kind === "section" || kind === "annex";
}

/**
 * A name that several zones of a text have says nothing. Such zones are equal only when all that they hold is, and
 * where that is nothing, or stands there twice, the place between others decides.
 */
function tellNamesakesApart(...texts: readonly Zone[][]): void {
  const namesakes = new Set<string>();
  for (const zones of texts) repeated(zones, namesakes);
  if (namesakes.size === 0) return;
  for (const zones of texts) {
    for (const zone of zones) {
      if (!namesakes.has(zone.key)) continue;
      zone.slight = zone.units.length < 2;
      zone.key = holdingOf(zone).keyUnder(zone.key);
    }
    const copies = repeated(zones, new Set());
    for (const zone of zones) zone.slight ||= copies.has(zone.key);
  }
}

function repeated(zones: readonly Zone[], found: Set<string>): Set<string> {
  const seen = new Set<string>();
  for (const { key } of zones) (seen.has(key) ? found : seen).add(key);
  return found;
}

/** Two sections under one call that hold different things need not be one: another may hold them under a new call. */
function tellStrangersApart(base: readonly Zone[], current: readonly Zone[], held: Map<Zone, Set<string>>): void {
  const byName = new Map(base.filter(mayMove).map((zone) => [zone.key, zone]));
  for (const zone of current) {
    const other = byName.get(zone.key);
    if (!other || sharedPart(held.get(other)!, held.get(zone)!) >= mostly) continue;
    if (held.get(other)!.size === 0 || held.get(zone)!.size === 0) continue;
    other.key += "\u0001before";
    zone.key += "\u0001after";
  }
}

/** What the words of two zones add at most to what both hold. */
const weightOfWords = 0.4;

/** What stays when two zones are one: the words of the call, and what both hold. */
function scoreZones(a: Zone, b: Zone, heldA: Set<string>, heldB: Set<string>): number {
  const rough = roughlyScoreZones(a, b, heldA, heldB);
  return rough > 0 ? rough + alikeness(a, b) : 0;
}

/** The same without the words, which are long to count. */
function roughlyScoreZones(a: Zone, b: Zone, heldA: Set<string>, heldB: Set<string>): number {
  if (a.kind !== b.kind) return 0;
  const shared = sharedCount(heldA, heldB);
  if (a.kind !== "section") return sameKind + shared;
  const call = similarity(a.bag(), b.bag());
  const mayBeOne = call >= mostly || shared / Math.max(Math.min(heldA.size, heldB.size), 1) >= mostly;
  return mayBeOne ? call + shared : 0;
}

/** Every unit that both hold counts; of as many, the words decide. */
function commonTo(a: Zone, b: Zone, heldA: Set<string>, heldB: Set<string>): number {
  return sharedCount(heldA, heldB) + alikeness(a, b);
}

function alikeness(a: Zone, b: Zone): number {
  return weightOfWords * alikeOnce(holdingOf(a).words(), holdingOf(b).words());
}

/** Kept per pair of whole zones: after a pause of the typist one zone of many is another one. */
const alikeOnce = oncePerPair(similarity);
