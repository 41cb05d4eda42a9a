/** The peer of the keystroke bench: the same document in ProseMirror with undo and its plain keys, and nothing else. */
import { baseKeymap } from "prosemirror-commands";
import { history } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { schema } from "../../../shared/schema/schema";

declare global {
  interface Window {
    benchDocument: unknown;
    benchView: EditorView;
  }
}

const place = document.getElementById("page") as HTMLElement;
window.benchView = new EditorView(place, {
  state: EditorState.create({
    doc: schema.nodeFromJSON(window.benchDocument),
    plugins: [history(), keymap(baseKeymap)],
  }),
});
