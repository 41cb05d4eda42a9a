/**
 * A hand-out for a meeting: a title, a few lines, and a table whose cells hold marked text. Side by side,
 * compilation, list of changes and summary are hand-outs; HTML, which is also what is printed, and Word are two
 * ways to write one. The words around the text are in the language of the document, because everybody in the
 * room reads that.
 */
import type { Language } from "../model/document";
import type { Cell, CellPiece } from "../redline/side-rows";
import { type Block, contentText } from "../schema/blocks";

export interface Handout {
  language: Language;
  title: string;
  /** Whose it is, in one line below the title. */
  about?: string;
  /** Lines between title and table, or all there is when there are no columns. */
  lines: string[];
  columns: HandoutColumn[];
  rows: HandoutRow[];
  /** In Word, marks are tracked changes of this author and time rather than formatting. */
  tracked?: Attribution;
}

interface Attribution {
  author: string;
  date: string;
}

export interface HandoutColumn {
  title: string;
  /** Its part of the width, against the other columns. */
  share: number;
}

export interface HandoutRow {
  cells: HandoutCell[];
  /** A row that only says where the following ones are. */
  isHeading?: true;
  /** What a reader of the file finds this row by. */
  bookmark?: string;
}

export interface HandoutCell {
  paragraphs: HandoutParagraph[];
  /** Nothing can stand here, which is told from nothing being said. */
  isVoid?: true;
}

export interface HandoutParagraph {
  look: "text" | "call" | "heading" | "note";
  /** 0 = no label column; otherwise how deep in the list. */
  level: number;
  label: readonly CellPiece[];
  text: readonly CellPiece[];
  /** Whose changes these are, where a paper has several proposers. */
  by?: string;
}

const bookmarked = new Set(["call", "resolutionNumber", "annexNumber"]);

/** The words by which a provision is found in a long file; none for one that is found below another. */
export function bookmarkOf(block: Block | null): { bookmark?: string } {
  const words = block && bookmarked.has(block.node.type.name) ? contentText(block.node).trim() : "";
  return words === "" ? {} : { bookmark: words };
}

/** A paragraph of plain words. */
export function plainParagraph(words: string, look: HandoutParagraph["look"] = "note"): HandoutParagraph {
  return { look, level: 0, label: [], text: words === "" ? [] : [{ op: "=", text: words, looks: [], segment: null }] };
}

/** A cell of plain words. */
export function plainCell(words: string, look: HandoutParagraph["look"] = "note"): HandoutCell {
  return { paragraphs: [plainParagraph(words, look)] };
}

const headings = new Set(["resolutionNumber", "resolutionTitle", "annexNumber", "annexTitle", "heading"]);

function lookOf(type: string): HandoutParagraph["look"] {
  if (type === "call") return "call";
  return headings.has(type) ? "heading" : "text";
}

/** A provision as a paragraph; `isPlain` shows it without its marks. */
export function provisionParagraph({ block, label, text }: Cell, isPlain = false): HandoutParagraph {
  const { type, attrs } = block.node;
  const plain = (pieces: CellPiece[]) =>
    isPlain ? pieces.filter(({ op }) => op !== "-").map((piece): CellPiece => ({ ...piece, op: "=" })) : pieces;
  const hasLabel = label.length > 0 || type.name === "item";
  return {
    look: lookOf(type.name),
    level: hasLabel ? Math.max(attrs.level, 1) : 0,
    label: plain(label),
    text: plain(text),
  };
}
