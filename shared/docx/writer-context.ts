/**
 * What the writers of paragraphs, tables and notes share: the template's styles, the language, how
 * changes are shown, and what a story is made of.
 */
import type { Language } from "../model/document";
import type { ContentContext } from "./content-pieces";
import type { MergedItem } from "./merged-body";
import type { Moves } from "./move-plan";
import type { ParagraphLook } from "./paragraph-look";
import type { StyleIds } from "./style-ids";

/** How changes are shown: as tracked changes, as struck and underlined text, or not at all. */
export type Showing = "tracked" | "typeset" | "clean";

export interface WriterContext extends ContentContext {
  language: Language;
  rightToLeft: boolean;
  styles: StyleIds;
  showing: Showing;
  /** What moved and is written as a move. */
  moves: Moves;
  /** Width of the text area in twentieths of a point, for tables. */
  textWidth: number;
}

/** A line that belongs to no block: the marker and identifier of a proposal, its source. */
export interface FrameLine {
  kind: "line";
  look: ParagraphLook;
  text: string;
}

export type BodyItem = MergedItem | FrameLine;
