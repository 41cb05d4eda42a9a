/**
 * A value that changes as a whole and tells its readers: what `useSyncExternalStore` asks for, and no
 * more. Components read slices of it, so that a keystroke redraws only what shows the text.
 */
import { useCallback, useRef, useSyncExternalStore } from "react";

export interface Store<T> {
  getSnapshot(): T;
  subscribe(listener: () => void): () => void;
  /** Replaces the named parts; readers are told once. */
  update(change: Partial<T> | ((value: T) => Partial<T>)): void;
}

/** Makes a store around a first value. */
export function createStore<T extends object>(first: T): Store<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    getSnapshot: () => value,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update(change) {
      const parts = typeof change === "function" ? change(value) : change;
      const keys = Object.keys(parts) as (keyof T)[];
      if (keys.every((key) => Object.is(value[key], parts[key]))) return;
      value = { ...value, ...parts };
      for (const listener of [...listeners]) listener();
    },
  };
}

/** Reads a slice of a store and redraws when that slice differs. */
export function useStore<T, S>(store: Store<T>, select: (value: T) => S, same: (a: S, b: S) => boolean = Object.is): S {
  const last = useRef<{ value: S } | null>(null);
  const read = useCallback(() => {
    const next = select(store.getSnapshot());
    if (last.current && same(last.current.value, next)) return last.current.value;
    last.current = { value: next };
    return next;
  }, [store, select, same]);
  return useSyncExternalStore(store.subscribe, read);
}
