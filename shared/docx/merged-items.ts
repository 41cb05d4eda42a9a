/**
 * What a marked Word file holds: the paragraphs and tables of two texts in one order, each present in both texts, in the
 * base only, in the current text only, or outside the comparison (`frame`).
 */
import type { Node } from "prosemirror-model";
import type { Provision, Segment } from "../redline/redline-types";
import type { Block } from "../schema/blocks";

/** In which of the two texts something stands; `frame` is outside the comparison, in both. */
export type Presence = "both" | "base" | "current" | "frame";

export interface MergedParagraph {
  kind: "paragraph";
  presence: Presence;
  before: Block | null;
  after: Block | null;
  segments: Segment[];
  /** The provision it belongs to; null for a block that the redline does not know. */
  provision: Provision | null;
  /** Set where it is a part of a paragraph that was split or joined. */
  part?: ParagraphPart;
}

/** A part of a paragraph that is whole in the other text: it shares that one's words, not its mark, label and edges. */
export interface ParagraphPart {
  mark: Presence;
  label: Presence;
  opens: boolean;
  closes: boolean;
  /** The provision of the paragraph that is whole. */
  whole: Provision | null;
}

export interface MergedCell {
  /** The cell nodes it stands for; one of them is there. */
  before: Node | null;
  after: Node | null;
  items: MergedItem[];
}

export interface MergedRow {
  presence: Presence;
  before: { table: Node; index: number } | null;
  after: { table: Node; index: number } | null;
  cells: MergedCell[];
}

export interface MergedTable {
  kind: "table";
  presence: Presence;
  rows: MergedRow[];
}

export type MergedItem = MergedParagraph | MergedTable;
