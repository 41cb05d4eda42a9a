/**
 * Who changed what, carried over to texts that were put together anew (accept, reject, rebase): a change that
 * was there before keeps its author and date. Provisions are known by the ids of their blocks, changes by their
 * words; what is new and unknown has no author, and the draft's stands in.
 */
import type { Node } from "prosemirror-model";
import { isChange, type Provision, type Redline, type Segment } from "../redline/redline-types";
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
  const known = changesByBlock(former);
  const spans: ImportedSpan[] = [];
  const blocks: Record<string, Attributed> = {};
  for (const provision of next.redline.provisions) {
    if (!isChange(provision.status)) continue;
    const ids = idsOf(provision);
    const earlier = ids.map((id) => known.get(id)).find((found) => found !== undefined);
    if (!earlier) continue;
    const whole = attributionOf(old, earlier, null) ?? firstOf(old, earlier);
    if (whole) blocks[ids[0] as string] = whole;
    for (const segment of provision.segments) {
      if (segment.op === "=") continue;
      const same = earlier.segments.find(({ op, text }) => op === segment.op && text === segment.text);
      const by = (same && attributionOf(old, earlier, same)) ?? whole;
      const place = placeOf(provision, segment);
      if (by && place) spans.push({ ...place, ...by });
    }
  }
  const record = seedAttribution(next.base, next.current, spans);
  return { ...record, blocks: { ...record.blocks, ...blocks } };
}

/** The first change of each block, by the id that the block had before it and by the one it got. */
function changesByBlock({ provisions }: Redline): Map<string, Provision> {
  const known = new Map<string, Provision>();
  for (const provision of provisions.filter(({ status }) => isChange(status))) {
    for (const id of idsOf(provision)) if (!known.has(id)) known.set(id, provision);
  }
  return known;
}

/** The ids of the block that a provision became and of the one it was, as far as there are any. */
function idsOf({ after, before }: Provision): string[] {
  return [after, before].flatMap((block) => (block ? [block.node.attrs.id as string] : []));
}

function placeOf({ after, before }: Provision, { op, fromA, toA, fromB, toB }: Segment) {
  if (op === "+") return after && { side: "inserted" as const, block: after.node.attrs.id, from: fromB, to: toB };
  return before && { side: "deleted" as const, block: before.node.attrs.id, from: fromA, to: toA };
}

function firstOf(state: AttributionState, provision: Provision): Attributed | undefined {
  for (const segment of provision.segments) {
    const by = segment.op === "=" ? undefined : attributionOf(state, provision, segment);
    if (by) return by;
  }
  return undefined;
}
