/**
 * What the Word reader makes of an XML part, before a side is chosen: paragraphs, tables and pieces of
 * text, each with the revisions that stand around it. Nothing is accepted or rejected here, so one
 * reading serves both sides, the list of revisions and the writer's patches.
 */
import type { Formatting } from "../model/source";
import type { XmlElement } from "../xml/element";
import type { NoteKind } from "./note-keys";

export type RevisionKind = "insertion" | "deletion" | "moveTo" | "moveFrom" | "formatting";

/** Who changed what, and when; one for each revision element. */
export interface RevisionMark {
  kind: RevisionKind;
  /** The number of the element; files are not careful with it. */
  id: string;
  author: string;
  /** As the file says it; empty when it says none. */
  date: string;
}

/** A thing is in the accepted text unless deleted, and in the rejected text unless inserted. */
export interface Tracked {
  inserted?: RevisionMark;
  deleted?: RevisionMark;
}

export type Side = "accept" | "reject";

/** Tells whether something is part of one side. */
export function isOn(side: Side, { inserted, deleted }: Tracked): boolean {
  return side === "accept" ? !deleted : !inserted;
}

export type Content =
  | { kind: "text"; text: string }
  | { kind: "break" }
  | { kind: "noteReference"; note: string; custom: boolean; mark: string }
  /** `boxes` holds the paragraphs of text boxes inside; `xml` names the object in the file's table. */
  | { kind: "object"; what: string; text: string; rejectedText?: string; xml: string; boxes?: BlockRecord[] }
  | { kind: "field"; end: "begin" | "separate" | "end" }
  | { kind: "instruction"; text: string }
  | { kind: "anchor"; element: XmlElement };

export interface Piece extends Tracked {
  content: Content;
  formatting?: Formatting;
  /** The formatting before a tracked change of it. */
  former?: Formatting | "none";
  formattingChange?: RevisionMark;
  /** The run that it was read from. */
  run?: XmlElement;
}

export interface ParagraphProperties {
  styleId?: string;
  numbering?: { numId?: string; level?: number };
  /** The label that a tracked renumbering replaced. */
  formerLabel?: string;
  alignment?: "start" | "center" | "end" | "both";
  indentTwips?: number;
}

export interface ParagraphRecord {
  kind: "paragraph";
  slice: string;
  properties: ParagraphProperties;
  former?: ParagraphProperties;
  propertiesChange?: RevisionMark;
  /** The paragraph mark, which ends the paragraph and is tracked on its own (ISO/IEC 29500-1 §17.13.5). */
  mark: Tracked;
  pieces: Piece[];
}

export type CellMerge = "none" | "restart" | "continue";

export interface CellRecord extends Tracked {
  columnSpan: number;
  merge: CellMerge;
  formerMerge?: CellMerge;
  blocks: BlockRecord[];
}

export interface RowRecord extends Tracked {
  slice: string;
  header: boolean;
  gridBefore: number;
  cells: CellRecord[];
}

export interface TableRecord {
  kind: "table";
  slice: string;
  /** Widths of the columns of its grid, in twips. */
  columns: number[];
  rows: RowRecord[];
}

export type BlockRecord = ParagraphRecord | TableRecord;

export interface NoteRecord {
  /** The key that references carry (`note-keys.ts`). */
  id: string;
  kind: NoteKind;
  blocks: BlockRecord[];
}

export interface CommentRecord {
  id: string;
  author: string;
  initials: string;
  date: string;
  text: string;
  /** The name of its last paragraph (`w14:paraId`), by which other parts refer to it. */
  name: string | undefined;
  /** Id of the comment that opened the thread. */
  parent?: string;
  resolved: boolean;
}
