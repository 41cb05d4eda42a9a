/**
 * What the readers of one part share: its source, the file's run properties, what is kept without being
 * understood, and the index of slices. Paragraphs, tables and rows are numbered in document order;
 * what stands inside a text box belongs to the slice of the paragraph around it and gets no number.
 */
import type { XmlDocument, XmlElement } from "../xml/element";
import type { KeptContent } from "./kept-content";
import type { BlockRecord, Tracked } from "./records";
import type { RunPropertiesReader } from "./run-properties-reader";

export type SliceKind = "p" | "t" | "r";
export type SliceIndex = Record<SliceKind, XmlElement[]>;

/** Reads the blocks of a container; handed in, because blocks hold runs and runs hold text boxes. */
type BlockReader = (container: XmlElement, reader: PartReader, tracked: Tracked) => BlockRecord[];

export class PartReader {
  /** Elements by kind, in document order: the number in a slice key is the place in this list. */
  readonly slices: SliceIndex = { p: [], t: [], r: [] };
  private paragraphs = 0;

  constructor(
    readonly part: string,
    readonly document: XmlDocument,
    readonly runProperties: RunPropertiesReader,
    readonly kept: KeptContent,
    private readonly blockReader: BlockReader,
    /** False for a reading that lets go of what it read: nothing gets a name. */
    private readonly sliced = true,
  ) {}

  get source(): string {
    return this.document.source;
  }

  /** Registers an element and names its slice; empty inside a paragraph and where slices are not kept. */
  slice(kind: SliceKind, of: XmlElement): string {
    if (this.paragraphs > 0 || !this.sliced) return "";
    return `${this.part}#${kind}${this.slices[kind].push(of) - 1}`;
  }

  /** Reads something that belongs to a paragraph. */
  insideParagraph<T>(read: () => T): T {
    this.paragraphs++;
    const value = read();
    this.paragraphs--;
    return value;
  }

  readBlocks(container: XmlElement, tracked: Tracked): BlockRecord[] {
    return this.blockReader(container, this, tracked);
  }
}
