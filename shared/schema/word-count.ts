/**
 * Counts the words of a text as word processors do: what stands between spaces counts once, and every Chinese character
 * counts. Labels are not counted. A block that was counted before is not read again, so that an edit costs its block.
 */
import type { Node } from "prosemirror-model";
import { blocksOf } from "./blocks";

const counted = new WeakMap<Node, number>();

/** The number of words in all blocks of a document. */
export function countWords(doc: Node): number {
  let words = 0;
  for (const { node } of blocksOf(doc)) {
    let inBlock = counted.get(node);
    if (inBlock === undefined) {
      inBlock = wordsIn(node.textBetween(0, node.content.size, " ", " "));
      counted.set(node, inBlock);
    }
    words += inBlock;
  }
  return words;
}

const piece = /\p{Script=Han}|[^\s\p{Script=Han}]+/gu;
/** Signs that stand alone, such as a dash between spaces, are no words. */
const isWord = /[\p{L}\p{N}]/u;

function wordsIn(text: string): number {
  return (text.match(piece) ?? []).filter((each) => isWord.test(each)).length;
}
