/**
 * The text of a block for checking: every leaf is one character, so that an offset in the text is an offset in
 * the block's content. Note references and other objects stand as the object replacement character.
 */
import type { Node } from "prosemirror-model";

/** Stands for a note reference or an object. */
const objectCharacter = "\uFFFC";

const texts = new WeakMap<Node, string>();

/** The text of a block, as long as its content. */
export function textOf(node: Node): string {
  let text = texts.get(node);
  if (text === undefined) {
    text = node.textBetween(0, node.content.size, undefined, (leaf) =>
      leaf.type.name === "hardBreak" ? "\n" : objectCharacter,
    );
    texts.set(node, text);
  }
  return text;
}

const unread = /[\s\uFFFC\u200E\u200F\u061C\]］]/u;

/** Offset behind the last character that is read: spaces, note references, direction marks and the closing bracket of unagreed text do not count. */
export function endOf(text: string): number {
  let end = text.length;
  // From the end: a pattern would look at every run of spaces on its way there.
  while (end > 0 && unread.test(text.charAt(end - 1))) end--;
  return end;
}
