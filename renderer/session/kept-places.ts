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
  /** Call and labels; where there are none the beginning of the text, or of the last that says something. */
  name: string;
}

const beginning = 40;
const object = "▣";
const message = /^docx\.kept-(.+)$/;

/** The blocks that hold what a message speaks of, in the order of the text; each once. */
export function keptPlaces(base: Node, code: string): KeptPlace[] {
  const kind = message.exec(code)?.[1]?.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());
  if (!kind) return [];
  let spoken = "";
  return blocksOf(base).flatMap(({ node, path }) => {
    const text = contentText(node).trim();
    const shown = text.length > beginning ? `${text.slice(0, beginning).trimEnd()}…` : text;
    const hasWords = /[\p{L}\p{N}]/u.test(text);
    // A picture alone is known by the words that it follows.
    const name = hasWords ? shown : `${spoken} … ${object}`.replace(/^ … /, "");
    if (hasWords) spoken = shown;
    const holds = node.children.some(({ type, attrs }) => type.name === "inlineObject" && attrs.what === kind);
    return holds ? [{ block: node.attrs.id as string, name: placeOf(words, path) || name }] : [];
  });
}
