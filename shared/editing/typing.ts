/**
 * What is typed over a selection that spans blocks goes where the selection began: the selection is
 * deleted by the document's rules first, then the text is typed.
 */
import { type EditorState, Plugin, type Transaction } from "prosemirror-state";
import { CellSelection } from "prosemirror-tables";
import { deleteSelected } from "./delete-selection";

/** The transaction that types a text over a selection across blocks; null when there is nothing special about it. */
function typeOver(state: EditorState, text: string): Transaction | null {
  const { selection } = state;
  if (selection.empty) return null;
  if (
    !(selection instanceof CellSelection) &&
    selection.$from.sameParent(selection.$to) &&
    selection.$from.parent.isTextblock
  )
    return null;
  const tr = state.tr;
  return deleteSelected(tr, "typing") ? tr.insertText(text).scrollIntoView() : null;
}

/** Routes typing over a selection across blocks. */
export function typingPlugin(): Plugin {
  return new Plugin({
    props: {
      handleTextInput(view, _from, _to, text) {
        const tr = typeOver(view.state, text);
        if (tr) view.dispatch(tr);
        return tr !== null;
      },
    },
  });
}
