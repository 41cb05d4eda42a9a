/**
 * A Word file as it was read: its package, the parts that hold text, both sides of its tracked changes,
 * and everything needed to write an untouched paragraph again with the bytes it came in with. Slices,
 * run properties and objects are named by short keys that a document can carry.
 */
import type { SourceDocument, SourceParagraph } from "../model/source";
import type { Package } from "../opc/package";
import type { Message } from "../result";
import type { XmlElement } from "../xml/element";
import type { AnchorSpot } from "./anchors";
import type { SliceIndex } from "./part-reader";
import type { BlockRecord, CommentRecord, NoteRecord, RevisionKind, Side } from "./records";
import type { KeptProperties } from "./run-properties-reader";
import type { Styles } from "./styles-reader";
import type { ReadPart } from "./word-parts";

export interface WordPart extends ReadPart {
  /** Paragraphs (`p`), tables (`t`) and rows (`r`) outside text boxes, in document order. */
  slices: SliceIndex;
}

/** Who made a change, and where it lies in one side's text. Offsets count as in a document's content. */
export interface Attribution {
  side: Side;
  /** Index in the side's `paragraphs`. */
  paragraph: number;
  from: number;
  to: number;
  kind: RevisionKind;
  /** True for the change of a paragraph mark: it has no width. */
  paragraphMark: boolean;
  /** The number that the file gave the change. */
  id: string;
  author: string;
  date: string;
}

export interface TextPlace {
  paragraph: number;
  offset: number;
}

/** A comment with the text it is about, in one side. */
export interface PlacedComment extends CommentRecord {
  from: TextPlace;
  to: TextPlace;
}

export interface WordSide {
  source: SourceDocument;
  /** Every paragraph of the source, cells and notes included, in reading order; notes come last. */
  paragraphs: SourceParagraph[];
  attributions: Attribution[];
  comments: PlacedComment[];
  /** What takes no room, for each of the paragraphs. */
  anchors: readonly (readonly AnchorSpot[])[];
}

export interface WordFile {
  package: Package;
  /** Name of the part that holds the text. */
  main: string;
  /** The parts that were read for their text: main, footnotes, endnotes. */
  parts: ReadonlyMap<string, WordPart>;
  styles: Styles;
  body: readonly BlockRecord[];
  notes: ReadonlyMap<string, NoteRecord>;
  /** Every comment, placed or not. */
  comments: readonly CommentRecord[];
  /** What `Formatting.properties` names. */
  runProperties: ReadonlyMap<string, KeptProperties>;
  /** What the `source` of an inline object names: XML that may stand where a run may. */
  objects: ReadonlyMap<string, string>;
  sides: Readonly<Record<Side, WordSide>>;
  messages: readonly Message[];
}

/** The text with every change accepted (the current text) or rejected (the base). */
export function wordToSource(file: WordFile, side: Side): SourceDocument {
  return file.sides[side].source;
}

/** The places of paragraphs among those of their side, by slice. */
export function paragraphsBySlice({ paragraphs }: WordSide): ReadonlyMap<string, number> {
  return new Map(paragraphs.flatMap(({ slice }, index) => (slice === undefined ? [] : [[slice, index] as const])));
}

/** Where a slice lies in its part, and the elements it covers. */
export interface Slice {
  part: WordPart;
  start: number;
  end: number;
  elements: XmlElement[];
}

/** Finds a slice by its key, as in `word/document.xml#p12`, `…#p12-p14`, `…#t0`, `…#r3`. */
export function findSlice(file: WordFile, key: string): Slice | undefined {
  const match = /^(.+)#([ptr])(\d+)(?:-\2(\d+))?$/.exec(key);
  const part = match && file.parts.get(match[1]!);
  if (!part) return undefined;
  const from = Number(match[3]);
  const to = Number(match[4] ?? from);
  const elements = part.slices[match[2] as keyof SliceIndex].slice(from, to + 1);
  const [first, last] = [elements[0], elements.at(-1)];
  if (!first || !last || elements.length !== to - from + 1) return undefined;
  return { part, start: first.start, end: last.end, elements };
}
