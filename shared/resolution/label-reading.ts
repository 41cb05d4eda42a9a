/**
 * Finds the label at the start of a paragraph: `a)<TAB>que …`, `– first`, ` أ )<NBSP>…`, `II<TAB>Programme 2`.
 * A label is what `parseLabel` knows, set off from the text; a bare number with a mere space behind it may be
 * the start of a sentence ("9 mars 2022"), so it is marked as loose and needs a list around it.
 */
import type { Language } from "../model/document";
import { insertionPattern, type ParsedLabel, parseLabel } from "./labels";
import { signedNumber } from "./numerals";

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
const space = "[ \\u00A0\\u3000\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]";
const start = `(?<label>(?:\\t|${space})*`;
const apart = `(?<separator>(?:\\t|${space})+)(?=\\S)`;
const bracketed = new RegExp(
  `^${start}(?:\\[(?=[^\\]\\t]{1,12}\\]))?[(（]?\\s?\\p{L}{1,14}${inserted}\\u200D?\\s?[)）]\\]?(?:${inserted}(?=\\s)|(?:\\p{L}{3,12})??))${apart}`,
  "u",
);
/** Chinese and Arabic need no space behind a bracket, nor Chinese behind its own comma. */
const joined = new RegExp(
  `^${start}(?:[(（]?\\s?(?:\\p{L}{1,4}|\\p{Nd}{1,2})\\s?[)）]|(?:${signedNumber}|\\p{Nd}{1,2}|[A-Za-zＡ-Ｚａ-ｚ])[、.．]|[①-⒇㈠-㈩])(?![一二三四五六七八九十]))(?<separator>)(?=[\\p{Script=Han}\\p{Script=Arabic}])`,
  "u",
);
const chinese = new RegExp(
  `^${start}(?:${signedNumber}[、.．]|\\p{Nd}{1,2}、|[①-⒇㈠-㈩]|${signedNumber}(?=[\\t\\u3000])))${apart}`,
  "u",
);
const counted = new RegExp(
  `^${start}(?:['‘’(（]|\\[(?=[^\\]\\t]{1,8}\\])|\\p{Lu}(?=\\p{Nd}{1,2}\\.)|\\p{Lu}{1,4}\\.)?\\p{Nd}{1,3}\\p{L}{0,12}${inserted}(?:\\.\\p{Nd}{1,3}\\p{L}{0,12})*[)）.．'‘’°º]?\\]?)${apart}`,
  "u",
);
/** A dash or a stop ends a label where a tab, or an Arabic text, sets it off. */
const dashed = new RegExp(
  `^${start}(?:\\p{Nd}{1,3}|\\p{Script=Arabic}{1,2})${space}?[–-])(?<separator>\\t(?:\\t|${space})*|${space}+(?=\\p{Script=Arabic}))(?=\\S)`,
  "u",
);
const stopped = new RegExp(`^${start}\\p{L}[.．])(?<separator>\\t(?:\\t|${space})*)(?=\\S)`, "u");
const unordered = new RegExp(`^${start}[–—\\-−－•●▪◦·○■\\uF0B7])${apart}`, "u");
const capitals = /^(?<label>[IVXLC]{1,6}[).]?)(?<separator>\t[\t \u00A0]*)(?=\S)/u;
const forms = [bracketed, joined, chinese, dashed, counted, stopped, unordered, capitals];

/** Reads the label of a paragraph's text, or null when it has none. */
export function readLabel(text: string, language: Language): LabelReading | null {
  for (const pattern of forms) {
    const groups = pattern.exec(text)?.groups;
    if (!groups) continue;
    const label = groups.label ?? "";
    const separator = groups.separator ?? "";
    const parsed = parseLabel(label, language);
    if (parsed.kind === "word" || parsed.kind === "none") continue;
    const counts = parsed.kind === "number" || parsed.kind === "decimal";
    // A bracket behind the number sets it off already, as does what Chinese writes without a space.
    const setOff = !/^[ \u00A0]+$/u.test(separator) || /[)）\]、]$/u.test(parsed.closing) || !/\p{Nd}/u.test(label);
    const loose = counts && !setOff;
    return { label, separator, parsed, loose };
  }
  return null;
}
