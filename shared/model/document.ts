/**
 * The recognised document as plain records: the same tree as the ProseMirror schema, without
 * ProseMirror. Recognition builds it, `schema/` turns it into nodes. Text blocks carry inlines,
 * containers carry children; every alignable block has an id that is unique in the document.
 *
 * Lists are levels, not nesting: an item's sub-items and continuation paragraphs follow it with a
 * higher level, as in Word and in ITU's own files, so that an edit across levels never rebuilds the tree.
 */
import type { Inline } from "./source";

export type Language = "ar" | "zh" | "en" | "fr" | "ru" | "es";

export type TextBlockType =
  | "paragraph"
  | "heading"
  | "item"
  | "call"
  | "resolutionNumber"
  | "resolutionTitle"
  | "resolutionReference"
  | "enacting"
  | "annexNumber"
  | "annexTitle"
  | "footnote";

export interface TextBlock {
  type: TextBlockType;
  id: string;
  /** The label as typed: `a)`, `2`, `b)bis`, `1.1.1`, `–`, `Motifs:`; empty when there is none. */
  label: string;
  /** What stands between label and text, mostly one tab; empty when there is no label. */
  separator: string;
  /** 0 = body text; 1 = an item of a call; 2, 3, 4 = lists below; for headings the outline level. */
  level: number;
  /** ITU role of a paragraph outside the clause structure (`source`, `tableTitle`, `frontLabel`…) or its Word style name. */
  role: string;
  /** Key of the source slice this block was read from, or null. */
  slice: string | null;
  /** For a footnote: the id that its references carry. */
  note?: string;
  inlines: Inline[];
}

export interface TableCell {
  type: "table_cell" | "table_header";
  columnSpan: number;
  rowSpan: number;
  children: BodyBlock[];
}

export interface TableRow {
  type: "table_row";
  id: string;
  slice: string | null;
  cells: TableCell[];
}

export interface Table {
  type: "table";
  id: string;
  slice: string | null;
  /** What share of the width each column has, as far as the source says it; see `SourceTable`. */
  columns: number[] | null;
  rows: TableRow[];
}

export type BodyBlock = TextBlock | Table;

/** A call and what stands under it. */
export interface Section {
  type: "section";
  part: "preamble" | "operative";
  children: BodyBlock[];
}

export interface Annex {
  type: "annex";
  children: (BodyBlock | Section)[];
}

/** Number, title, history line and enacting formula first, then sections, then annexes. */
export interface Resolution {
  type: "resolution";
  children: (BodyBlock | Section | Annex)[];
}

export interface Reasons {
  type: "reasons";
  children: BodyBlock[];
}

/** A resolution (or a heading only) with its marker line and reasons; a bare resolution has neither. */
export interface Proposal {
  type: "proposal";
  /** As typed (`ADD`, `(MOD)`, `NOC`…); empty when the document has none. */
  marker: string;
  /** `ACP/22A12/1`; empty when the document has none. */
  identifier: string;
  /** Keys of the source slices of the paragraphs that held marker and identifier, separated by a space. */
  slice?: string | null;
  children: (BodyBlock | Resolution | Reasons)[];
}

export interface DocumentModel {
  type: "document";
  language: Language;
  /** Front matter and unknown paragraphs stay where they stood, beside the proposals. */
  children: (BodyBlock | Proposal)[];
  footnotes: TextBlock[];
}
