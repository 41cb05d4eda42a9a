/**
 * References to items inside a text, `considérant c)`, `points e) et f) du considérant`, `au point 2 du charge le
 * Directeur …`: which labels they name, where each stands, and the words of the call that follow. A reference into
 * another resolution is left out; whether the item exists is the business of whoever knows the document.
 */
import type { Language } from "../model/document";
import { callCitations } from "./languages/call-citations";
import { draftingData } from "./languages/drafting";
import type { LanguageData } from "./languages/language-data";
import { languageData } from "./languages/languages";
import { citationPattern } from "./places-and-years";
import { wordEdges } from "./word-edges";

export interface NamedLabel {
  /** As typed. */
  label: string;
  /** Label of the item that it stands below, as typed (`point 2 i)`); empty for an item of the call itself. */
  parent: string;
  from: number;
  to: number;
}

export interface LabelReference {
  labels: NamedLabel[];
  /** The text from the verb of the call on; how much of it is the call, the document decides. */
  call: string;
  /** The verb as typed. */
  verb: string;
  /** Where the verb stands. */
  verbAt: number;
  from: number;
  to: number;
}

const signs = "[\\u064B-\\u0652\\u0640]*";
/** Bounded: two runs of spaces in a row must not be tried in every division. */
const space = "[\\s\\u00A0]{0,3}";
/** How far behind the call another resolution may be named. */
const reach = 160;

interface Patterns {
  /** Labels behind a call, `considérant c)`. */
  behind: RegExp;
  /** Numbers behind a call that is shown to be one, `resolves 1 above`, `au décide 2`. */
  pointed: RegExp;
  led: RegExp | null;
  /** Labels before a call, `point 2 du décide`. */
  before: RegExp;
  label: RegExp;
}

const patterns = new Map<Language, Patterns>();
const verbs = new Map<Language, RegExp>();

/** The references of a text to items of its own resolution. */
export function labelReferencesIn(text: string, language: Language): LabelReference[] {
  return mayRefer(text, language) ? referencesIn(text, language) : [];
}

const firstWords = new Map<Language, readonly string[]>();

/**
 * Whether a text has what every reference has: a label's sign and the first word of a call. Most texts do not, and the
 * patterns are so large that the host compiles them for a tenth of a second, and again after every few collections.
 */
export function mayRefer(text: string, language: Language): boolean {
  if (!/[\d)）]/u.test(text)) return false;
  const plain = plainWords(text);
  let words = firstWords.get(language);
  if (!words) {
    const { preambularVerbs, operativeVerbs } = languageData(language);
    words = [...new Set([...preambularVerbs, ...operativeVerbs].map((verb) => plainWords(verb).split(" ")[0] ?? ""))];
    firstWords.set(language, words);
  }
  return words.some((word) => plain.includes(word));
}

function plainWords(text: string): string {
  return text
    .replaceAll("’", "'")
    .replace(/[\u064B-\u0652\u0640]/gu, "")
    .toLowerCase();
}

/** The same for a text that was not looked at before. */
export function referencesIn(text: string, language: Language): LabelReference[] {
  const { before, behind, pointed, led } = patternsOf(language);
  const found: LabelReference[] = [];
  for (const pattern of [before, behind, pointed, led]) {
    for (const match of pattern ? text.matchAll(pattern) : []) {
      // `point 2 du considérant c)` would be read twice.
      const again = pattern !== before && found.some(({ from, to }) => match.index < to && endOf(match) > from);
      // `see Notes 5 and 6 above` counts notes, not items of a call.
      const isProse = (pattern === pointed || pattern === led) && isEveryday(match.groups!.verb!, language);
      if (!again && !isProse) found.push(reference(text, match, language));
    }
  }
  return found
    .filter(({ labels, call }) => labels.length > 0 && !namesAnother(call, language))
    .sort((a, b) => a.from - b.from);
}

/** A call as a reference cites it: from its verb on (`إذ يدرك` of `وإذ يدرك`), without the mark at its end. */
export function citedCall(call: string, language: Language): string {
  return call.slice(verbIn(call, language)?.index ?? 0).replace(/[\s,:،：，]+$/u, "");
}

/** The verb of a call, with the adverb in front of it. */
export function citedVerb(call: string, language: Language): string {
  return verbIn(call, language)?.[0] ?? call;
}

function verbIn(call: string, language: Language): RegExpExecArray | null {
  const pattern = verbs.get(language) ?? new RegExp(verbPattern(languageData(language)), "iu");
  verbs.set(language, pattern);
  return pattern.exec(call);
}

/** True for a verb that in a citation of its form may mean something else. */
export function isEveryday(verb: string, language: Language): boolean {
  return callCitations(language).everyday.includes(verb.toLowerCase());
}

function endOf(match: RegExpMatchArray): number {
  return (match.index ?? 0) + match[0].length;
}

function reference(text: string, match: RegExpMatchArray, language: Language): LabelReference {
  const { verb = "", list = "", below = "" } = match.groups ?? {};
  const startOf = (group: string) => match.indices?.groups?.[group]?.[0] ?? 0;
  const listed = labelsIn(list, startOf("list"), language);
  const holder = below === "" ? [] : labelsIn(below, startOf("below"), language);
  const parent = holder[0]?.label ?? "";
  const labels = [...listed.map((each) => (each.parent === "" ? { ...each, parent } : each)), ...holder];
  const from = match.index ?? 0;
  const verbAt = startOf("verb");
  return { labels, call: text.slice(verbAt, verbAt + reach), verb, verbAt, from, to: from + match[0].length };
}

