/**
 * The pieces of a paragraph that belong to one side, as inlines of a source document: fields joined,
 * typed note marks found, fragments of equal formatting coalesced. Along the way it notes where each
 * tracked change and each comment lies, in the offsets that the document will have: a character counts
 * as its UTF-16 units, anything else as one.
 */
import type { Formatting, Inline, SourceParagraph } from "../model/source";
import type { AnchorSpot } from "./anchors";
import type { FieldCounter } from "./counted-fields";
import { joinFields } from "./field-objects";
import type { KeptContent } from "./kept-content";
import type { LabelCounter } from "./numbering-labels";
import { type BlockRecord, isOn, type Piece, type RevisionMark, type Side } from "./records";
import type { Styles } from "./styles-reader";

/** A stretch of a paragraph that one change put there or took away on the other side. */
export interface ChangeSpan {
  from: number;
  to: number;
  mark: RevisionMark;
  /** True for the change of a paragraph mark, which has no width. */
  paragraphMark: boolean;
}

export interface SideInlines {
  inlines: Inline[];
  size: number;
  changes: ChangeSpan[];
  anchors: AnchorSpot[];
}

/** How a side refers to a note. */
export interface NoteUse {
  mark: string;
  automatic: boolean;
}

export interface SideContext {
  side: Side;
  kept: KeptContent;
  /** Number of an automatic note. */
  automaticMark(note: string): string;
  fields: FieldCounter;
  /** The notes that the side refers to, by their keys, in the order of reference. */
  notes: Map<string, NoteUse>;
}

/** What is noted about each paragraph of a side, beside the paragraph itself. */
export interface SideParagraph {
  paragraph: SourceParagraph;
  changes: ChangeSpan[];
  anchors: AnchorSpot[];
}

export interface BlockContext extends SideContext {
  styles: Styles;
  labels: LabelCounter;
  /** Every paragraph made, in reading order. */
  made: SideParagraph[];
}

/** Marks that no run would spell out: longer text after a reference is text. */
const longestMark = 12;

/** Reads pieces, of one paragraph or of several that are one on this side. */
export function sideInlines(pieces: readonly Piece[], context: SideContext): SideInlines {
  const result: SideInlines = { inlines: [], size: 0, changes: [], anchors: [] };
  const visible = pieces.filter((piece) => piece.content.kind === "anchor" || isOn(context.side, piece));
  const spoken = (inner: readonly Piece[]) => plainText(inner, context);
  const joined = joinFields(visible, context.kept, spoken, (begin, code) => context.fields.number(begin, code)?.label);
  let markTaken = false;
  joined.forEach((piece, i) => {
    const { content } = piece;
    if (content.kind === "anchor") {
      result.anchors.push({ element: content.element, offset: result.size, own: isOn(context.side, piece) });
      return;
    }
    if (markTaken) {
      markTaken = false;
      return;
    }
    const formatting = formattingOn(context.side, piece);
    if (content.kind === "noteReference" && content.custom && content.mark === "") {
      const following = joined.slice(i + 1).find((next) => next.content.kind !== "anchor")?.content;
      const mark = following?.kind === "text" && following.text.length <= longestMark ? following.text : "";
      markTaken = mark !== "";
      append(withFormatting(noteReference(content.note, mark, true, context), formatting), piece);
      return;
    }
    const inline = toInline(piece, context);
    if (inline) append(withFormatting(inline, formatting), piece);
  });
  return result;

  function append(inline: Inline, piece: Piece): void {
    const width = inline.kind === "text" ? inline.text.length : 1;
    const from = result.size;
    result.size += width;
    const last = result.inlines.at(-1);
    if (inline.kind === "text" && last?.kind === "text" && last.formatting === inline.formatting) {
      last.text += inline.text;
    } else if (width > 0) {
      result.inlines.push(inline);
    }
    const mark = context.side === "accept" ? (piece.inserted ?? piece.formattingChange) : piece.deleted;
    if (mark && width > 0) noteChange({ from, to: result.size, mark, paragraphMark: false });
  }

  function noteChange(change: ChangeSpan): void {
    const last = result.changes.at(-1);
    if (last && last.to === change.from && sameMark(last.mark, change.mark)) last.to = change.to;
    else result.changes.push(change);
  }
}

/** True when two revision elements record one act of one author. */
export function sameMark(a: RevisionMark, b: RevisionMark): boolean {
  return a === b || (a.kind === b.kind && a.author === b.author && a.date === b.date);
}

function toInline(piece: Piece, context: SideContext): Inline | null {
  const { content } = piece;
  switch (content.kind) {
    case "text":
      return { kind: "text", text: content.text };
    case "break":
      return { kind: "break" };
    case "noteReference":
      return noteReference(content.note, content.mark, content.custom, context);
    case "object": {
      const own = context.side === "reject" ? (content.rejectedText ?? content.text) : content.text;
      const text = content.boxes ? boxText(content.boxes, context) : own;
      return { kind: "object", what: content.what, text, source: content.xml };
    }
    default:
      return null;
  }
}

function noteReference(note: string, typed: string, custom: boolean, context: SideContext): Inline {
  const automatic = !custom;
  const mark = automatic ? context.automaticMark(note) : typed.trim();
  if (!context.notes.has(note)) context.notes.set(note, { mark, automatic });
  return { kind: "noteReference", note, mark, automatic };
}

function formattingOn(side: Side, piece: Piece): Formatting | undefined {
  if (side === "accept" || piece.former === undefined) return piece.formatting;
  return piece.former === "none" ? undefined : piece.former;
}

function withFormatting(inline: Inline, formatting: Formatting | undefined): Inline {
  // The XML of an object holds its own formatting; a second copy could contradict it.
  if (formatting && inline.kind !== "object") inline.formatting = formatting;
  return inline;
}

function plainText(pieces: readonly Piece[], context: SideContext): string {
  return sideInlines(pieces, context)
    .inlines.map((inline) => {
      if (inline.kind === "text" || inline.kind === "object") return inline.text;
      return inline.kind === "break" ? " " : inline.mark;
    })
    .join("");
}

/** The text of text boxes on a side, in one line. */
function boxText(blocks: readonly BlockRecord[], context: SideContext): string {
  const lines = blocks.flatMap((block): string[] => {
    if (block.kind === "paragraph") return [plainText(block.pieces, context)];
    return block.rows
      .filter((row) => isOn(context.side, row))
      .flatMap((row) => row.cells.map((cell) => boxText(cell.blocks, context)));
  });
  return lines.filter(Boolean).join(" ");
}
