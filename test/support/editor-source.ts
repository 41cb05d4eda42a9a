/** A source of the page without a window around it: it holds a state and tells of every change. */
import type { EditorState } from "prosemirror-state";
import type { EditorSource } from "../../renderer/editor/editor-source";

export function createEditorSource(first: EditorState): EditorSource {
  let state = first;
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    dispatch(transaction) {
      state = state.apply(transaction);
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
