/**
 * A click on struck words puts the caret beside them. They are no part of the text and cannot be typed in, so the
 * browser would leave the caret inside them and the editor its own where it was before: letters typed then would reach
 * neither. Struck words can still be selected, by dragging or a double click, to be copied.
 */
import { Plugin, TextSelection } from "prosemirror-state";

/** The plugin that takes the caret out of struck words. */
export function struckClicks(): Plugin {
  return new Plugin({
    props: {
      handleClick(view, pos, { target }) {
        if (!(target instanceof Element) || target.closest("button")) return false;
        if (!target.closest("del.deletion, .struck-block")) return false;
        const { doc, tr } = view.state;
        view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(pos), -1)));
        // Where the caret stood there already, nothing was drawn: the page is told all the same.
        view.focus();
        return true;
      },
    },
  });
}
