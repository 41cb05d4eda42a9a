/**
 * The notes part with the notes of an export in it: the separators that the template brings stay, the
 * notes follow (ECMA-376 Part 1 §17.11.10). The first paragraph of a numbered note opens with its
 * number, that of a note with a typed mark has the mark as its label.
 */
import { childElements, element, type XmlElement } from "../xml/element";
import { writeParagraph } from "./body-writer";
import type { MergedParagraph } from "./merged-body";
import type { PlannedNote } from "./notes-writer";
import { markParagraphs } from "./paragraph-marks";
import type { Piece } from "./run-writer";
import type { WriterContext } from "./writer-context";

/** Adds the planned notes to the root of a notes part, in place of those it has. */
export function notesRoot(root: XmlElement, notes: readonly PlannedNote[], context: WriterContext): XmlElement {
  const separators = childElements(root, "w:footnote").filter((note) => note.attributes["w:type"] !== undefined);
  return element(root.name, root.attributes, [...separators, ...notes.map((note) => writeNote(note, context))]);
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
    writeParagraph(marked, context, index === 0 && note.automatic ? numberPieces(note, context) : []),
  );
  return element(
    "w:footnote",
    { "w:id": note.id.replace(/^\D+/, "") },
    content.length > 0 ? content : [element("w:p")],
  );
}

/** The number of an automatic note and the tab after it. */
export function numberPieces(note: PlannedNote, context: WriterContext): Piece[] {
  const style = context.referenceStyle;
  const look = style ? { style } : { superscript: true };
  const number: Piece = {
    revision: note.revision,
    look,
    content: { kind: "elements", elements: [element("w:footnoteRef")], text: "" },
  };
  return [number, { revision: note.revision, look: {}, content: { kind: "text", text: "\t" } }];
}
