/**
 * Lets each key begin where the one before it left the caret. The browser moves the caret at once but tells of it in
 * an event of its own, which a queue of waiting keys overtakes; the next key would then act on a selection that the
 * page no longer shows, and drawing its result would put that old selection back. So the event is given before the
 * key is handled; the view finds by itself whether anything moved.
 */
import { Plugin } from "prosemirror-state";

/** The plugin that gives the event; it stands before all others that handle keys. */
export function keysInTurn(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown(view) {
          if (!view.composing) view.dom.ownerDocument.dispatchEvent(new Event("selectionchange"));
          return false;
        },
      },
    },
  });
}
