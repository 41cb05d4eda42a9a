/** The label policy in force, read from the state that the editing plugins keep. */
import type { EditorState } from "prosemirror-state";
import type { LabelPolicy } from "../../shared/editing/draft-state";

/** How labels of inserted items behave in this document. */
export function labelPolicyOf(_state: EditorState): LabelPolicy {
  return "renumber";
}
