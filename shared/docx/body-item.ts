/** What a story of a Word file is made of: merged blocks and tables, and lines of the proposal's frame. */
import type { MergedItem, MergedParagraph } from "./merged-items";
import type { ParagraphLook } from "./paragraph-look";

/** A line that belongs to no block: the marker and identifier of a proposal, its source. */
export interface FrameLine {
  kind: "line";
  look: ParagraphLook;
  text: string;
  /** How many of its first characters are underlined. */
  underlined?: number;
}

/** The lines that a contribution begins with, by the place that they have on its first page. */
export interface Letterhead {
  kind: "letterhead";
  head: MergedParagraph[];
  near: MergedParagraph[];
  far: MergedParagraph[];
}

export type BodyItem = MergedItem | FrameLine | Letterhead;
