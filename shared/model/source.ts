/**
 * What a reader hands on, before anything is known about resolutions: a flat body of paragraphs and
 * tables, and the notes they refer to. A text reader and a Word reader produce the same records, so
 * that structure is recognised in one place (`resolution/`). A reader drops nothing: what it cannot
 * express rides along as an object or a message.
 */

/** Character formatting that ITU texts use; `properties` names run properties kept opaquely by the package. */
export interface Formatting {
  bold?: true;
  italic?: true;
  underline?: true;
  strike?: true;
  superscript?: true;
  subscript?: true;
  smallCaps?: true;
  /** BCP 47 tag, when the run says another language than the document. */
  language?: string;
  properties?: string;
}

export type Inline =
  | { kind: "text"; text: string; formatting?: Formatting }
  | { kind: "break"; formatting?: Formatting }
  | { kind: "noteReference"; note: string; mark: string; automatic: boolean; formatting?: Formatting }
  | { kind: "object"; what: string; text: string; source: string; formatting?: Formatting };

/** The size that inlines have as the content of a block: a character counts as its UTF-16 units, anything else as one. */
export function sizeOfInlines(inlines: readonly Inline[]): number {
  return inlines.reduce((size, inline) => size + (inline.kind === "text" ? inline.text.length : 1), 0);
}

export interface SourceParagraph {
  kind: "paragraph";
  inlines: Inline[];
  /** Style name as the style box shows it, and the names it is based on, nearest first. */
  style?: string;
  basedOn?: string[];
  /** Depth in the outline that the style gives, 1 for the highest: it makes a heading, whatever the style is called. */
  outlineLevel?: number;
  /** Outline of direct formatting that recognition may use where styles are missing. */
  alignment?: "start" | "center" | "end" | "both";
  indentTwips?: number;
  /** A computed list label (Word numbering resolved), to be typed before the text. */
  numbering?: {
    label: string;
    level: number;
    /** Key of the field that counts it, where a field does. */
    field?: string;
  };
  /** Key of the source slice in the package this paragraph came from. */
  slice?: string;
  /** 1-based line of a text source. */
  line?: number;
  /** True when an empty line stood before the paragraph in a text source. */
  spaceBefore?: boolean;
}

export interface SourceCell {
  blocks: SourceBlock[];
  columnSpan?: number;
  rowSpan?: number;
  header?: boolean;
}

export interface SourceTable {
  kind: "table";
  rows: { cells: SourceCell[]; header?: boolean; slice?: string }[];
  /** Ten-thousandths of the width that each column has, where the source says it; edits keep the proportions, not the sum. */
  columns?: number[];
  slice?: string;
  line?: number;
}

export type SourceBlock = SourceParagraph | SourceTable;

export interface SourceNote {
  /** Key that `noteReference.note` uses. */
  id: string;
  kind: "footnote" | "endnote";
  /** The typed mark in front of the note's text, empty when the number is automatic. */
  mark: string;
  blocks: SourceParagraph[];
}

export interface SourceDocument {
  origin: "text" | "docx" | "critic";
  blocks: SourceBlock[];
  notes: SourceNote[];
  /** Language the file declares, when it does. */
  language?: string;
}
