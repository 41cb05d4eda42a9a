/**
 * Cuts the content of a block into the pieces that a redline may strike or insert: words, numbers,
 * punctuation marks and spaces, in the segmentation of the document's language (Unicode UAX #29, with
 * dictionaries for Chinese). Acronyms with hyphens, identifiers and grouped numbers stay whole, so no
 * mark ever starts or ends inside one. Pieces cover the content without gap or overlap.
 */
import type { Node } from "prosemirror-model";
import { leafText } from "../schema/schema";
import { segmentsOfText } from "./segmentation";

export interface Piece {
  /** What is compared: the text, or what a leaf stands for. */
  key: string;
  /** Content offsets in the block. */
  from: number;
  to: number;
  kind: "word" | "space" | "mark";
}

/** Stands for an inline leaf while the text is segmented: neither letter nor space. */
const LEAF = "\uFFFC";

const HYPHENS = "-\u2010\u2011";
const NO_BREAK_SPACES = "\u00A0\u202F\u2009";
/** Cuts a block's content; `noteKey` tells whether two note references mean the same note. */
export function piecesOf(block: Node, language: string, noteKey: (note: string) => string = String): Piece[] {
  const text = block.textBetween(0, block.content.size, undefined, LEAF);
  const pieces: Piece[] = [];
  for (const { text: key, from, isWord } of segmentsOfText(text, language)) {
    if (!isWord && key.trim() === "") pushSpaces(pieces, key, from);
    else pieces.push({ key, from, to: from + key.length, kind: isWord ? "word" : "mark" });
  }
  const joined = joinUnits(pieces);
  if (!block.isTextblock || !text.includes(LEAF)) return joined;
  return nameLeaves(block, joined, noteKey);
}

/** Each space is a piece, so that one of two can be struck. */
function pushSpaces(pieces: Piece[], spaces: string, index: number): void {
  for (let at = 0; at < spaces.length; at++) {
    pieces.push({ key: spaces.charAt(at), from: index + at, to: index + at + 1, kind: "space" });
  }
}

function joinUnits(pieces: Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index]!;
    let key = piece.key;
    let to = piece.to;
    if (piece.kind === "word") {
      // One word may have many joints: `Y.4000/Y.2060`.
      while (index + 2 < pieces.length && isJoint(key, pieces[index + 1]!, pieces[index + 2]!)) {
        key += pieces[index + 1]!.key + pieces[index + 2]!.key;
        to = pieces[index + 2]!.to;
        index += 2;
      }
    }
    joined.push({ key, from: piece.from, to, kind: piece.kind });
  }
  return joined;
}

function isJoint(left: string, joint: Piece, right: Piece): boolean {
  if (right.kind !== "word" || joint.key.length !== 1) return false;
  if (HYPHENS.includes(joint.key) || "'’".includes(joint.key)) return true;
  const digitLeft = /\p{Nd}$/u.test(left);
  const digitRight = /^\p{Nd}/u.test(right.key);
  if ("./:,".includes(joint.key)) return digitLeft || digitRight;
  return NO_BREAK_SPACES.includes(joint.key) && digitLeft && /^\p{Nd}{3}$/u.test(right.key);
}

function nameLeaves(block: Node, pieces: Piece[], noteKey: (note: string) => string): Piece[] {
  const leaves = new Map<number, Node>();
  block.forEach((node, offset) => {
    if (!node.isText) leaves.set(offset, node);
  });
  return pieces.flatMap((piece) => {
    if (!piece.key.includes(LEAF)) return piece;
    // A run of leaves may come as one segment; each leaf is a piece of its own.
    return Array.from(piece.key, (char, index): Piece => {
      const from = piece.from + index;
      const leaf = char === LEAF ? leaves.get(from) : undefined;
      return { key: leaf ? leafKey(leaf, noteKey) : char, from, to: from + char.length, kind: "mark" };
    });
  });
}

function leafKey(leaf: Node, noteKey: (note: string) => string): string {
  const { name } = leaf.type;
  if (name === "footnoteReference") return `${LEAF}${name} ${noteKey(leaf.attrs.note)} ${leafText(leaf)}`;
  if (name === "inlineObject") return `${LEAF}${name} ${leaf.attrs.what} ${leafText(leaf)}`;
  return LEAF + name;
}
