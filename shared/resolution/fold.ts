/**
 * Folds a text for matching only: what a typist or a converter may vary (case, kinds of space, hyphen,
 * apostrophe and digit, Arabic vowel signs, tatweel and presentation forms, direction marks) is made equal.
 * The document keeps its own characters; nothing folded is ever written.
 */

const hyphens = /[\u2010-\u2012]/gu;
const apostrophes = /[\u2018\u2019\u02BC]/gu;
const doubleQuotes = /[\u201C\u201D\u00AB\u00BB]/gu;
/** Direction marks, zero-width characters and the soft hyphen. */
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
const arabicSigns = /[\u0640\u064B-\u0652\u0670]/gu;
const arabicAlefs = /[\u0622\u0623\u0625]/gu;

/** The digits of Arabic and of Persian, each row of ten in order. */
const arabicDigits = /[\u0660-\u0669\u06F0-\u06F9]/gu;

/** A line is folded by one rule after the other, in six languages: what was folded lately is remembered. */
const lately = new Map<string, string>();
const mostRemembered = 256;

const cyrillic = /[\u0400-\u04FF]/u;
/** Latin letters that typists take for Cyrillic ones, and the letters they stand for, in the same order. */
const lookAlikes = ["aceopxykmtbh", "асеорхукмтвн"] as const;

/** Folds a text; equal results mean that two texts match. */
export function fold(text: string): string {
  const known = lately.get(text);
  if (known !== undefined) return known;
  const folded = folding(text);
  if (lately.size >= mostRemembered) lately.clear();
  lately.set(text, folded);
  return folded;
}

/** True when a folded text begins with this word, and not with a longer one. */
export function startsWithWord(folded: string, word: string): boolean {
  if (!folded.startsWith(word)) return false;
  // Chinese has no spaces between words; elsewhere a letter would make another word of it.
  return !/\p{L}/u.test(folded.charAt(word.length)) || /\p{Script=Han}/u.test(word);
}

function folding(text: string): string {
  // Nothing of plain letters is varied but their case and the spaces between them.
  if (!/[^\x20-\x7E]/.test(text)) return text.toLowerCase().replace(/ {2,}/g, " ").trim();
  const plain = text
    .replace(invisible, "")
    .normalize("NFKC")
    .replace(arabicSigns, "")
    .replace(arabicAlefs, "\u0627")
    .replace(arabicDigits, (digit) => String(digit.codePointAt(0)! & 15))
    .replace(hyphens, "-")
    .replace(apostrophes, "'")
    .replace(doubleQuotes, '"')
    .toLowerCase()
    .replace(/\s+/gu, " ")
    // Chinese headings are spaced out: 附 件.
    .replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, "$1")
    .trim();
  return cyrillic.test(plain) ? withoutMixedWords(plain) : plain;
}

/** Russian as it is compared: one spelling of its two-fold letter, and no word of two scripts. */
function withoutMixedWords(text: string): string {
  return text.replaceAll("\u0451", "\u0435").replace(/[\u0400-\u04FFa-z]{2,40}/gu, inCyrillic);
}

/** A word of both scripts is a Cyrillic one whose look-alikes were typed on the wrong keyboard. */
function inCyrillic(word: string): string {
  if (!/[a-z]/.test(word) || !cyrillic.test(word)) return word;
  const letters = [...word].map((letter) => lookAlikes[1][lookAlikes[0].indexOf(letter)] ?? letter);
  return /[a-z]/u.test(letters.join("")) ? word : letters.join("");
}

const accented = /[\u00C0-\u024F\u1E00-\u1EFF]/gu;
const bareLetters = new Map<string, string>();

/** Folds a text and leaves out the accents, which capitals often lack. */
export function foldBare(text: string): string {
  return fold(text).replace(accented, bareLetter);
}

function bareLetter(letter: string): string {
  let bare = bareLetters.get(letter);
  if (bare === undefined) {
    bare = letter.normalize("NFD").replace(/\p{M}/gu, "");
    bareLetters.set(letter, bare);
  }
  return bare;
}
