/**
 * Cuts the content of a block into the pieces that a redline may strike or insert: words, numbers,
 * punctuation marks and spaces, in the segmentation of the document's language (Unicode UAX #29, with
 * dictionaries for Chinese). Acronyms with hyphens, identifiers and grouped numbers stay whole, so no
 * mark ever starts or ends inside one. Pieces cover the content without gap or overlap.
 */
import type { Node } from "prosemirror-model";
import { leafText } from "../schema/schema";
import { type Segment, visitSegments } from "./segmentation";

export interface Piece {
  /** What is compared: the text, or what a leaf stands for. */
  key: string;
  /** Content offsets in the block. */
  from: number;
  to: number;
  kind: "word" | "space" | "mark";
}

/** Stands for an inline leaf while the text is segmented: neither letter nor space. */
const leafSign = "\uFFFC";

/** The hyphen of the keyboard, the hyphen and the one at which no line breaks. */
const hyphens = "-\u2010\u2011";
/** The spaces that group the digits of a number. */
const groupingSpaces = "\u00A0\u202F\u2009";
/** An ideograph says as much as this many letters. */
export const lettersOfAnIdeograph = 3;

/** Cuts a block's content; `noteKey` tells whether two note references mean the same note. */
export function piecesOf(block: Node, language: string, noteKey: (note: string) => string = String): Piece[] {
  const only = block.childCount === 1 ? block.firstChild!.text : undefined;
  const text = only ?? block.textBetween(0, block.content.size, undefined, leafSign);
  const pieces: Piece[] = [];
  visitSegments(text, language, joinUnits, (key, from, isWord) => {
    if (isWord) pieces.push({ key, from, to: from + key.length, kind: "word" });
    else if (key === " ") pieces.push({ key, from, to: from + 1, kind: "space" });
    else if (key.trim() === "") pushSpaces(pieces, key, from);
    else pieces.push({ key, from, to: from + key.length, kind: "mark" });
  });
  if (!block.isTextblock || !text.includes(leafSign)) return pieces;
  return nameLeaves(block, pieces, noteKey);
}

/** Each space is a piece, so that one of two can be struck. */
function pushSpaces(pieces: Piece[], spaces: string, index: number): void {
  for (let at = 0; at < spaces.length; at++) {
    pieces.push({ key: spaces.charAt(at), from: index + at, to: index + at + 1, kind: "space" });
  }
}

function joinUnits(segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (let index = 0; index < segments.length; index++) {
    const { from, isWord } = segments[index]!;
    let { text } = segments[index]!;
    if (isWord) {
      // One word may have many joints: `Y.4000/Y.2060`.
      while (index + 2 < segments.length && isJoint(text, segments[index + 1]!, segments[index + 2]!)) {
        text += segments[index + 1]!.text + segments[index + 2]!.text;
        index += 2;
      }
    }
    joined.push({ text, from, isWord });
  }
  return joined;
}

function isJoint(left: string, { text: joint }: Segment, right: Segment): boolean {
  if (!right.isWord || joint.length !== 1) return false;
  if (hyphens.includes(joint) || "'’".includes(joint)) return true;
  const digitLeft = /\p{Nd}$/u.test(left);
  const digitRight = /^\p{Nd}/u.test(right.text);
  if ("./:,".includes(joint)) return digitLeft || digitRight;
  return groupingSpaces.includes(joint) && digitLeft && /^\p{Nd}{3}$/u.test(right.text);
}

function nameLeaves(block: Node, pieces: Piece[], noteKey: (note: string) => string): Piece[] {
  const leaves = new Map<number, Node>();
  block.forEach((node, offset) => {
    if (!node.isText) leaves.set(offset, node);
  });
  return pieces.flatMap((piece) => {
    if (!piece.key.includes(leafSign)) return piece;
    // A run of leaves may come as one segment; each leaf is a piece of its own.
    return Array.from(piece.key, (char, index): Piece => {
      const from = piece.from + index;
      const leaf = char === leafSign ? leaves.get(from) : undefined;
      return { key: leaf ? leafKey(leaf, noteKey) : char, from, to: from + char.length, kind: "mark" };
    });
  });
}

function leafKey(leaf: Node, noteKey: (note: string) => string): string {
  const { name } = leaf.type;
  if (name === "footnoteReference") return `${leafSign}${name} ${noteKey(leaf.attrs.note)} ${leafText(leaf)}`;
  if (name === "inlineObject") return `${leafSign}${name} ${leaf.attrs.what} ${leafText(leaf)}`;
  return leafSign + name;
}
