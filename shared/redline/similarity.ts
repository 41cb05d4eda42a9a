/**
 * How alike two texts are, from 0 to 1, whatever their language: the share of their words (pairs of
 * signs where a script writes no spaces) that they have in common, long words counting more than the
 * small words that every sentence has. Bags are kept per node, so a text is read once.
 */

/** The words of a text as sorted numbers, one weight each. */
export interface Bag {
  words: Int32Array;
  weights: Int32Array;
  total: number;
}

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]+|[\p{L}\p{M}\p{Nd}]+/gu;
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** Counts the words of a text. */
export function bagOf(text: string): Bag {
  const entries: [number, number][] = [];
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    if (UNSPACED.test(word)) {
      for (let index = 0; index + 1 < Math.max(word.length, 2); index++) {
        entries.push([hashOf(word.slice(index, index + 2)), 4]);
      }
    } else {
      entries.push([hashOf(word), word.length < 4 ? 1 : Math.min(word.length, 10)]);
    }
  }
  entries.sort((one, other) => one[0] - other[0]);
  const words = Int32Array.from(entries, (entry) => entry[0]);
  const weights = Int32Array.from(entries, (entry) => entry[1]);
  return { words, weights, total: weights.reduce((sum, weight) => sum + weight, 0) };
}

/** From this share of the shorter text on, the longer one is that text grown. */
const CONTAINED = 0.8;
const FEWEST_WORDS = 15;

/** Compares two bags; a text that only grew or shrank is still much like itself. */
export function similarity(a: Bag, b: Bag): number {
  if (a.total === 0 || b.total === 0) return a.total === b.total ? 1 : 0;
  let common = 0;
  let indexA = 0;
  let indexB = 0;
  while (indexA < a.words.length && indexB < b.words.length) {
    const difference = a.words[indexA]! - b.words[indexB]!;
    if (difference === 0) common += a.weights[indexA]!;
    if (difference <= 0) indexA++;
    if (difference >= 0) indexB++;
  }
  const smaller = Math.min(a.total, b.total);
  const contained = smaller >= FEWEST_WORDS && common >= CONTAINED * smaller ? 0.5 : 0;
  return Math.max((2 * common) / (a.total + b.total), contained);
}

/** A 32-bit FNV-1a hash. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash | 0;
}
