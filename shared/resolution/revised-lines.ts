/**
 * The lines of a resolution that carry a place and a year, rewritten for another conference: number line, history
 * line, enacting formula, a cited revision. Each function says which stretch of the line to replace and by what, or
 * null when the line says it already or says nothing of the kind; all forms come from the data of the language.
 */
import type { Language } from "../model/document";
import type { Body } from "./conferences";
import { fold } from "./fold";
import { draftingData } from "./languages/drafting";
import { languageData } from "./languages/languages";
import { readNumberLine } from "./number-line";
import { type PlaceAndYear, placesInBrackets } from "./places-and-years";

/** A conference as a text names it. */
export interface Occasion {
  body: Body;
  /** In the language of the text. */
  place: string;
  year: number;
}

export interface LineEdit {
  from: number;
  to: number;
  text: string;
}

/** `RÉSOLUTION 103 (New Delhi, 2024)` → `RÉSOLUTION 103 (Rév. Genève, 2028)`. */
export function revisedNumberLine(text: string, at: Occasion, language: Language): LineEdit | null {
  const line = readNumberLine(text, languageData(language));
  if (!line) return null;
  const coded = at.body === "WRC" ? revisedCode(text, at, language) : null;
  if (coded) return changed(text, coded);
  const read = placesInBrackets(text, language).at(-1);
  if (!read) return at.body === "RA" ? nextRevision(text) : null;
  const { date, revisedDate } = draftingData(language);
  const form = line.draft && !line.revised ? date : revisedDate;
  return changed(text, { from: read.from, to: read.to, text: written(form, at, read) });
}

/** `(New Delhi, 2024)` → `(New Delhi, 2024; Genève, 2028)`; a date that this draft added is replaced, not followed. */
export function revisedHistoryLine(
  text: string,
  before: string | null,
  at: Occasion,
  language: Language,
): LineEdit | null {
  const read = placesInBrackets(text, language).at(-1);
  if (!read || isAt(read, at)) return null;
  const { date, historyJoin } = draftingData(language);
  const agreed = before === null ? undefined : placesInBrackets(before, language).at(-1);
  const added = agreed && !isAt(read, agreed);
  if (added) return { from: read.from, to: read.to, text: written(date, at, read) };
  return { from: read.to, to: read.to, text: historyJoin + written(date, at, read) };
}

/** `… (New Delhi, 2024),` → `… (Genève, 2028),`. */
export function revisedEnacting(text: string, at: Occasion, language: Language): LineEdit | null {
  const read = placesInBrackets(text, language).at(-1);
  if (!read) return null;
  return changed(text, { from: read.from, to: read.to, text: written(draftingData(language).date, at, read) });
}

/** `(Rév. Busan, 2014)` behind a cited resolution → `(Rév. Dubaï, 2018)`. */
export function revisedCitation(text: string, read: PlaceAndYear, at: Occasion, language: Language): LineEdit | null {
  const form = draftingData(language).revisedDate;
  return changed(text, { from: read.from, to: read.to, text: written(form, at, read) });
}

/** True when a text names this place and year. */
export function isAt(read: { place: string; year: number }, at: { place: string; year: number }): boolean {
  return read.year === at.year && fold(read.place) === fold(at.place);
}

function changed(line: string, edit: LineEdit): LineEdit | null {
  return line.slice(edit.from, edit.to) === edit.text ? null : edit;
}

/** In capitals where the line has its place in capitals. */
function written(form: string, { place, year }: Occasion, read: PlaceAndYear): string {
  const text = form.replace("{place}", place).replace("{year}", String(year));
  const upper = read.place.toUpperCase();
  return read.place === upper && upper !== read.place.toLowerCase() ? text.toUpperCase() : text;
}

/** `(WRC-97)` and `(REV.WRC-23)` → `(REV.WRC-27)`. */
function revisedCode(text: string, { year }: Occasion, language: Language): LineEdit | null {
  const { bodies, revisedCode: form } = draftingData(language);
  const codes = [...(bodies.WRC ?? []), "wrc"].filter((name) => /^\p{L}+$/u.test(name));
  const match = new RegExp(`(?<=[(（])[^()（）]*?(?<code>${codes.join("|")})-\\d{2}[^()（）]*`, "iu").exec(text);
  const code = match?.groups?.code;
  if (!match || code === undefined) return null;
  const named = form.replace("{code}", `${code.toUpperCase()}-${String(year).slice(2)}`);
  return { from: match.index, to: match.index + match[0].length, text: named };
}

/** Resolutions of a Radiocommunication Assembly count their revisions: `ITU-R 1-8` → `ITU-R 1-9`. */
function nextRevision(text: string): LineEdit | null {
  const match = /(?<=\d-)\d+(?=\D*$)/u.exec(text);
  return match && { from: match.index, to: match.index + match[0].length, text: String(Number(match[0]) + 1) };
}
