/**
 * What the writers of paragraphs, tables and notes share: the template's styles, the language, and how
 * changes are shown.
 */
import type { Language } from "../model/document";
import type { ContentContext } from "./content-pieces";
import type { Moves } from "./move-plan";
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
