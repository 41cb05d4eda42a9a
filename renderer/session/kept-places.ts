/**
 * Where the things stand that the reader kept without making them editable: a message counts them, the base
 * holds them as objects in its blocks. The base and not the current text, because it never changes.
 */
import type { Node } from "prosemirror-model";
import { placeOf } from "../../shared/locales/place";
import { blocksOf, contentText } from "../../shared/schema/blocks";
import { words } from "../words";

export interface KeptPlace {
  /** Id of the block. */
  block: string;
  /** Call and labels, or the beginning of the text where there are none. */
  name: string;
}

const beginning = 40;
const message = /^docx\.kept-(.+)$/;

/** The blocks that hold what a message speaks of, in the order of the text; each once. */
export function keptPlaces(base: Node, code: string): KeptPlace[] {
  const kind = message.exec(code)?.[1]?.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());
  if (!kind) return [];
  return blocksOf(base).flatMap(({ node, path }) => {
    const holds = node.children.some(({ type, attrs }) => type.name === "inlineObject" && attrs.what === kind);
    if (!holds) return [];
    const text = contentText(node).trim();
    const shown = text.length > beginning ? `${text.slice(0, beginning).trimEnd()}…` : text;
    return [{ block: node.attrs.id as string, name: placeOf(words, path) || shown || "▣" }];
  });
}
