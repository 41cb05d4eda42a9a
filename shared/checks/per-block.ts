/**
 * A look at one block that is remembered with its node, for rules that look at the whole document: after an edit only
 * the blocks that changed are read again.
 */
import type { Node } from "prosemirror-model";
import { textOf } from "./block-text";
import type { Words } from "./rule";

/** Makes a reading of blocks that is done once for each node and language. */
export function perBlock<T>(read: (text: string, words: Words) => T): (node: Node, words: Words) => T {
  const memory = new WeakMap<Node, Map<string, T>>();
  return (node, words) => {
    const known: Map<string, T> = memory.get(node) ?? new Map();
    memory.set(node, known);
    const { language } = words.data;
    if (!known.has(language)) known.set(language, read(textOf(node), words));
    return known.get(language) as T;
  };
}
