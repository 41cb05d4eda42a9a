/** Bold, italic and the other marks that a drafter sets by hand. */
import { toggleMark } from "prosemirror-commands";
import type { Command, EditorState } from "prosemirror-state";
import { schema } from "../schema/schema";

export type FormattingName = "bold" | "italic" | "underline" | "superscript" | "subscript" | "smallCaps";

/** Sets or takes away a mark on the selection. */
export function toggleFormatting(name: FormattingName): Command {
  return toggleMark(schema.marks[name]!, null, { removeWhenPresent: false });
}

/** Whether the selection, or what would be typed at the caret, has the mark. */
export function hasFormatting(state: EditorState, name: FormattingName): boolean {
  const type = schema.marks[name]!;
  const { from, to, empty, $from } = state.selection;
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  let all = true;
  let some = false;
  state.doc.nodesBetween(from, to, (node) => {
    if (!node.isText) return;
    some = true;
    if (!type.isInSet(node.marks)) all = false;
  });
  return some && all;
}
