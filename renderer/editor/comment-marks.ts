/**
 * Shows on the page where somebody said something: a tint under the words, stronger for the thread at the caret,
 * and a balloon in the margin that leads to it. Drawn again only when a comment came, went or was settled; until
 * then the marks move along with the text.
 */

import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import { type Comments, commentsKey } from "../../shared/editing/comments";
import { joined } from "../../shared/locales/joined";
import type { DocumentComment } from "../../shared/model/comment";
import { words } from "../words";

interface Marked {
  comments: Comments | undefined;
  marks: DecorationSet;
}

/** On a transaction that a balloon sends: the id of the thread to be shown. */
export const openThread = new PluginKey<string>("openThread");

/** The plugin that marks comments. */
export function commentMarks(): Plugin<Marked> {
  const plugin: Plugin<Marked> = new Plugin<Marked>({
    state: {
      init: (_, state) => mark(state),
      apply(tr, marked, _before, state) {
        const comments = commentsKey.getState(state);
        if (!comments || comments === marked.comments) return marked;
        const same = comments.said === marked.comments?.said && comments.places.size === marked.comments.places.size;
        return same ? { comments, marks: marked.marks.map(tr.mapping, tr.doc) } : mark(state);
      },
    },
    props: {
      decorations: (state) => plugin.getState(state)!.marks,
    },
  });
  return plugin;
}

function mark(state: EditorState): Marked {
  const comments = commentsKey.getState(state);
  if (!comments || comments.said.length === 0) return { comments, marks: DecorationSet.empty };
  const marks = comments.said.flatMap((comment) => {
    const place = comments.places.get(comment.id);
    if (!place || comment.parent !== null) return [];
    const answers = comments.said.filter(({ parent }) => parent === comment.id).length;
    const flag = Decoration.widget(place.from, (view) => balloon(comment, answers + 1, view), {
      key: `comment ${comment.id} ${answers} ${comment.resolved}`,
      side: -1,
      ignoreSelection: true,
      marks: [],
      stopEvent: () => true,
    });
    if (comment.resolved || place.from === place.to) return [flag];
    return [flag, Decoration.inline(place.from, place.to, { class: "commented" })];
  });
  return { comments, marks: DecorationSet.create(state.doc, marks) };
}

function balloon({ id, author, resolved }: DocumentComment, count: number, view: EditorView): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = `comment-flag${resolved ? " settled" : ""}`;
  button.contentEditable = "false";
  button.tabIndex = -1;
  // Drawn by the style sheet: what is heard is the name of the button alone.
  button.dataset.count = resolved ? "✓" : String(count);
  button.title = words("commentsPanel.flag", { author: author || words("changes.noAuthor") });
  button.ariaLabel = joined(words, "bracketed", [button.title, button.dataset.count]);
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => view.dispatch(toThread(view.state, id)));
  return button;
}

/** A transaction that puts the caret into a thread's words and asks for the thread. */
export function toThread(state: EditorState, id: string): Transaction {
  const place = commentsKey.getState(state)?.places.get(id);
  const { tr } = state;
  if (place) tr.setSelection(TextSelection.near(tr.doc.resolve(place.from))).scrollIntoView();
  return tr.setMeta(openThread, id);
}