/** The labels of a list; one that follows another with nothing but a space stands below it. */
function labelsIn(list: string, start: number, language: Language): NamedLabel[] {
  const labels: NamedLabel[] = [];
  let end = -1;
  let above = "";
  for (const { index, 0: label } of list.matchAll(patternsOf(language).label)) {
    const isBelow = end >= 0 && list.slice(end, index).trim() === "";
    labels.push({ label, parent: isBelow ? above : "", from: start + index, to: start + index + label.length });
    if (!isBelow) above = label;
    end = index + label.length;
  }
  return labels;
}

/** True when a cited resolution closes the sentence's piece: the item is one of that resolution. */
export function namesAnother(call: string, language: Language): boolean {
  const piece = /^[^,;.:،؛，；。]*/u.exec(call)?.[0] ?? "";
  return citationPattern(language).test(piece);
}

function patternsOf(language: Language): Patterns {
  let known = patterns.get(language);
  if (!known) {
    const { itemWord, itemBehind, ofCall, joins, joinedTo } = draftingData(language);
    const data = languageData(language);
    // A later call may begin with an "and" that is written together with it.
    const and = joinedTo ? `(?:${joinedTo})?` : "";
    const verb = `${and}(?<verb>${verbPattern(data)})`;
    const { letter, number, below } = labelForms(data);
    const { start, end, gap: between } = wordEdges(language);
    const gap = between || space;
    const listOf = (one: string) =>
      `(?<list>${one}(?:${space}(?:[,،、]|${joins})${space}(?:${joins}${space})?${one})*)`;
    // A bare number behind a verb may count anything; only a bracket, its own or that of a sub-item, makes it a label.
    const bracketed = `(?:${letter}(?:${gap}${below})?|${number}${gap}${below}${itemBehind ? `|${itemBehind.replace("{n}", space + number)}` : ""})`;
    const any = `(?:${below}|${letter}|${number})(?:${gap}${below})?`;
    const holder = `(?:${ofCall}${space}${itemWord}${space}(?<below>${letter}|${number})${space})?`;
    const { points, lead } = callCitations(language);
    const isJoin = new RegExp(`^(?:${joins})$`, "iu");
    const adverbs = data.adverbs.filter((adverb) => !isJoin.test(adverb));
    const call = `${start}${verb}${end}(?:${gap}(?:${typed(adverbs)})${end})?["”»]?`;
    const finite = `${start}${and}(?<verb>${verbPattern(data, "operativeVerbs")})${end}["”»]?`;
    const unread = data.spaced ? "(?<![\\p{L}])" : "";
    const numbers = listOf(unread + number);
    known = {
      behind: new RegExp(`${call}${space}${listOf(unread + bracketed)}`, "dgiu"),
      pointed: new RegExp(`${call}${gap}${numbers}(?=,?${gap}${points.replaceAll(" ", gap)}${end})`, "dgiu"),
      led: lead
        ? new RegExp(`(?<=${start}${lead.replaceAll(" ", gap)}${gap}["“]?)${finite}${gap}${numbers}${end}`, "dgiu")
        : null,
      before: new RegExp(
        `${start}${itemWord}${space}${listOf(any)}${space}${holder}${ofCall}${space}["“«]?${verb}${end}`,
        "dgiu",
      ),
      label: new RegExp(`${labelStart(language)}(?:${below}|${letter}|${number})`, "giu"),
    };
    patterns.set(language, known);
  }
  return known;
}

/** Where a label begins: where no word goes on, or behind an "and" that is written together with it. */
function labelStart(language: Language): string {
  if (!languageData(language).spaced) return "";
  const { joinedTo } = draftingData(language);
  const start = "(?<![\\p{L}\\d])";
  return joinedTo ? `(?:${start}(?!${joinedTo}[\\p{L}\\d])|(?<=${start}${joinedTo}))` : start;
}

/** Patterns of the labels of a language as they are cited: of an item, of a numbered one, of one in a list below. */
function labelForms({ labels: { insertionWords } }: LanguageData): { letter: string; number: string; below: string } {
  const words = [...insertionWords].sort((a, b) => b.length - a.length).join("|");
  const inserted = `(?:[ \\u00A0]?(?:${words}))?`;
  // No Chinese character is a label, and no space tells one from the word before it.
  const letters = "[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Arabic}]{1,2}?";
  return {
    letter: `${letters}${inserted}[ \\u00A0]?[)）]${inserted}`,
    number: `\\d{1,2}${inserted}(?![\\d)）])`,
    below: `[ivxl]{1,6}${inserted}[)）]${inserted}`,
  };
}

/** Pattern of the verbs of calls as they are typed, with the adverb that may stand in front (`further resolves`). */
export function verbPattern(data: LanguageData, part?: "preambularVerbs" | "operativeVerbs"): string {
  const verbs = part ? data[part] : [...data.preambularVerbs, ...data.operativeVerbs];
  const leading = data.leadingAdverbs.length === 0 ? "" : `(?:(?:${typed(data.leadingAdverbs)})[\\s\\u00A0]{0,2})?`;
  return `${leading}(?:${typed(verbs)})`;
}

function typed(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) =>
      [...word]
        .map((character) => {
          if (character === " ") return "[\\s\\u00A0]+";
          if (character === "'") return "['’]";
          if (/\p{Script=Arabic}/u.test(character)) return character + signs;
          return character.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
        })
        .join(""),
    )
    .join("|");
}
