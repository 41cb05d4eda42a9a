/**
 * One provision of a redline out of its two blocks: the segments of its content and its status. What
 * changed is read off the two nodes alone; comparisons are kept per pair of nodes, because a document
 * shares its untouched nodes with its former self.
 */
import type { Node } from "prosemirror-model";
import type { Block } from "../schema/blocks";
import { diffBlock, type NoteKeys, wholeSegments } from "./block-diff";
import { oncePerPair } from "./once-per-pair";
import type { Provision, Segment, Status } from "./redline-types";

/** A provision that stands on one side only. */
export function loneProvision(id: string, before: Block | null, after: Block | null, status: Status): Provision {
  const { node } = (before ?? after)!;
  const segments = wholeSegments(before ? "-" : "+", node);
  const labelBefore = before?.node.attrs.label ?? "";
  const labelAfter = after?.node.attrs.label ?? "";
  return {
    id,
    status,
    moved: false,
    relabelled: false,
    formatted: false,
    before,
    after,
    labelBefore,
    labelAfter,
    segments,
  };
}

/** A provision that stands on both sides: what changed in it, and how it stands. */
export function pairedProvision(
  id: string,
  before: Block,
  after: Block,
  moved: boolean,
  language: string,
  notes: NoteKeys | null,
): Provision {
  const segments = segmentsOf(before.node, after.node, language, notes);
  const one = before.node.attrs;
  const two = after.node.attrs;
  const relabelled = one.label !== two.label || one.separator !== two.separator;
  const formatted =
    before.node.type !== after.node.type || one.level !== two.level || segments.some((segment) => segment.formatted);
  const modified = segments.some((segment) => segment.op !== "=");
  const status = gravestOf({ modified, moved, relabelled, formatted });
  return {
    id,
    status,
    moved,
    relabelled,
    formatted,
    before,
    after,
    labelBefore: one.label,
    labelAfter: two.label,
    segments,
  };
}

/** Of all that happened to a provision, what it is listed as. */
function gravestOf(happened: Record<"modified" | "moved" | "relabelled" | "formatted", boolean>): Status {
  const order = ["modified", "moved", "relabelled", "formatted"] as const;
  return order.find((status) => happened[status]) ?? "unchanged";
}

/** Comparisons are kept per pair of nodes: a document shares its untouched nodes with its former self. */
const comparisons = new Map<string, (before: Node, after: Node) => Segment[]>();

function comparisonIn(language: string): (before: Node, after: Node) => Segment[] {
  const known = comparisons.get(language);
  const compare = known ?? oncePerPair((before: Node, after: Node) => diffBlock(before, after, language));
  if (!known) comparisons.set(language, compare);
  return compare;
}

function segmentsOf(before: Node, after: Node, language: string, notes: NoteKeys | null): Segment[] {
  // A note reference is compared through its note, which this cache cannot see.
  if (notes && (hasNotes(before) || hasNotes(after))) return diffBlock(before, after, language, notes);
  if (before.content.eq(after.content)) return unchangedSegments(after);
  return comparisonIn(language)(before, after);
}

const unchanged = new WeakMap<Node, Segment[]>();

function unchangedSegments(block: Node): Segment[] {
  let segments = unchanged.get(block);
  if (!segments) {
    segments = wholeSegments("=", block);
    unchanged.set(block, segments);
  }
  return segments;
}

function hasNotes(block: Node): boolean {
  let found = false;
  block.forEach((node) => {
    found ||= node.type.name === "footnoteReference";
  });
  return found;
}

/** True when two provisions go by the same name and show the same marks. */
export function sameMarks(one: Provision, other: Provision): boolean {
  return (
    one.id === other.id &&
    one.status === other.status &&
    one.moved === other.moved &&
    one.labelBefore === other.labelBefore &&
    one.labelAfter === other.labelAfter &&
    one.formatted === other.formatted &&
    one.segments.length === other.segments.length &&
    one.segments.every((segment, index) => sameSegment(segment, other.segments[index]!))
  );
}

function sameSegment(one: Segment, other: Segment): boolean {
  return (
    one === other ||
    (one.op === other.op &&
      one.text === other.text &&
      one.formatted === other.formatted &&
      one.fromA === other.fromA &&
      one.fromB === other.fromB)
  );
}
