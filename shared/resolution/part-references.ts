/**
 * References to numbered parts of a resolution beside its items, `l'Annexe 2`, `section 1.2`, `footnote 3`: the kind of
 * part, the numbers named and where each stands. A part of another text is left out, as far as the words behind the
 * reference tell: `Annexe 2 de la Résolution 5` is none of this resolution, `Annexe 2 de la présente Résolution` is.
 */
import type { Language } from "../model/document";
import { fold } from "./fold";
import { draftingData, type PartKind } from "./languages/drafting";
import { latinInsertionWords } from "./languages/language-data";
import { languageData } from "./languages/languages";
import { citationPattern } from "./places-and-years";
import { wordEdges } from "./word-edges";

export interface PartReference {
  kind: PartKind;
  /** Numbers as typed, `2`, `A`, `1.2`. */
  numbers: { number: string; from: number; to: number }[];
  from: number;
  to: number;
}

const kinds: readonly PartKind[] = ["annex", "appendix", "section", "note"];
const space = "[\\s\\u00A0]{0,2}";
/** What stands behind the number of a part that was put between others. */
const inserted = `(?:${[...languageData("ar").labels.insertionWords, ...latinInsertionWords]
  .sort((a, b) => b.length - a.length)
  .join("|")
  .replaceAll(" ", "[ \\u00A0]")})?`;
const forms: Record<PartKind, string> = {
  annex: `(?:\\d{1,2}|[A-Z]|[IVX]{1,5})${inserted}`,
  appendix: `(?:\\d{1,2}|[A-Z]|[IVX]{1,5})${inserted}`,
  section: `\\d{1,2}${inserted}(?:\\.\\d{1,2}${inserted}){0,4}`,
  note: "\\d{1,3}",
};
/** A number ends where no digit and no letter goes on; an ideograph is a word of its own. */
const end = "(?![\\p{N}]|(?!\\p{Script=Han})\\p{L})";
/** How many words behind a reference may say of what text the part is. */
const wordsBehind = 5;
/** How far in front another text may be named. */
const reach = 80;

const patterns = new Map<string, RegExp>();

/** The references of a text to parts of its own resolution. */
export function partReferencesIn(text: string, language: Language): PartReference[] {
  const parts = kinds.flatMap((kind) => referencesTo(kind, text, language));
  // What is cited as a section by its word or sign is one, and not an item as well.
  const bodies = referencesToBodies(text, language).filter(({ from }) => !parts.some((part) => part.from === from));
  return [...parts, ...bodies]
    .filter(({ from, to }) => !isOfAnother(text.slice(Math.max(from - reach, 0), from), text.slice(to), language))
    .sort((a, b) => a.from - b.from);
}

/** The number in the heading of a part, `ANNEXE 2 (DE LA RÉSOLUTION 5)`; null for any other text. */
export function numberOfPart(kind: PartKind, text: string, language: Language): string | null {
  const [first] = referencesTo(kind, text, language);
  return first && text.slice(0, first.from).trim() === "" ? (first.numbers[0]?.number ?? null) : null;
}

function referencesTo(kind: PartKind, text: string, language: Language): PartReference[] {
  return referencesBy(patternOf(kind, language), kind, text);
}

/** `item 1.2.1`: what is called an item and has two numbers or more stands in a numbered body, as a section does. */
function referencesToBodies(text: string, language: Language): PartReference[] {
  const { itemWord, joins } = draftingData(language);
  const key = `${language} body`;
  const { start } = wordEdges(language);
  const one = `\\d{1,2}${inserted}(?:\\.\\d{1,2}${inserted}){1,4}${end}`;
  const pattern =
    patterns.get(key) ??
    new RegExp(`${start}${itemWord}${space}(?<list>${one}(?:${space}(?:[,،、]|${joins})${space}${one})*)`, "dgiu");
  patterns.set(key, pattern);
  return referencesBy(pattern, "section", text);
}

function referencesBy(pattern: RegExp, kind: PartKind, text: string): PartReference[] {
  return [...text.matchAll(pattern)].map((match) => {
    const [start] = match.indices?.groups?.list ?? [0];
    const list = match.groups?.list ?? "";
    const numbers = [...list.matchAll(new RegExp(`(?<![\\p{Script=Latin}\\p{N}])${forms[kind]}${end}`, "gu"))].map(
      ({ index, 0: number }) => ({ number, from: start + index, to: start + index + number.length }),
    );
    return { kind, numbers, from: match.index, to: match.index + match[0].length };
  });
}

function patternOf(kind: PartKind, language: Language): RegExp {
  const key = `${language} ${kind}`;
  let known = patterns.get(key);
  if (!known) {
    const { parts, joins, sectionEnd } = draftingData(language);
    const { start } = wordEdges(language);
    // The word in any case, the number as it is typed: `annexe a` is a verb, `Annexe A` is none.
    const word = parts[kind].replace(/(?<!\\)\p{Ll}(?!\{)/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);
    const behind = kind === "section" ? sectionEnd : "";
    const one = forms[kind] + end;
    known = new RegExp(
      `${start}(?:${word})${space}(?<list>${one}(?:${space}(?:[,،、]|${joins})${space}(?:${joins}${space})?${one})*)${behind}`,
      "dgu",
    );
    patterns.set(key, known);
  }
  return known;
}

/** True when the words around name a text that is not this one. */
function isOfAnother(before: string, behind: string, language: Language): boolean {
  const piece = /^[^,;.:،؛，；。]*/u.exec(behind)?.[0] ?? "";
  const { ofText, present } = draftingData(language);
  if (
    fold(piece)
      .split(" ")
      .slice(0, wordsBehind)
      .some((word) => present.includes(word))
  )
    return false;
  if (citationPattern(language).test(piece)) return true;
  // In Chinese the text stands in front of its part.
  if (ofText === "")
    return new RegExp(`(?:${citationPattern(language).source})(?:（[^（）]*）)?[^，；。（）]{0,10}$`, "iu").test(
      before,
    );
  const [of] = new RegExp(`^[\\s\\u00A0]+${ofText}(?:[\\s\\u00A0]|(?<=['’]))`, "iu").exec(piece) ?? [""];
  // A section of an annex is of the text that the annex is of; an annex may need no word between, `Приложения 1`.
  const rest = piece.slice(of.length).trimStart();
  for (const kind of ["annex", "appendix"] as const) {
    const annex = patternOf(kind, language).exec(rest);
    if (annex?.index === 0) return isOfAnother("", rest.slice(annex[0].length), language);
  }
  return of !== "";
}
