/**
 * `footnotes.xml` and `endnotes.xml` (ISO/IEC 29500-1 §17.11): the notes that text can refer to. Separators
 * and continuation notices have a type and are not notes.
 */
import { childElements } from "../xml/element";
import { noteKey } from "./note-keys";
import type { PartReader } from "./part-reader";
import type { NoteRecord } from "./records";

/** Reads the notes of a part under the keys that references carry. */
export function readNotes(reader: PartReader, kind: NoteRecord["kind"]): NoteRecord[] {
  return childElements(reader.document.root, `w:${kind}`)
    .filter(({ attributes }) => (attributes["w:type"] ?? "normal") === "normal")
    .map((note) => ({
      id: noteKey(kind, note.attributes["w:id"] ?? ""),
      kind,
      blocks: reader.readBlocks(note, {}),
    }));
}
