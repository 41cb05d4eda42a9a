/**
 * Keys of notes, such as `footnote-2`: the kind of a note and the number that it has in the part of that kind (`w:id`,
 * ISO/IEC 29500-1 §17.11.14), because footnotes and endnotes are numbered apart. References carry the key of their note.
 */

export type NoteKind = "footnote" | "endnote";

/** The key of a note. */
export function noteKey(kind: NoteKind, number: string | number): string {
  return `${kind}-${number}`;
}

/** The kind of the note that a key names. */
export function kindOfNote(key: string): NoteKind {
  return key.slice(0, key.indexOf("-")) as NoteKind;
}

/** The number in its part of the note that a key names. */
export function numberOfNote(key: string): string {
  return key.slice(key.indexOf("-") + 1);
}
