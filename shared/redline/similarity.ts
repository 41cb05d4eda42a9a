/**
 * How alike two texts are, from 0 to 1, whatever their language: the share of their words (pairs of
 * signs where a script writes no spaces) that they have in common, long words counting more than the
 * small words that every sentence has. Bags are kept per node, so a text is read once.
 */

/** The words of a text as sorted numbers, each a hash with the weight of the word in its last four bits. */
export interface Bag {
  words: Int32Array;
  total: number;
}

const wordPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]+|[\p{L}\p{M}\p{Nd}]+/gu;
const unspacedPattern =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

const firstHash = 0x811c9dc5;
const hashFactor = 0x01000193;

/** What a UTF-16 unit is to a word; half a pair and scripts without spaces are `more`. */
const unknown = 0;
const other = 1;
const letter = 2;
const more = 3;
const signs = new Uint8Array(0x10000);

function signOf(code: number): number {
  const known = signs[code]!;
  if (known !== unknown) return known;
  const character = String.fromCharCode(code);
  if (/^[\uD800-\uDFFF]/.test(character) || unspacedPattern.test(character)) signs[code] = more;
  else signs[code] = /[\p{L}\p{M}\p{Nd}]/u.test(character) ? letter : other;
  return signs[code]!;
}

/** Counts the words of a text. */
export function bagOf(text: string): Bag {
  const lower = text.toLowerCase();
  const entries: number[] = [];
  if (!addLetters(lower, entries)) {
    entries.length = 0;
    addWords(lower, entries);
  }
  const words = Int32Array.from(entries).sort();
  let total = 0;
  for (const word of words) total += weightIn(word);
  return { words, total };
}

/** The bag of several texts one after another. */
export function joinBags(bags: readonly Bag[]): Bag {
  const words = new Int32Array(bags.reduce((size, bag) => size + bag.words.length, 0));
  let at = 0;
  for (const bag of bags) {
    words.set(bag.words, at);
    at += bag.words.length;
  }
  return { words: words.sort(), total: bags.reduce((sum, { total }) => sum + total, 0) };
}

const weightBits = 4;
const weightMask = 0xf;

/** The weight of a word of a bag. */
export function weightIn(word: number): number {
  return word & weightMask;
}

/** Equal words weigh the same, so hash and weight are one number. */
function entryOf(hash: number, weight: number): number {
  return (hash << weightBits) | weight;
}

/** Adds the words of a text of letters and spaces; false where there is more to it. */
function addLetters(text: string, entries: number[]): boolean {
  let hash = firstHash;
  let length = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 0x20;
    const sign = signOf(code);
    if (sign === letter) {
      hash = Math.imul(hash ^ code, hashFactor);
      length++;
    } else if (sign === other) {
      if (length > 0) entries.push(entryOf(hash, weightOf(length)));
      hash = firstHash;
      length = 0;
    } else return false;
  }
  return true;
}

function addWords(text: string, entries: number[]): void {
  for (const word of text.match(wordPattern) ?? []) {
    if (unspacedPattern.test(word)) {
      for (let index = 0; index + 1 < Math.max(word.length, 2); index++) {
        entries.push(entryOf(hashOf(word.slice(index, index + 2)), 4));
      }
    } else entries.push(entryOf(hashOf(word), weightOf(word.length)));
  }
}

function weightOf(length: number): number {
  return length < 4 ? 1 : Math.min(length, 10);
}

/** From this share of the shorter text on, the longer one is that text grown. */
const containedFrom = 0.8;
const fewestWords = 15;

/** Compares two bags; a text that only grew or shrank is still much like itself. */
export function similarity(a: Bag, b: Bag): number {
  if (a.total === 0 || b.total === 0) return a.total === b.total ? 1 : 0;
  let common = 0;
  let indexA = 0;
  let indexB = 0;
  while (indexA < a.words.length && indexB < b.words.length) {
    const difference = a.words[indexA]! - b.words[indexB]!;
    if (difference === 0) common += weightIn(a.words[indexA]!);
    if (difference <= 0) indexA++;
    if (difference >= 0) indexB++;
  }
  const smaller = Math.min(a.total, b.total);
  const contained = smaller >= fewestWords && common >= containedFrom * smaller ? 0.5 : 0;
  return Math.max((2 * common) / (a.total + b.total), contained);
}

/** A 32-bit FNV-1a hash. */
function hashOf(text: string): number {
  let hash = firstHash;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), hashFactor);
  return hash | 0;
}

/** The share of the smaller set that the other has. */
export function sharedPart(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return sharedCount(a, b) / Math.max(Math.min(a.size, b.size), 1);
}

/** How many two sets share. */
export function sharedCount(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const key of a.size < b.size ? a : b) if ((a.size < b.size ? b : a).has(key)) shared++;
  return shared;
}
