/**
 * The header block of a contribution: fields to lines and back. Each line is a paragraph with a role of its own, so
 * that the text stays the only truth: what a form wrote can be edited in place, and what was typed is read by the
 * form again. A line that nobody can take apart is handed back as it stands.
 */
import type { Language } from "../model/document";
import { type Body, type Conference, placeName, placeNames } from "./conferences";
import { fold } from "./fold";
import { type ContributionWords, contributionWords } from "./languages/contribution-words";

/** Roles of the lines, in the order in which they stand. */
export const headerRoles = [
  "conference",
  "conferenceDates",
  "meeting",
  "documentNumber",
  "documentDate",
  "originalLanguage",
  "source",
  "documentTitle",
  "agendaItem",
] as const;
export type HeaderRole = (typeof headerRoles)[number];

export interface ContributionHeader {
  conference: string;
  conferenceDates: string;
  meeting: string;
  /** `22`, or `XX` before it is known; a line of another form stands here as a whole. */
  document: string;
  revision: string;
  /** `12`; `21A1` for an addendum, `21R1` for a revision of an addendum. */
  addendum: string;
  date: string;
  original: Language | "";
  source: string;
  title: string;
  /** `4`, or free words. */
  agendaItem: string;
}

/** The longest line of proposers, or title, that a real document had is half as long. */
const longestName = 300;

export interface HeaderLine {
  role: HeaderRole;
  text: string;
}

/** A header that says nothing. */
export const emptyHeader: ContributionHeader = {
  conference: "",
  conferenceDates: "",
  meeting: "",
  document: "",
  revision: "",
  addendum: "",
  date: "",
  original: "",
  source: "",
  title: "",
  agendaItem: "",
};

/** The lines of a header block; a field that is empty has none. */
export function headerLines(header: ContributionHeader, language: Language): HeaderLine[] {
  const words = contributionWords(language);
  const texts: Record<HeaderRole, string> = {
    conference: header.conference,
    conferenceDates: header.conferenceDates,
    meeting: header.meeting,
    documentNumber: documentLine(header, words),
    documentDate: header.date,
    originalLanguage: header.original && filled(words.original, { language: words.originals[header.original] }),
    source: header.source,
    documentTitle: header.title,
    agendaItem: isShort(header.agendaItem) ? filled(words.agendaItem, { item: header.agendaItem }) : header.agendaItem,
  };
  return headerRoles.map((role) => ({ role, text: texts[role].trim() })).filter(({ text }) => text !== "");
}

/** The fields that lines of a header block say; of two lines with one role the first counts. */
export function readHeader(lines: readonly HeaderLine[], language: Language): ContributionHeader {
  const words = contributionWords(language);
  const textOf = (wanted: HeaderRole) => lines.find(({ role }) => role === wanted)?.text.trim() ?? "";
  return {
    ...emptyHeader,
    conference: textOf("conference"),
    conferenceDates: textOf("conferenceDates"),
    meeting: textOf("meeting"),
    ...readDocumentLine(textOf("documentNumber"), words),
    date: textOf("documentDate"),
    original: readOriginal(textOf("originalLanguage"), words),
    source: textOf("source"),
    title: textOf("documentTitle"),
    agendaItem: readAgendaItem(textOf("agendaItem"), words),
  };
}

/** The role that a line of a header block has by its words alone; null for any other line. */
export function headerRoleOf(text: string, language: Language): HeaderRole | null {
  const words = contributionWords(language);
  if (text.length > 200) return null;
  if (fold(text) === fold(words.meeting)) return "meeting";
  if (documentForms(words).some((form) => patternOf(form).test(text.trim()))) return "documentNumber";
  if (patternOf(words.original).test(text.trim())) return "originalLanguage";
  if (patternOf(words.agendaItem).test(text.trim())) return "agendaItem";
  // Place and dates may stand in the same paragraph, on a line of their own.
  return nameOf(text.trim().split("\n")[0]!, words) ? "conference" : null;
}

/** Splits the name of a field from the field, `Source:` alone or with text behind it; null for any other line. */
export function readFieldLabel(
  text: string,
  language: Language,
): { role: HeaderRole; label: string; separator: string } | null {
  const match = /^(?<label>[^:：]{1,40}[:：])(?<separator>\s*)/u.exec(text);
  const label = match?.groups?.label ?? "";
  const entries = Object.entries(contributionWords(language).fields) as [HeaderRole, readonly string[]][];
  const role = entries.find(([, names]) => names.some((name) => fold(name) === fold(label.slice(0, -1))))?.[0];
  return role && match ? { role, label, separator: match.groups?.separator ?? "" } : null;
}

/** Who proposes stands below the lines that name the document, and what the document is called below that. */
export function namedBelow(above: string, text: string, isLabel: boolean): HeaderRole | null {
  const words = text.trim();
  if (words === "" || words.length > longestName || /[.;,:،؛。；：，]$/u.test(words)) return null;
  // A label is a word or two, `Introduction`; a title may say what a label says at length.
  if (isLabel) return above === "source" && /\S+\s+\S+\s+\S+|\p{Script=Han}{6}/u.test(words) ? "documentTitle" : null;
  if (above === "originalLanguage") return "source";
  return above === "source" ? "documentTitle" : null;
}

