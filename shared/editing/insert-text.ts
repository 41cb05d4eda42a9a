/** Characters that a keyboard does not have: a line break inside a block, a no-break space, a no-break hyphen. */
import { schema } from "../schema/schema";
import { deleteSelected } from "./delete-selection";
import type { Edit } from "./edit";
import { blockAround } from "./place";

/** Breaks the line without beginning a new block. */
export const insertBreak: Edit = (tr) => {
  if (!tr.selection.empty && !deleteSelected(tr)) return false;
  if (!blockAround(tr.selection.$from)) return false;
  tr.replaceSelectionWith(schema.node("hardBreak"));
  return true;
};

/** Types a text in place of the selection. */
export function insertText(text: string): Edit {
  return (tr) => {
    if (!tr.selection.empty && !deleteSelected(tr)) return false;
    if (!blockAround(tr.selection.$from)) return false;
    tr.insertText(text);
    return true;
  };
}

export const insertNoBreakSpace = insertText("\u00A0");
export const insertNoBreakHyphen = insertText("\u2011");
