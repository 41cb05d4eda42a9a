/** A label typed by hand: it stays as it was typed until the drafter gives it back to the sequence. */
import type { Transaction } from "prosemirror-state";
import type { Edit } from "./edit";
import { referencesOf } from "./note-numbers";
import { blockAround } from "./place";

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

/** Gives the label of the block with the caret back to the sequence. */
export const releaseLabel: Edit = (tr) => {
  const place = blockAround(tr.selection.$from);
  if (!place?.node.attrs.labelLocked) return false;
  tr.setNodeMarkup(place.pos, null, { ...place.node.attrs, labelLocked: false });
  return true;
};
