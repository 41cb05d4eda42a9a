/**
 * The ends of bookmarks, permissions and comments that the paragraphs of a file hold, as places in the blocks of a draft
 * made of it: where the words around an end still stand, it stands between them; where they are gone, behind what is left
 * before it. An end is written once, however many blocks its paragraph became.
 */
import type { Node } from "prosemirror-model";
import type { Block } from "../schema/blocks";
import type { XmlElement } from "../xml/element";
import { type AnchorSpot, commentAt, isClosing } from "./anchors";
import { type FileTexts, survivors } from "./file-texts";
import type { MergedParagraph } from "./merged-items";
import type { Side } from "./records";
import type { Piece } from "./run-writer";
import { labelSize } from "./standing-changes";
import { paragraphsBySlice, type WordFile } from "./word-file";

export interface FileAnchor {
  element: XmlElement;
  /** Offset in a block's content; before its label (-2) and between label and separator (-1). */
  offset: number;
  /** It stays with the words before it, and not with those behind. */
  closing: boolean;
}

interface AnchorsOfParagraph {
  before: FileAnchor[];
  after: FileAnchor[];
}

export class FileAnchors {
  private readonly done = new Set<XmlElement>();
  private readonly indices: Readonly<Record<Side, ReadonlyMap<string, number>>>;

  constructor(
    private readonly file: WordFile,
    private readonly texts: FileTexts,
    /** The side that is written alone; null when both are. */
    private readonly only: Side | null,
  ) {
    const { accept, reject } = file.sides;
    this.indices = { accept: paragraphsBySlice(accept), reject: paragraphsBySlice(reject) };
  }

  /**
   * What stands in a paragraph, by its place in the base or else in the current text; with or without comments. What
   * moved takes its own along; words that were copied leave them where they were.
   */
  of({ before, after, provision, presence }: MergedParagraph, comments: boolean): AnchorsOfParagraph {
    const goes = presence === "base" && provision?.after != null;
    const comes = presence === "current" && provision?.before != null;
    const former = before && !goes ? this.spotsIn(before, "reject") : [];
    const present = after && (before || comes || !this.isInBase(after)) ? this.spotsIn(after, "accept") : [];
    const presentOwn = new Set(present.filter(({ own }) => own).map(({ element }) => element));
    const first = former.filter(({ own, element }) => own || !presentOwn.has(element));
    const taken = new Set(first.map(({ element }) => element));
    const wanted = ({ element }: AnchorSpot) => !this.done.has(element) && (comments || !commentAt(element));
    return {
      before: ordered(first.filter(wanted)),
      after: ordered(present.filter((spot) => !taken.has(spot.element) && wanted(spot))),
    };
  }

  /** An end as a piece of text without width; nothing when it was written before. */
  take(anchor: XmlElement): Piece[] {
    if (this.done.has(anchor)) return [];
    this.done.add(anchor);
    return [{ revision: null, look: {}, content: { kind: "object", elements: [anchor], text: "" } }];
  }

  private isInBase({ node }: Block): boolean {
    return this.only === null && this.texts.reject.blocks.has(node.attrs.slice ?? "");
  }

  private spotsIn({ node }: Block, wanted: Side): AnchorSpot[] {
    const key: string = node.attrs.slice ?? "";
    const own = this.only ?? wanted;
    const other = own === "accept" ? "reject" : "accept";
    const side = this.texts[own].blocks.has(key) ? own : other;
    const index = this.indices[side].get(key);
    const inFile = this.texts[side].blocks.get(key)?.node;
    if (index === undefined || !inFile) return [];
    const spots = this.file.sides[side].anchors[index]!;
    if (spots.length === 0) return [];
    const label = labelSize(this.file.sides[side], index, inFile);
    const placeIn = placesIn(inFile, node);
    return spots.map((spot) => {
      if (spot.offset < label) return { ...spot, offset: spot.offset <= 0 ? -2 : -1 };
      return { ...spot, offset: spot.offset < 0 ? -2 : placeIn(spot.offset - label, isClosing(spot.element)) };
    });
  }
}

/** Where a place in a block of the file lies in another version of it. */
function placesIn(inFile: Node, node: Node): (offset: number, closing: boolean) => number {
  const kept = survivors(inFile, node);
  return (offset, closing) => {
    const around = kept.find(({ from, to }) =>
      closing ? from < offset && offset <= to : from <= offset && offset < to,
    );
    if (around) return offset + around.shift;
    const before = kept.filter(({ to }) => to <= offset).at(-1);
    return before ? before.to + before.shift : 0;
  };
}

/** In the order of the file; what follows an opening at the same place does not stand before it. */
function ordered(spots: readonly AnchorSpot[]): FileAnchor[] {
  let opened = -Infinity;
  return spots.map(({ element, offset }) => {
    const closing = isClosing(element) && opened < offset;
    if (!closing) opened = offset;
    return { element, offset, closing };
  });
}
