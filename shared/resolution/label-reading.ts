/**
 * Finds the label at the start of a paragraph: `a)<TAB>que …`, `– first`, ` أ )<NBSP>…`, `II<TAB>Programme 2`.
 * A label is what `parseLabel` knows, set off from the text; a bare number with a mere space behind it may be
 * the start of a sentence ("9 mars 2022"), so it is marked as loose and needs a list around it.
 */
import type { Language } from "../model/document";
import { insertionPattern, type ParsedLabel, parseLabel } from "./labels";

export interface LabelReading {
  /** The label exactly as typed, leading space included. */
  label: string;
  separator: string;
  parsed: ParsedLabel;
  /** True when only a space sets a number off. */
  loose: boolean;
  /** The list level that Word gives a label which says nothing about its own, such as `一`. */
  level?: number;
}

const inserted = `(?:[ \\u00A0]?(?:${insertionPattern}))?`;
const bracketed = new RegExp(
  `^(?<label>\\s*[(（]?\\p{L}{1,14}${inserted}\\u200D?\\s?[)）](?:${inserted}(?=\\s)|(?:\\p{L}{3,12})??))(?<separator>[\\t \\u00A0]+)(?=\\S)`,
  "u",
);
const joined =
  /^(?<label>\s*[(（]?(?:\p{L}{1,4}|\p{Nd}{1,2})\s?[)）])(?<separator>)(?=[\p{Script=Han}\p{Script=Arabic}])/u;
const counted = new RegExp(
  `^(?<label>\\s*(?:['‘(]?|\\p{Lu}(?=\\p{Nd}{1,2}\\.)|\\p{Lu}{1,4}\\.)\\p{Nd}{1,3}\\p{L}{0,12}${inserted}(?:\\.\\p{Nd}{1,3}\\p{L}{0,12})*[)）.'’]?)(?<separator>[\\t \\u00A0]+)(?=\\S)`,
  "u",
);
const unordered = /^(?<label>\s*[–—\-−•●▪◦·○■\uF0B7])(?<separator>[\t \u00A0]+)(?=\S)/u;
const capitals = /^(?<label>[IVXLC]{1,6}[).]?)(?<separator>\t[\t \u00A0]*)(?=\S)/u;

/** Reads the label of a paragraph's text, or null when it has none. */
export function readLabel(text: string, language: Language): LabelReading | null {
  for (const pattern of [bracketed, joined, counted, unordered, capitals]) {
    const groups = pattern.exec(text)?.groups;
    if (!groups) continue;
    const label = groups.label ?? "";
    const separator = groups.separator ?? "";
    const parsed = parseLabel(label, language);
    if (parsed.kind === "word" || parsed.kind === "none") continue;
    const counts = parsed.kind === "number" || parsed.kind === "decimal";
    // A bracket or stop behind the number sets it off already.
    const loose = counts && !separator.includes("\t") && !/[)）]$/u.test(parsed.closing);
    return { label, separator, parsed, loose };
  }
  return null;
}
