/**
 * What is patched in the file that the base came from: a story (a body, a cell or a note) with what the file has in it and
 * what both texts have, and what the patchers of paragraphs and of rows ask of each other.
 */
import type { XmlElement } from "../xml/element";
import type { Patch } from "../xml/patch";
import type { FrameLine } from "./body-item";
import type { KeptInput } from "./kept-units";
import type { RunEnd } from "./paragraph-marks";
import type { BlockRecord } from "./records";
import type { Piece } from "./run-writer";
import type { SourceUnit } from "./source-units";
import type { Gap } from "./story-gaps";
import type { FlowItem } from "./table-flow";
import type { WordFile, WordPart } from "./word-file";
import type { WriterContext } from "./writer-context";

/** Patches by part name. */
export type Patches = Map<string, Patch[]>;

/** A body, a cell or a note: what the file has in it, and what the two texts have. */
export interface Story {
  records: readonly BlockRecord[];
  before: readonly FlowItem[];
  after: readonly FlowItem[];
  part: WordPart;
  /** Where what stands before everything else is put. */
  start: number;
  end: RunEnd;
  /** What the first paragraph opens with: the number of a note. */
  opening?: readonly Piece[];
}

/** A story with what is written anew in it. */
export interface PlannedStory extends Story {
  gaps: readonly Gap[];
  /** The units that are kept, and that keep their place when a gap takes them in. */
  kept: readonly SourceUnit[];
  /** Lines of the frame before paragraphs that are kept. */
  openings: readonly { before: SourceUnit; lines: readonly FrameLine[] }[];
}

export interface PatchInput extends Pick<KeptInput, "texts" | "pairing" | "only" | "recommented" | "unmarked"> {
  file: WordFile;
  /** Lines that stand before a block of the current text, by its place. */
  lines: ReadonlyMap<number, readonly FrameLine[]>;
}

/** Plans and writes stories, wherever they stand. */
export interface StoryPatcher {
  readonly input: PatchInput;
  plan(story: Story): PlannedStory;
  write(story: PlannedStory, context: WriterContext): void;
  add(part: WordPart, patch: Patch): void;
  textOf(elements: readonly XmlElement[], part: WordPart): string;
}
