/**
 * The notes part with the notes of an export in it: the separators that the template brings stay, the
 * notes follow (ECMA-376 Part 1 §17.11.10). The first paragraph of a numbered note opens with its
 * number, that of a note with a typed mark has the mark as its label.
 */
import { childElements, element, type XmlElement } from "../xml/element";
import { writeParagraph } from "./body-writer";
import type { MergedParagraph } from "./merged-items";
import { numberOfNote } from "./note-keys";
import { noteSpace } from "./note-space";
import type { PlannedNote } from "./notes-writer";
import { markParagraphs } from "./paragraph-marks";
import type { Revision } from "./revision-writer";
import type { Piece } from "./run-writer";
import { withParagraphProperty } from "./schema-order";
import type { WriterContext } from "./writer-context";

/** Adds the planned notes to the root of a notes part, in place of those it has. */
export function notesRoot(root: XmlElement, notes: readonly PlannedNote[], context: WriterContext): XmlElement {
  const separators = childElements(root, "w:footnote").filter((note) => note.attributes["w:type"] !== undefined);
  const lines = context.rightToLeft ? separators.map(fromTheRight) : separators;
  return element(root.name, root.attributes, [...lines, ...notes.map((note) => writeNote(note, context))]);
}

/** A separator whose line begins at the right, as the notes under it do. */
function fromTheRight(separator: XmlElement): XmlElement {
  const paragraphs = childElements(separator, "w:p").map((line) => withParagraphProperty(line, element("w:bidi")));
  return element(separator.name, separator.attributes, paragraphs);
}

/** The first id that no separator of the part has. */
export function firstNoteId(root: XmlElement): number {
  const ids = childElements(root, "w:footnote")
    .filter((note) => note.attributes["w:type"] !== undefined)
    .map((note) => Number(note.attributes["w:id"]));
  return Math.max(0, ...ids.filter(Number.isInteger)) + 1;
}

/** Writes one note with its paragraphs. */
export function writeNote(note: PlannedNote, context: WriterContext): XmlElement {
  const paragraphs = note.items.filter((item): item is MergedParagraph => item.kind === "paragraph");
  const content = markParagraphs(paragraphs, "end").map((marked, index) =>
    writeParagraph(
      marked,
      context,
      index === 0 && note.automatic ? numberPieces("footnote", context, [note.formerly, note.now], note.revision) : [],
    ),
  );
  return element("w:footnote", { "w:id": numberOfNote(note.id) }, content.length > 0 ? content : [element("w:p")]);
}

/** The number of an automatic note of a kind, and what stands after it in the file that has it under one of its names. */
export function numberPieces(
  kind: string,
  context: WriterContext,
  names: readonly (string | null)[],
  revision: Revision | null = null,
): Piece[] {
  const style = context.referenceStyle;
  const look = style ? { style } : { superscript: true };
  const number: Piece = {
    revision,
    look,
    content: { kind: "elements", elements: [element(`w:${kind}Ref`)], text: "" },
  };
  const space = context.source ? noteSpace(context.source.file, names) : null;
  return [number, { revision, look: {}, content: { kind: "text", text: space ?? "\t" } }];
}
