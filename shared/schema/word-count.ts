/**
 * Counts the words of a text as word processors do: what stands between spaces counts once, and every Chinese character
 * counts. Labels are not counted. A block that was counted before is not read again, so that an edit costs its block.
 */
import type { Node } from "prosemirror-model";

const counted = new WeakMap<Node, number>();

/** The number of words in a block. */
export function wordsIn(block: Node): number {
  let words = counted.get(block);
  if (words === undefined) {
    words = countIn(block.textBetween(0, block.content.size, " ", " "));
    counted.set(block, words);
  }
  return words;
}

const ideograph = /\p{Script=Han}/gu;
/** Signs that stand alone, such as a dash between spaces, are no words. */
const isWord = /[\p{L}\p{N}]/u;

function countIn(text: string): number {
  let words = 0;
  for (const piece of text.replace(ideograph, " $& ").split(/\s+/u)) if (isWord.test(piece)) words++;
  return words;
}
