/**
 * The marks on a label: the old one struck and the new one inserted, with the brackets or dots that
 * both share left alone (`e)` → `f)` marks one letter). Letters and numbers of a label are never split.
 */
import type { CriticToken } from "../text/critic-markup";

/** Compares two labels with their separators. */
export function diffLabels(before: string, after: string): CriticToken[] {
  const a = before.match(partPattern) ?? [];
  const b = after.match(partPattern) ?? [];
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const tokens: CriticToken[] = [
    { op: "=", text: a.slice(0, start).join("") },
    { op: "-", text: a.slice(start, a.length - end).join("") },
    { op: "+", text: b.slice(start, b.length - end).join("") },
    { op: "=", text: a.slice(a.length - end).join("") },
  ];
  return tokens.filter((token) => token.text !== "");
}

const partPattern = /[\p{L}\p{M}\p{Nd}]+|[^\p{L}\p{M}\p{Nd}]/gu;
