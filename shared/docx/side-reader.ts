/**
 * One side of a Word file: its source document, and where each tracked change and each comment lies in it.
 * Both sides come from the same records, so what neither changed is equal on both.
 */
import type { SourceDocument } from "../model/source";
import { commentAt } from "./anchors";
import { FieldCounter } from "./counted-fields";
import type { KeptContent } from "./kept-content";
import { LabelCounter } from "./numbering-labels";
import type { Numberings } from "./numbering-reader";
import type { BlockRecord, CommentRecord, NoteRecord, Side } from "./records";
import { sideBlocks } from "./side-blocks";
import { sideNotes } from "./side-notes";
import type { BlockContext, SideParagraph } from "./side-paragraph";
import type { Styles } from "./styles-reader";
import type { PlacedComment, TextPlace, WordSide } from "./word-file";

export interface TextRecords {
  body: readonly BlockRecord[];
  notes: ReadonlyMap<string, NoteRecord>;
  comments: readonly CommentRecord[];
  styles: Styles;
  numberings: Numberings;
  kept: KeptContent;
  automaticMarks: ReadonlyMap<string, string>;
  language: string | undefined;
}

/** Reads one side. */
export function readSide(records: TextRecords, side: Side): WordSide {
  const { styles, kept } = records;
  const context: BlockContext = {
    side,
    styles,
    kept,
    fields: new FieldCounter(styles),
    labels: new LabelCounter(records.numberings, styles),
    automaticMark: (note) => records.automaticMarks.get(note) ?? "",
    notes: new Map(),
    made: [],
  };
  const source: SourceDocument = { origin: "docx", blocks: sideBlocks(records.body, context), notes: [] };
  source.notes = sideNotes(records.notes, context);
  if (records.language !== undefined) source.language = records.language;
  return {
    source,
    paragraphs: context.made.map(({ paragraph }) => paragraph),
    attributions: context.made.flatMap(({ changes }, paragraph) =>
      changes.map(({ from, to, paragraphMark, mark: { kind, id, author, date } }) => ({
        side,
        paragraph,
        from,
        to,
        kind,
        paragraphMark,
        id,
        author,
        date,
      })),
    ),
    comments: placeComments(records.comments, context.made),
    anchors: context.made.map(({ anchors }) => anchors),
  };
}

/** Joins comments with their ranges; one without a range stands at its reference, an answer where its comment does. */
function placeComments(comments: readonly CommentRecord[], made: readonly SideParagraph[]): PlacedComment[] {
  const places: Record<"start" | "end" | "reference", Map<string, TextPlace>> = {
    start: new Map(),
    end: new Map(),
    reference: new Map(),
  };
  made.forEach((paragraph, index) => {
    for (const { element, offset, own } of paragraph.anchors) {
      const comment = own ? commentAt(element) : null;
      if (comment && !places[comment.end].has(comment.id))
        places[comment.end].set(comment.id, { paragraph: index, offset: Math.max(0, offset) });
    }
  });
  return comments.flatMap((comment) => {
    const id = hasPlace(comment.id) ? comment.id : (comment.parent ?? comment.id);
    const from = places.start.get(id) ?? places.reference.get(id) ?? places.end.get(id);
    if (!from) return [];
    return [{ ...comment, from, to: places.end.get(id) ?? places.reference.get(id) ?? from }];
  });

  function hasPlace(id: string): boolean {
    return places.start.has(id) || places.reference.has(id);
  }
}
