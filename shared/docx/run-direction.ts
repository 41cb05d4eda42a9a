/**
 * Cuts text into right-to-left and other stretches, because Word formats a run from its complex-script
 * properties only when the run says `w:rtl` (ECMA-376 Part 1 §17.3.2.30). In a right-to-left document
 * everything but Latin, Greek, Cyrillic or Chinese words is such a stretch; elsewhere only Arabic and Hebrew is.
 */

const rightToLeftLetters = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const word = "[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Script=Han}]";
const token = `${word}[${word.slice(1, -1)}\\p{M}\\p{N}\\-\\u2011./&@:_]*`;
/** A stretch of words of another script, the spaces between them included. */
const foreignWords = new RegExp(`(?:[\\p{N}]+[-\\u2011./])?${token}(?:[ \\u00A0]${token})*`, "gu");

/** True for text with letters of a right-to-left script; the first of them is U+0591. */
export function hasRightToLeft(text: string): boolean {
  return /[\u0591-\uFFFF]/.test(text) && rightToLeftLetters.test(text);
}

export interface DirectedText {
  text: string;
  rightToLeft: boolean;
}

/** Cuts a text where its direction changes. */
export function splitByDirection(text: string, rightToLeftDocument: boolean): DirectedText[] {
  if (!rightToLeftDocument) return [{ text, rightToLeft: hasRightToLeft(text) }];
  const parts: DirectedText[] = [];
  let from = 0;
  for (const match of text.matchAll(foreignWords)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index), rightToLeft: true });
    parts.push({ text: match[0], rightToLeft: false });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), rightToLeft: true });
  return parts;
}
