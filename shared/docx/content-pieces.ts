/**
 * The content of a merged paragraph as pieces of text: each segment of its redline taken from the
 * document it stands in, deleted text from the base, everything else from the current text. Text that
 * stands in both but is formatted differently carries both looks. A reference to a note is a piece of
 * its own; the note's body is asked for where the reference stands.
 */
import type { Node } from "prosemirror-model";
import type { Segment } from "../redline/redline-types";
import { leafText } from "../schema/schema";
import { element } from "../xml/element";
import { type AnchorContext, anchoredContent } from "./anchored-pieces";
import type { MergedParagraph } from "./merged-items";
import { kindOfNote, numberOfNote } from "./note-keys";
import type { NoteRegister } from "./notes-writer";
import type { Revision, RevisionWriter } from "./revision-writer";
import { lookOfMarks, type RunLook, sameLook } from "./run-properties-writer";
import type { Piece } from "./run-writer";
import { type StandingChange, stretchesOf } from "./standing-changes";
import type { WordSource } from "./word-source";

export interface ContentContext extends AnchorContext {
  revisions: RevisionWriter;
  notes: NoteRegister;
  /** Id of the style of note references in this template. */
  referenceStyle: string | null;
  /** True while notes are written: Word has no notes in notes, their marks are typed there. */
  inNotes: boolean;
}

interface Inline {
  node: Node;
  text: string;
  look: RunLook;
}

/** Turns a paragraph's segments into pieces, with or without the ends of comments and bookmarks between them. */
export function contentPieces(paragraph: MergedParagraph, context: ContentContext, anchored = true): Piece[] {
  const { before, after, part } = paragraph;
  // A part of a split or joined paragraph holds words of a provision that is not its own: who changed them is asked of both.
  const provision = part && paragraph.provision ? { ...paragraph.provision, before, after } : paragraph.provision;
  const standing = context.source?.standing;
  const deleted = standing?.of(before, "reject").content ?? [];
  const inserted = standing?.of(after, "accept").content ?? [];
  return anchored ? anchoredContent(paragraph, context, piecesOf) : paragraph.segments.flatMap(piecesOf);

  function piecesOf(segment: Segment): Piece[] {
    if (segment.op === "-") {
      return stretchesOf(segment.fromA, segment.toA, deleted).flatMap(({ from, to, by }) => {
        const part = { ...segment, fromA: from, toA: to };
        const revision = by
          ? { kind: "deleted" as const, ...authorOf(by) }
          : context.revisions.revision("deleted", provision, part);
        return oneSide(inlinesBetween(before!.node, from, to, context.source), revision, "before");
      });
    }
    if (segment.op === "+") {
      return stretchesOf(segment.fromB, segment.toB, inserted).flatMap(({ from, to, by }) => {
        const part = { ...segment, fromB: from, toB: to };
        const revision = by
          ? { kind: "inserted" as const, ...authorOf(by) }
          : context.revisions.revision("inserted", provision, part);
        return oneSide(inlinesBetween(after!.node, from, to, context.source), revision, "after");
      });
    }
    const current = inlinesBetween(after!.node, segment.fromB, segment.toB, context.source);
    if (!before) return oneSide(current, null, "after");
    return bothSides(inlinesBetween(before.node, segment.fromA, segment.toA, context.source), current, segment);
  }

  function oneSide(inlines: Inline[], revision: Revision | null, side: "before" | "after"): Piece[] {
    return inlines.map(({ node, text, look }) => {
      if (node.type.name !== "footnoteReference") return textPiece(node, text, look, revision);
      if (context.inNotes) return markPiece(node, look, revision);
      return referencePiece(
        node,
        look,
        revision,
        context.notes.idOf(side === "before" ? node : null, side === "after" ? node : null, revision),
      );
    });
  }

  function bothSides(former: Inline[], current: Inline[], segment: Segment): Piece[] {
    const by = context.revisions.attribution(provision, segment);
    const pieces: Piece[] = [];
    for (const [a, b] of sideBySide(former, current)) {
      if (b.node.type.name !== "footnoteReference") {
        const piece = textPiece(b.node, b.text, b.look, null);
        if (!sameLook(a.look, b.look)) piece.formerly = { look: a.look, by };
        pieces.push(piece);
      } else if (sameReference(a.node, b.node)) {
        if (context.inNotes) pieces.push(markPiece(b.node, b.look, null));
        else pieces.push(referencePiece(b.node, b.look, null, context.notes.idOf(a.node, b.node, null)));
      } else {
        pieces.push(
          ...oneSide([a], context.revisions.revision("deleted", provision, segment), "before"),
          ...oneSide([b], context.revisions.revision("inserted", provision, segment), "after"),
        );
      }
    }
    return pieces;
  }

  function textPiece(node: Node, text: string, look: RunLook, revision: Revision | null): Piece {
    const elements = node.type.name === "inlineObject" ? (context.source?.object(node.attrs.source) ?? []) : [];
    if (elements.length > 0) return { revision, look: {}, content: { kind: "object", elements, text } };
    return { revision, look, content: { kind: "text", text } };
  }

  function referencePiece(node: Node, look: RunLook, revision: Revision | null, id: string): Piece {
    const { mark, automatic } = node.attrs;
    const style = context.referenceStyle ?? undefined;
    const attributes: Record<string, string> = automatic ? {} : { "w:customMarkFollows": "1" };
    const reference = element(`w:${kindOfNote(id)}Reference`, { ...attributes, "w:id": numberOfNote(id) });
    return {
      revision,
      look: style ? { ...look, style, superscript: false } : { ...look, superscript: true },
      content: { kind: "elements", elements: [reference], text: automatic ? "" : mark },
    };
  }
}

