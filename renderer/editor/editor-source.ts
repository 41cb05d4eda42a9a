/**
 * What the page needs of whoever owns the document: the state, a way to change it, and a call when it
 * changed. The call comes within `dispatch`, so that the page never lags behind the state.
 */
import type { EditorState, Transaction } from "prosemirror-state";

export interface EditorSource {
  getState(): EditorState;
  dispatch(transaction: Transaction): void;
  subscribe(listener: () => void): () => void;
}
