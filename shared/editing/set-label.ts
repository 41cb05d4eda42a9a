/** A label typed by hand stays as it was typed, whatever the sequence around it counts; a label typed away locks nothing. */
import type { Transaction } from "prosemirror-state";
import type { Edit } from "./edit";
import { referencesOf } from "./note-numbers";

/** Gives the block at `pos` a label and locks it; an empty label is none. */
export function setLabel(pos: number, label: string): Edit {
  return (tr) => {
    const node = tr.doc.nodeAt(pos);
    if (!node?.isTextblock || node.attrs.label === label) return false;
    const separator = label ? node.attrs.separator || "\t" : "";
    tr.setNodeMarkup(pos, null, { ...node.attrs, label, separator, labelLocked: label !== "" });
    if (node.type.name === "footnote" && label !== "") markReferences(tr, node.attrs.note, label);
    return true;
  };
}

/** The references of a note show the mark that the note shows. */
function markReferences(tr: Transaction, note: string, label: string): void {
  const mark = label.trim().replace(/[).]$/u, "");
  for (const { pos, ...reference } of referencesOf(tr.doc)) {
    if (reference.note !== note || reference.mark === mark) continue;
    tr.setNodeMarkup(pos, null, { note, mark, automatic: false });
  }
}
