/**
 * A letter typed at the caret goes straight into the document, and from there onto the page. Left to the browser it
 * would be put into the page first and read back; and since a marked word stands in an element of its own, the view
 * would then draw that element and the deletion before it anew with every letter. Whatever is not plain typing
 * (a composition, a selection, a caret that the view has not heard of yet) takes the usual way.
 */
import { Plugin, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

/** The plugin that types letters itself; it stands after all that handles keys in a way of its own. */
export function typedLetters(): Plugin {
  return new Plugin({
    props: {
      handleKeyPress(view, event) {
        const { selection } = view.state;
        const letter = letterOf(event);
        if (letter === null || !(selection instanceof TextSelection) || !selection.empty) return false;
        if (!view.editable || view.composing || !caretIsAt(view, selection.head)) return false;
        const { head } = selection;
        const type = () => view.state.tr.insertText(letter).scrollIntoView();
        if (!view.someProp("handleTextInput", (handle) => handle(view, head, head, letter, type))) {
          view.dispatch(type());
        }
        return true;
      },
    },
  });
}

function letterOf({ charCode, ctrlKey, altKey, metaKey, isComposing }: KeyboardEvent): string | null {
  // Right Alt, which some keyboards need for letters, reports itself as both.
  if (isComposing || metaKey || ctrlKey !== altKey) return null;
  // Controls are keys of another kind; half of a sign is not a letter yet.
  if (charCode < 0x20 || charCode === 0x7f || (charCode >= 0xd800 && charCode <= 0xdfff)) return null;
  return String.fromCodePoint(charCode);
}

/** The browser tells of a moved caret only after the fact: what it shows must be what the state says. */
function caretIsAt(view: EditorView, head: number): boolean {
  const shown = view.dom.ownerDocument.getSelection();
  if (!shown?.isCollapsed || !shown.focusNode || !view.dom.contains(shown.focusNode)) return false;
  return view.posAtDOM(shown.focusNode, shown.focusOffset) === head;
}
