/**
 * Lines that name what follows: enacting formula, annexes, divisions of a structured body, labels of
 * front matter, reasons, titles of tables. Each question is asked of one line; where a line stands is the
 * recogniser's business.
 */
import { fold, foldBare, startsWithWord } from "./fold";
import type { LanguageData } from "./languages/language-data";

const sentenceEnd = /[.;,:!?。；：，؛،]$/u;
const longestHeading = 160;
/** A resolution revised by every assembly lists a dozen places. */
const longestHistory = 500;

/** True for "The World … Assembly (Hammamet, 2016),": the body's name, closed by a comma. */
export function isEnacting(text: string, data: LanguageData): boolean {
  const folded = foldBare(text);
  // The comma is forgotten at times, hardly ever behind a name alone.
  if (folded.length > 400 || !/[,،:]$|\(\D*\d{4}\D*\)$/u.test(folded)) return false;
  return folds(data, "enactingOpenings").some((opening) => startsWithWord(folded, opening));
}

/** True for a history line: one pair of brackets around places and years, "(Johannesburg, 2008; Dubaï, 2012)". */
export function isHistoryLine(text: string): boolean {
  return text.length <= longestHistory && /^\([^()]*\d{2,4}[^()]*\)(?:\s?[\d*]{1,2})?$/u.test(fold(text));
}

/** True for a line that stands in brackets as a whole, as the reference under an annex's number does. */
export function isBracketed(text: string): boolean {
  return /^\(.*\)$/su.test(fold(text));
}

/** Reads the heading of an annex or appendix: alone, numbered, with its resolution, or with an inline title. */
export function isAnnexHeading(text: string, data: LanguageData): boolean {
  // Asked twice: most paragraphs need not be folded to end like a sentence.
  if (sentenceEnd.test(text)) return false;
  const folded = foldBare(text);
  if (sentenceEnd.test(folded)) return false;
  if (folded.length <= longestHeading && data.annexLines.some((line) => line.test(folded))) return true;
  const words = [...folds(data, "annexes"), ...folds(data, "appendices")];
  const word = words.find((candidate) => startsWithWord(folded, candidate));
  if (!word) return false;
  const rest = folded.slice(word.length).trim();
  // An inline title needs the capitals of a heading, or every sentence about an annex would be one.
  if (isUpperCase(text.trim().slice(0, word.length)) && /^(?:[\p{L}\d]{1,5})?\s?[:–—-]\s*\S/u.test(rest)) return true;
  if (folded.length > longestHeading) return false;
  if (/^(?:[\p{L}\d]{1,5}(?:bis|ter)?)?(?:\s*\([^()]*(?:\([^()]*\))?[^()]*\))?$/u.test(rest)) return true;
  const numbered = /^[\p{L}\d]{1,5}\s+(?<phrase>.+)$/u.exec(rest)?.groups?.phrase;
  return numbered !== undefined && folds(data, "numberWords").some((resolution) => numbered.includes(resolution));
}

/** True for `SECTION 1`, `Section 1bis`, `PARTIE II` alone on the line. */
export function isDivisionHeading(text: string, data: LanguageData): boolean {
  if (text.length > longestHeading || sentenceEnd.test(text)) return false;
  const folded = foldBare(text);
  const worded = folds(data, "divisions").some(
    (word) => startsWithWord(folded, word) && /^\s+[\p{L}\d]{1,5}(?:bis|ter)?$/u.test(folded.slice(word.length)),
  );
  return worded || data.divisionLines.some((line) => line.test(folded));
}

/** Splits the label of a front-matter block from its text: `Résumé:` alone, or with text behind it. */
export function readFrontLabel(text: string, data: LanguageData): { label: string; separator: string } | null {
  const labelled = readLabelled(text, folds(data, "frontLabels"));
  if (labelled) return labelled;
  if (text.length > longestHeading) return null;
  const folded = foldBare(text);
  const whole = [...folds(data, "frontLabels"), ...folds(data, "forewords")].includes(folded);
  return whole || data.headerLines.some((line) => line.test(folded)) ? { label: "", separator: "" } : null;
}

/** True for a line of the page header of a contribution. */
export function isHeaderLine(text: string, data: LanguageData): boolean {
  const folded = foldBare(text);
  return data.headerLines.some((line) => line.test(folded));
}

/** Splits the word "Reasons:" from the reasons. */
export function readReasonsLabel(text: string, data: LanguageData): { label: string; separator: string } | null {
  const read = readLabelled(text, folds(data, "reasons"));
  // Reasons that are still to be written: the tab behind the word is no text.
  return (
    read && {
      ...read,
      separator: text.slice(read.label.length).trim() === "" ? text.slice(read.label.length) : read.separator,
    }
  );
}

/** True for the word "Reasons" as a heading of its own. */
export function isReasonsHeading(text: string, data: LanguageData): boolean {
  return text.length <= longestHeading && folds(data, "reasons").includes(foldBare(text));
}

/** True for `Tableau 1 – …`: the line that stands over a table. */
export function isTableTitle(text: string, data: LanguageData): boolean {
  const folded = foldBare(text.slice(0, longestHeading));
  return folds(data, "tables").some(
    (word) => folded.startsWith(word) && /^\s*[\p{L}\d.-]{1,8}(?:\s*[:–—-].*)?$/u.test(folded.slice(word.length)),
  );
}

/** True for `NOTE – …` and `NOTE 1 – …`. */
export function isNote(text: string, data: LanguageData): boolean {
  const folded = foldBare(text.slice(0, longestHeading));
  return folds(data, "notes").some(
    (word) => folded.startsWith(word) && /^\s*\d{0,2}\s*[–—:-]/u.test(folded.slice(word.length)),
  );
}

/** True for a rule of typed signs, `______________`, as it closes a document. */
export function isRule(text: string): boolean {
  return /^[_\u2013-\u2015-]{5,}$/u.test(text.trim());
}

/** True when a text ends a sentence or a clause. */
export function endsClause(text: string): boolean {
  return sentenceEnd.test(text.trim());
}

function readLabelled(text: string, words: readonly string[]): { label: string; separator: string } | null {
  const match = /^(?<label>[^:：]{1,80}[:：])(?<separator>[\s\u00A0]*)/u.exec(text);
  const label = match?.groups?.label ?? "";
  if (!match || !words.includes(foldBare(label.slice(0, -1)))) return null;
  return { label, separator: match[0].length === text.length ? "" : (match.groups?.separator ?? "") };
}

function isUpperCase(text: string): boolean {
  return text === text.toUpperCase();
}

type WordList =
  | "enactingOpenings"
  | "annexes"
  | "appendices"
  | "numberWords"
  | "divisions"
  | "frontLabels"
  | "forewords"
  | "reasons"
  | "tables"
  | "notes";

const foldedLists = new Map<string, string[]>();

function folds(data: LanguageData, list: WordList): string[] {
  const key = `${data.language} ${list}`;
  const known = foldedLists.get(key);
  if (known) return known;
  const folded = data[list].map((word) => foldBare(word));
  foldedLists.set(key, folded);
  return folded;
}
