/**
 * Leaves the page where it is when the caret is in sight. The view would find that out by measuring every element
 * around the text, up to the window, with every letter; of those only the nearest one that scrolls matters.
 */
import { Plugin, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

/** What the view keeps between the caret and the edge, in pixels. */
const margin = 5;
const scrollers = new WeakMap<EditorView, Element>();

/** The plugin that spares the view its search for what must scroll. */
export function caretInSight(): Plugin {
  return new Plugin({
    props: {
      handleScrollToSelection(view) {
        const { selection } = view.state;
        const scroller = scrollerOf(view);
        if (!scroller || !(selection instanceof TextSelection)) return false;
        const caret = view.coordsAtPos(selection.head, 1);
        const place = scroller.getBoundingClientRect();
        return (
          caret.top >= place.top + margin &&
          caret.bottom <= place.bottom - margin &&
          caret.left >= place.left + margin &&
          caret.right <= place.right - margin
        );
      },
    },
  });
}

/** The nearest element around the text that scrolls. */
function scrollerOf(view: EditorView): Element | undefined {
  const known = scrollers.get(view);
  if (known?.contains(view.dom)) return known;
  for (let at = view.dom.parentElement; at; at = at.parentElement) {
    if (/auto|scroll/u.test(getComputedStyle(at).overflowY)) {
      scrollers.set(view, at);
      return at;
    }
  }
  return undefined;
}
