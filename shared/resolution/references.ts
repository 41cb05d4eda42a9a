/**
 * References to items inside a text, `considérant c)`, `points e) et f) du considérant`, `au point 2 du charge le
 * Directeur …`: which labels they name, where each stands, and the words of the call that follow. A reference into
 * another resolution is left out; whether the item exists is the business of whoever knows the document.
 */
import type { Language } from "../model/document";
import { draftingData } from "./languages/drafting";
import type { LanguageData } from "./languages/language-data";
import { languageData } from "./languages/languages";
import { citationPattern } from "./places-and-years";

export interface NamedLabel {
  /** As typed. */
  label: string;
  from: number;
  to: number;
}

export interface LabelReference {
  labels: NamedLabel[];
  /** The text from the verb of the call on; how much of it is the call, the document decides. */
  call: string;
  /** The verb as typed. */
  verb: string;
  from: number;
  to: number;
}

const signs = "[\\u064B-\\u0652\\u0640]*";
const inserted = "(?:bis|ter|quater|quinquies)?";
/** No Chinese character is a label, and no space tells one from the word before it. */
const letters = "[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Arabic}]{1,2}?";
const letter = `${letters}${inserted}[ \\u00A0]?[)）]${inserted}`;
const number = `\\d{1,2}${inserted}(?![\\d)）])`;
/** How far behind the call another resolution may be named. */
const reach = 160;

const patterns = new Map<Language, { behind: RegExp; before: RegExp; label: RegExp }>();

/** The references of a text to items of its own resolution. */
export function labelReferencesIn(text: string, language: Language): LabelReference[] {
  const { behind, before } = patternsOf(language);
  const found: LabelReference[] = [];
  for (const match of text.matchAll(before)) {
    const { verb = "", list = "" } = match.groups ?? {};
    const [listAt] = match.indices?.groups?.list ?? [0];
    const [verbAt] = match.indices?.groups?.verb ?? [0];
    found.push(reference(text, list, listAt, verb, verbAt, match, language));
  }
  for (const match of text.matchAll(behind)) {
    const { verb = "", list = "" } = match.groups ?? {};
    const [listAt] = match.indices?.groups?.list ?? [0];
    const [verbAt] = match.indices?.groups?.verb ?? [0];
    // `point 2 du considérant c)` would be read twice.
    if (found.some(({ from, to }) => match.index < to && match.index + match[0].length > from)) continue;
    found.push(reference(text, list, listAt, verb, verbAt, match, language));
  }
  return found
    .filter(({ labels, call }) => labels.length > 0 && !namesAnother(call, language))
    .sort((a, b) => a.from - b.from);
}

function reference(
  text: string,
  list: string,
  listAt: number,
  verb: string,
  verbAt: number,
  match: RegExpMatchArray,
  language: Language,
): LabelReference {
  const labels = [...list.matchAll(patternsOf(language).label)].map(({ index, 0: label }) => ({
    label,
    from: listAt + index,
    to: listAt + index + label.length,
  }));
  const from = match.index ?? 0;
  return { labels, call: text.slice(verbAt, verbAt + reach), verb, from, to: from + match[0].length };
}

/** True when a cited resolution closes the sentence's piece: the item is one of that resolution. */
function namesAnother(call: string, language: Language): boolean {
  const piece = /^[^,;.:،؛，；。]*/u.exec(call)?.[0] ?? "";
  return citationPattern(language).test(piece);
}

function patternsOf(language: Language): { behind: RegExp; before: RegExp; label: RegExp } {
  let known = patterns.get(language);
  if (!known) {
    const { itemWord, ofCall, joins } = draftingData(language);
    const verb = `(?<verb>${verbsOf(languageData(language))})`;
    // Bounded: two runs of spaces in a row must not be tried in every division.
    const space = "[\\s\\u00A0]{0,3}";
    const label = `(?<![\\p{L}\\d])(?:${letter}|${number})`;
    const listOf = (one: string) =>
      `(?<list>${one}(?:${space}(?:[,،、]|${joins})${space}(?:${joins}${space})?${one})*)`;
    const start = language === "zh" ? "" : "(?<![\\p{L}\\p{M}])";
    const end = language === "zh" ? "" : "(?![\\p{L}\\p{M}])";
    known = {
      // A bare number behind a verb may count anything; only letters with their bracket are labels there.
      behind: new RegExp(
        `${start}${verb}${end}["”»]?${space}${listOf(language === "zh" ? letter : `(?<![\\p{L}])${letter}`)}`,
        "dgiu",
      ),
      before: new RegExp(
        `${start}${itemWord}${space}${listOf(`(?:${letter}|${number})`)}${space}${ofCall}${space}["“«]?${verb}${end}`,
        "dgiu",
      ),
      label: new RegExp(language === "zh" ? `${letter}|${number}` : label, "giu"),
    };
    patterns.set(language, known);
  }
  return known;
}

function verbsOf({ preambularVerbs, operativeVerbs }: LanguageData): string {
  return [...preambularVerbs, ...operativeVerbs]
    .sort((a, b) => b.length - a.length)
    .map((verb) =>
      [...verb]
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
