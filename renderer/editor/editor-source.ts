/**
 * What the page needs of whoever owns the document: the state, a way to change it, and a call when it
 * changed. The call comes within `dispatch`, so that the page never lags behind the state; React reads
 * slices of the state through `useEditorState`.
 */
import type { EditorState, Transaction } from "prosemirror-state";
import { createContext, useCallback, useContext, useRef, useSyncExternalStore } from "react";

export interface EditorSource {
  getState(): EditorState;
  dispatch(transaction: Transaction): void;
  subscribe(listener: () => void): () => void;
}

export const EditorSourceContext = createContext<EditorSource | null>(null);

/** A source that stands alone: for tests, benches and a page without a window around it. */
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

/** A slice of the editor's state; the component is redrawn when the slice changes. */
export function useEditorState<S>(select: (state: EditorState) => S, same: (a: S, b: S) => boolean = Object.is): S {
  const source = useContext(EditorSourceContext);
  if (!source) throw new Error("A component stands outside the editor.");
  const last = useRef<{ value: S } | null>(null);
  const read = useCallback(() => {
    const next = select(source.getState());
    if (last.current && same(last.current.value, next)) return last.current.value;
    last.current = { value: next };
    return next;
  }, [source, select, same]);
  return useSyncExternalStore(source.subscribe, read);
}
