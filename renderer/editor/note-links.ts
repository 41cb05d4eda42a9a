/** A double click on a note reference goes to its note, as in Word. The keys for it are bound with those of editing. */
import { Plugin, TextSelection } from "prosemirror-state";
import { commandOf } from "../../shared/editing/edit";
import { followFootnote } from "../../shared/editing/footnotes";

/** Follows note references on a double click. */
export function noteLinks(): Plugin {
  return new Plugin({
    props: {
      handleDoubleClickOn(view, _pos, node, nodePos) {
        if (node.type.name !== "footnoteReference") return false;
        view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, nodePos)));
        return commandOf(followFootnote)(view.state, view.dispatch);
      },
    },
  });
}
