/**
 * Places and years in brackets: `(Rév. Dubaï, 2018)` behind a cited resolution, `(New Delhi, 2024)` in an enacting
 * formula, `(Johannesburg, 2008; Dubaï, 2012)` in a history line. Reading is lenient: what a typist left out
 * (comma, bracket, space) is noted with its place and does not hide the rest.
 */
import type { Language } from "../model/document";
import { type DraftingData, draftingData } from "./languages/drafting";
import { languageData } from "./languages/languages";
import { wordEdges } from "./word-edges";

/** A sign that is missing at an offset of the text, and what belongs there. */
export interface MissingSign {
  what: "comma" | "bracket" | "space";
  at: number;
  sign: string;
}

export interface PlaceAndYear {
  /** Offsets of what stands between the brackets for this conference. */
  from: number;
  to: number;
  place: string;
  placeFrom: number;
  year: number;
  revised: boolean;
  missing: MissingSign[];
}

export interface Citation extends PlaceAndYear {
  /** The cited text as typed, `Résolution UIT-R 66`. */
  cited: string;
  /** Offset of its first character. */
  start: number;
  /** Offset behind the closing bracket, or behind the year when there is none. */
  end: number;
}

/** Longer places were not read anywhere; a longer bracket is a title. */
const longestPlace = 40;
const opening = /^[\s\u00A0]*[(（]/u;
const patterns = new Map<Language, { citation: RegExp; piece: RegExp }>();

/** The cited texts that carry a place and a year. */
export function citationsIn(text: string, language: Language): Citation[] {
  const { citation } = patternsOf(language);
  const found: Citation[] = [];
  for (const match of text.matchAll(citation)) {
    const behind = match.index + match[0].length;
    const bracket = opening.exec(text.slice(behind))?.[0];
    if (bracket === undefined) continue;
    const from = behind + bracket.length;
    const close = text.slice(from).search(/[()（）]/u);
    const inside = close < 0 ? text.slice(from) : text.slice(from, from + close);
    const read = readPiece(inside, from, language);
    if (!read) continue;
    const rest = text.slice(read.to);
    const closed = /^[)）]/u.test(rest);
    // More places, or a flattened change, may follow; only a sentence that goes on shows that the bracket is missing.
    if (!closed && (/^(?:[\s\u00A0]+\p{L}|[\s\u00A0]*$)/u.test(rest) || /^[,;.，；。]\s*(?:$|\p{Ll})/u.test(rest))) {
      read.missing.push({ what: "bracket", at: read.to, sign: /（/u.test(bracket) ? "）" : ")" });
    }
    found.push({ ...read, cited: match[0], start: match.index, end: read.to + (closed ? 1 : 0) });
  }
  return found;
}

/** The places and years in the brackets of a head line, in order. */
export function placesInBrackets(text: string, language: Language): PlaceAndYear[] {
  const found: PlaceAndYear[] = [];
  for (const group of text.matchAll(/[(（](?<inside>[^()（）]*)/gu)) {
    let from = group.index + 1;
    for (const piece of (group.groups?.inside ?? "").split(/[;；؛]/u)) {
      const lead = piece.length - piece.trimStart().length;
      const read = readPiece(piece.slice(lead), from + lead, language);
      if (read) found.push(read);
      from += piece.length + 1;
    }
  }
  return found;
}

/** A cited text up to its number, anywhere in a text. */
export function citationPattern(language: Language): RegExp {
  return new RegExp(patternsOf(language).citation.source, "iu");
}

function readPiece(inside: string, from: number, language: Language): PlaceAndYear | null {
  const match = patternsOf(language).piece.exec(inside);
  const groups = match?.groups;
  if (!match || !groups) return null;
  const { place = "", year = "", comma = "", gap = "", space = "" } = groups;
  const indices = match.indices?.groups ?? {};
  const start = (name: string) => from + (indices[name]?.[0] ?? 0);
  const revised = (groups.revised ?? "") !== "";
  const missing: MissingSign[] = [];
  if (!draftingData(language).yearFirst) {
    const mark = languageData(language).punctuation.comma;
    if (revised && gap === "") missing.push({ what: "space", at: start("gap"), sign: " " });
    if (comma === "")
      missing.push({ what: "comma", at: start("place") + place.length, sign: space === "" ? `${mark} ` : mark });
    else if (space === "") missing.push({ what: "space", at: start("space"), sign: " " });
  }
  const placeFrom = start("place");
  return { from, to: from + match[0].length, place: place.trim(), placeFrom, year: Number(year), revised, missing };
}

function patternsOf(language: Language): { citation: RegExp; piece: RegExp } {
  let known = patterns.get(language);
  if (!known) {
    const data = draftingData(language);
    const citation = new RegExp(wordEdges(language).start + data.citation, "giu");
    known = { citation, piece: piecePattern(data) };
    patterns.set(language, known);
  }
  return known;
}

function piecePattern({ yearFirst, revised, yearEnding }: DraftingData): RegExp {
  const year = "(?<year>(?:19|20)\\d{2})";
  const name = `(?<place>\\p{L}[^\\d,;()،；，、（）]{0,${longestPlace}}?)`;
  return yearFirst
    ? new RegExp(`^${year}${yearEnding}(?<comma>[,，、]\\s*)${name}(?<revised>${revised})?(?=[)）;；]|$)`, "du")
    : new RegExp(
        `^(?<revised>${revised})?(?<gap>[\\s\\u00A0]*)${name}(?<comma>[\\s\\u00A0]*[,،])?(?<space>[\\s\\u00A0]*)${year}(?:${yearEnding || ""})?`,
        "diu",
      );
}
