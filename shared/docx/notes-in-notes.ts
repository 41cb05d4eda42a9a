/**
 * Notes that only other notes refer to. Word knows none: in a template their marks are typed where they are referred
 * to, and their texts have no place, so whoever exports is told which they are.
 */
import type { Node } from "prosemirror-model";
import type { Message } from "../result";
import { blocksOf } from "../schema/blocks";

/** Characters of a note that tell which one is meant, and notes that are named. */
const enough = { characters: 40, notes: 5 };

/** Warns of the notes of a document that an export into a template leaves out. */
export function notesLeftOut(doc: Node): Message[] {
  const body = new Set<string>();
  const inner = new Set<string>();
  const texts = new Map<string, string>();
  for (const { node, containers } of blocksOf(doc)) {
    const inNotes = containers.includes("footnotes");
    const { note } = node.attrs;
    if (inNotes && !texts.has(note)) texts.set(note, node.textContent.trim().slice(0, enough.characters));
    node.forEach(({ type, attrs }) => {
      if (type.name === "footnoteReference") (inNotes ? inner : body).add(attrs.note);
    });
  }
  const left = [...inner].filter((note) => texts.has(note) && !body.has(note));
  if (left.length === 0) return [];
  const notes = left
    .slice(0, enough.notes)
    .map((note) => texts.get(note))
    .join(" | ");
  return [{ severity: "warning", code: "export.notes-in-notes", values: { count: left.length, notes } }];
}
