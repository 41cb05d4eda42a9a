/**
 * An edit changes a transaction and tells whether it could. Written this way, edits can follow one
 * another in one undo step (delete the selection, then split), and every command can be tried without
 * doing it: the transaction is thrown away.
 */
import { type Command, type Selection, TextSelection, type Transaction } from "prosemirror-state";

export type Edit = (tr: Transaction) => boolean;

/** The ProseMirror command of an edit. */
export function commandOf(edit: Edit): Command {
  return (state, dispatch) => {
    const tr = state.tr;
    if (!edit(tr)) return false;
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** The first edit that can, as one. */
export function firstOf(...edits: Edit[]): Edit {
  return (tr) => edits.some((edit) => edit(tr));
}

/** Puts the caret at a position. */
export function caretAt(tr: Transaction, pos: number): true {
  tr.setSelection(TextSelection.create(tr.doc, pos));
  return true;
}

/** True for a caret: nothing is selected. */
export function isCaret(selection: Selection): boolean {
  return selection instanceof TextSelection && selection.empty;
}