/** The part of an identifier between symbol and number, `22A12`; empty when the number has another form. */
export function documentStem({ document, revision, addendum }: ContributionHeader): string {
  if (!/^(?:\d{1,4}|X{1,3})$/u.test(document)) return "";
  return `${document}${revision && `R${revision}`}${addendum && `A${addendum}`}`;
}

/** The body whose conference this is; null when the header names none that is known. */
export function bodyOf({ conference }: ContributionHeader, language: Language): Body | null {
  return nameOf(conference, contributionWords(language));
}

/** The name of a conference as a header block has it, `Conférence mondiale … (CMDT-17)`. */
export function conferenceLine({ body, year }: Conference, language: Language): string {
  const { name, acronym } = contributionWords(language).bodies[body];
  return `${name} (${acronym}-${String(year).slice(2)})`;
}

/** The enacting formula of a new text at the conference of this header; null when it names none that is known. */
export function enactingOf({ conference, conferenceDates }: ContributionHeader, language: Language): string | null {
  const words = contributionWords(language);
  const body = nameOf(conference, words);
  const year = /\d{4}(?!.*\d{4})/u.exec(conferenceDates)?.[0];
  const known = placeNames(language).find((name) => fold(conferenceDates).includes(fold(name)));
  const place = known ?? conferenceDates.split(/[,，،]/u)[0]?.trim();
  if (!body || !year || !place) return null;
  return `${words.enacting[body]}${filled(words.at, { place, year })}`;
}

/** The place of a conference, to begin the line of place and dates with. */
export function conferencePlace({ place, year }: Conference, language: Language): string {
  return filled(contributionWords(language).place, { place: placeName(place, language), year: String(year) });
}

function documentLine({ document, revision, addendum }: ContributionHeader, words: ContributionWords): string {
  if (document === "" || !isShort(document)) return document;
  const number = addendum && revision ? `${document}(Rev.${revision})` : document;
  const [, outer, kind, part] = /^(\d+)([AR])(\d+)$/u.exec(addendum) ?? [];
  if (outer && part)
    return filled(kind === "A" ? words.addendumToAddendum : words.revisionOfAddendum, {
      document: number,
      addendum: outer,
      part,
    });
  const form = addendum ? words.addendum : revision ? words.revision : words.document;
  return filled(form, { document: number, revision, addendum });
}

function readDocumentLine(
  text: string,
  words: ContributionWords,
): Pick<ContributionHeader, "document" | "revision" | "addendum"> {
  for (const form of documentForms(words)) {
    const groups = patternOf(form).exec(text)?.groups;
    if (!groups) continue;
    const both = /^(?<document>.+)\(Rev\.(?<revision>\d+)\)$/u.exec(groups.document ?? "")?.groups;
    const kind = form === words.addendumToAddendum ? "A" : "R";
    return {
      document: both?.document ?? groups.document ?? "",
      revision: both?.revision ?? groups.revision ?? "",
      addendum: (groups.addendum ?? "") + (groups.part ? kind + groups.part : ""),
    };
  }
  return { document: text, revision: "", addendum: "" };
}

function documentForms(words: ContributionWords): string[] {
  return [words.addendumToAddendum, words.revisionOfAddendum, words.addendum, words.revision, words.document];
}

function readOriginal(text: string, words: ContributionWords): Language | "" {
  const named = fold(patternOf(words.original).exec(text.trim())?.groups?.language ?? "");
  const entries = Object.entries(words.originals) as [Language, string][];
  return named === "" ? "" : (entries.find(([, name]) => fold(name) === named)?.[0] ?? "");
}

function readAgendaItem(text: string, words: ContributionWords): string {
  const item = patternOf(words.agendaItem).exec(text)?.groups?.item ?? "";
  return item !== "" && isShort(item) ? item : text;
}

function nameOf(text: string, { bodies }: ContributionWords): Body | null {
  const folded = fold(text);
  const entry = (Object.entries(bodies) as [Body, { name: string }][]).find(([, { name }]) =>
    folded.startsWith(fold(name)),
  );
  // A sentence may begin with the body's name; a line of a header block is the name, with an acronym at most.
  return entry && folded.length <= fold(entry[1].name).length + 16 ? entry[0] : null;
}

function isShort(text: string): boolean {
  return text !== "" && /^[^\s]{1,12}$/u.test(text);
}

function filled(form: string, values: Record<string, string>): string {
  return form.replace(/\{(\w+)\}/gu, (_whole, name: string) => values[name] ?? "");
}

const patterns = new Map<string, RegExp>();

/** What may stand in a slot; all others hold one word. */
const slots: Record<string, string> = { item: ".{1,20}?", part: "\\d+" };

/** The form as a pattern; case, colons with the spaces around them and the kind of an apostrophe are a typist's. */
function patternOf(form: string): RegExp {
  let pattern = patterns.get(form);
  if (!pattern) {
    const source = form
      .replace(/[.)]/gu, "\\$&")
      .replace(/\(/gu, "\\s?\\(")
      .replace(/'/gu, "['’]")
      .replace(/[:：]?\s?\{(\w+)\}/gu, (_whole, name: string) => `\\s*[:：]?\\s*(?<${name}>${slots[name] ?? "\\S+?"})`)
      .replace(/ /gu, "\\s+");
    pattern = new RegExp(`^${source}$`, "iu");
    patterns.set(form, pattern);
  }
  return pattern;
}
