/**
 * Who changed what, carried over to texts that were put together anew (accept, reject, rebase): a change that
 * was there before keeps its author and date. Provisions are known by the ids of their blocks, changes by their
 * words; what is new and unknown has no author, and the draft's stands in.
 */
import type { Node } from "prosemirror-model";
import { isChange, type Provision, type Redline } from "../redline/redline-types";
import {
  type Attributed,
  type AttributionRecord,
  type AttributionState,
  attributionOf,
  type ImportedSpan,
  seedAttribution,
} from "./attribution";

export interface Remade {
  base: Node;
  current: Node;
  redline: Redline;
}

/** The record for new texts whose blocks carry the ids of the old ones. */
export function remadeAttribution(old: AttributionState, former: Redline, next: Remade): AttributionRecord {
  const known = new Map<string, Provision[]>();
  for (const provision of former.provisions) {
    if (!isChange(provision.status)) continue;
    for (const id of new Set([idOf(provision.before), idOf(provision.after)])) {
      if (id !== undefined) known.set(id, [...(known.get(id) ?? []), provision]);
    }
  }
  const spans: ImportedSpan[] = [];
  const blocks: Record<string, Attributed> = {};
  for (const provision of next.redline.provisions) {
    if (!isChange(provision.status)) continue;
    const ids = [idOf(provision.after), idOf(provision.before)].filter((id) => id !== undefined);
    const earlier = ids.flatMap((id) => known.get(id) ?? [])[0];
    if (!earlier) continue;
    const whole = attributionOf(old, earlier, null) ?? firstOf(old, earlier);
    if (whole) blocks[ids[0] as string] = whole;
    for (const segment of provision.segments) {
      if (segment.op === "=") continue;
      const same = earlier.segments.find(({ op, text }) => op === segment.op && text === segment.text);
      const by = (same && attributionOf(old, earlier, same)) ?? whole;
      if (!by) continue;
      const [side, block, from, to] =
        segment.op === "+"
          ? (["inserted", idOf(provision.after), segment.fromB, segment.toB] as const)
          : (["deleted", idOf(provision.before), segment.fromA, segment.toA] as const);
      if (block !== undefined) spans.push({ side, block, from, to, ...by });
    }
  }
  const record = seedAttribution(next.base, next.current, spans);
  return { ...record, blocks: { ...record.blocks, ...blocks } };
}

function idOf(block: Provision["before"]): string | undefined {
  return block?.node.attrs.id;
}

function firstOf(state: AttributionState, provision: Provision): Attributed | undefined {
  for (const segment of provision.segments) {
    const by = segment.op === "=" ? undefined : attributionOf(state, provision, segment);
    if (by) return by;
  }
  return undefined;
}
