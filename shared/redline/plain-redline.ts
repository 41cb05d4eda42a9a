/**
 * A redline as plain data, and back: blocks become their places in their documents. A comparison that was
 * made in another thread, or before the ids of a text were changed, is so taken over without making it again.
 */
import type { Block } from "../schema/blocks";
import type { Placement, Provision, Redline } from "./redline-types";

export type PlainProvision = Omit<Provision, "before" | "after"> & { before: number; after: number };

export interface PlainRedline extends Pick<Redline, "counts" | "marker"> {
  provisions: PlainProvision[];
  placements: { provision: number; side: Placement["side"] }[];
}

/** Flattens a redline of two lists of blocks. */
export function flattenRedline(redline: Redline, base: readonly Block[], current: readonly Block[]): PlainRedline {
  const [inBase, inCurrent] = [placesOf(base), placesOf(current)];
  const indices = new Map(redline.provisions.map((provision, index) => [provision, index]));
  return {
    counts: redline.counts,
    marker: redline.marker,
    provisions: redline.provisions.map((provision) => ({
      ...provision,
      before: provision.before ? (inBase.get(provision.before.pos) as number) : -1,
      after: provision.after ? (inCurrent.get(provision.after.pos) as number) : -1,
    })),
    placements: redline.placements.map(({ provision, side }) => ({
      provision: indices.get(provision) as number,
      side,
    })),
  };
}

/** Makes a redline whole again with the blocks of the same texts. */
export function reviveRedline(plain: PlainRedline, base: readonly Block[], current: readonly Block[]): Redline {
  const provisions = plain.provisions.map(
    (provision): Provision => ({
      ...provision,
      before: base[provision.before] ?? null,
      after: current[provision.after] ?? null,
    }),
  );
  const placements = plain.placements.map(({ provision, side }) => ({
    provision: provisions[provision] as Provision,
    side,
  }));
  return { counts: plain.counts, marker: plain.marker, provisions, placements };
}

function placesOf(blocks: readonly Block[]): Map<number, number> {
  return new Map(blocks.map(({ pos }, index) => [pos, index]));
}