function authorOf({ id, author, date }: StandingChange): { id: string; author: string; date: string } {
  return { id, author, date };
}

/** Whether two references to one note read the same; Word counts automatic ones itself. */
function sameReference(a: Node, b: Node): boolean {
  return a.attrs.automatic === b.attrs.automatic && (a.attrs.automatic || a.attrs.mark === b.attrs.mark);
}

function markPiece(node: Node, look: RunLook, revision: Revision | null): Piece {
  return { revision, look: { ...look, superscript: true }, content: { kind: "text", text: node.attrs.mark } };
}

/** The inline nodes of a stretch of content, text cut to it. */
function inlinesBetween(block: Node, from: number, to: number, source: WordSource | null): Inline[] {
  const inlines: Inline[] = [];
  block.forEach((node, offset) => {
    const start = Math.max(from, offset);
    const end = Math.min(to, offset + node.nodeSize);
    if (start >= end) return;
    const text = node.isText ? node.text!.slice(start - offset, end - offset) : leafText(node);
    inlines.push({ node, text, look: lookOfMarks(node.marks, source) });
  });
  return inlines;
}

/** Cuts two inline sequences of the same text at the same places. */
function sideBySide(former: Inline[], current: Inline[]): [Inline, Inline][] {
  const pairs: [Inline, Inline][] = [];
  const queue = [...former];
  for (let inline of current) {
    while (queue.length > 0) {
      const other = queue[0]!;
      if (!inline.node.isText || !other.node.isText || inline.text.length === other.text.length) {
        pairs.push([other, inline]);
        queue.shift();
        break;
      }
      const length = Math.min(inline.text.length, other.text.length);
      pairs.push([
        { ...other, text: other.text.slice(0, length) },
        { ...inline, text: inline.text.slice(0, length) },
      ]);
      if (other.text.length === length) queue.shift();
      else queue[0] = { ...other, text: other.text.slice(length) };
      if (inline.text.length === length) break;
      inline = { ...inline, text: inline.text.slice(length) };
    }
  }
  return pairs;
}
