/**
 * What a redline is: for every provision of base and current text, in one merged reading order, how
 * it stands and what changed inside. A redline is a pure function of two documents. Positions are
 * offsets into the content of the block's own node, so that a keystroke elsewhere never moves them.
 */
import type { Block } from "../schema/blocks";

export type Status =
  | "unchanged"
  | "added"
  | "modified"
  | "suppressed"
  | "relabelled"
  | "moved"
  | "formatted"
  /** Belongs to the proposal's frame (reasons, front matter that the base does not have): no marks. */
  | "frame";

/** True for a status that says that something changed; what belongs to the frame is not compared. */
export function isChange(status: Status): boolean {
  return status !== "unchanged" && status !== "frame";
}

/** `=` in both texts, `-` in the base only, `+` in the current text only. A replacement is `-` then `+`. */
export interface Segment {
  op: "=" | "+" | "-";
  text: string;
  /** Content offsets in the base block (equal when the segment is an insertion). */
  fromA: number;
  toA: number;
  /** Content offsets in the current block (equal when the segment is a deletion). */
  fromB: number;
  toB: number;
  /** On an `=` segment: the text is the same, its visible formatting is not. */
  formatted?: true;
}

export interface Provision {
  /** `b12` for a provision of the base (its 1-based place there), `n3` for the third added one: never an editing id. */
  id: string;
  status: Status;
  /** The strongest word is `status` (modified, moved, relabelled, formatted, in this order); these say what else happened. */
  moved: boolean;
  relabelled: boolean;
  formatted: boolean;
  before: Block | null;
  after: Block | null;
  labelBefore: string;
  labelAfter: string;
  /** Content only, label excluded. Concatenated `=` and `-` give the base text, `=` and `+` the current. */
  segments: Segment[];
}

export interface Counts {
  added: number;
  modified: number;
  suppressed: number;
  relabelled: number;
  moved: number;
  unchanged: number;
}

/**
 * A line of the merged order. A provision that moved has two: `before` where it stood, `after` where it
 * stands; a suppressed one only `before`, an added one only `after`, all others are `both` at once.
 * Lines that are not `after`, in this order, are the base; lines that are not `before` the current text.
 */
export interface Placement {
  provision: Provision;
  side: "both" | "before" | "after";
}

export interface Redline {
  /** Merged order: a suppressed provision stands where it stood, before what replaced it. */
  provisions: Provision[];
  /** The same with the old places of what moved: what a writer goes through. */
  placements: Placement[];
  counts: Counts;
  /** ADD, MOD, (MOD), SUP or NOC by the rules of domain.md §4. */
  marker: string;
}
