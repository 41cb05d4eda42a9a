/**
 * The line that opens a proposal: a marker (`ADD`, `MOD`, `(MOD)`, `SUP`, `NOC`, starred or `OTHER`) and the
 * identifier that the secretariat gives (`ACP/22A12/1`, `EUR/16A21A1/3` in an addendum to an addendum), on one line or
 * two, in either order, with or without the tab. The number of the proposal in the secretariat's own list (`#50281`, in
 * hidden print) is no part of the identifier. Markers are Latin capitals in all six languages.
 */
import { directionMarks } from "./labels";

export interface MarkerLine {
  /** As typed; empty when the line holds the identifier alone. */
  marker: string;
  identifier: string;
}

export interface Identifier {
  /** Symbols of the proposers: `ACP`, or several for `AUS/J/KOR/13/2`. */
  symbols: string[];
  /** Document number, `XX` before it is known. */
  document: string;
  revision: string;
  addendum: string;
  addendumRevision: string;
  /** Serial of the proposal in its document. */
  serial: number;
}

/** Addenda and revisions may be written out, `RCC/12(Rev.1)(Add.3)/1`. */
const writtenOut = "(?:\\((?:Add|Rev)\\.\\d{1,3}\\)){0,3}";
const identifierForm = `[A-Z]{1,6}(?:\\/[A-Z]{1,6})*\\/(?:\\d{1,4}|X{1,3})(?:R\\d{1,2})?(?:-?A\\d{1,3}(?:R\\d{1,2})?){0,3}${writtenOut}\\/\\d{1,4}`;
const listed = "(?:[\\s\\u00A0]*#\\d{1,7})?";
const markerForm = "\\((?:ADD|MOD|SUP|NOC)\\)|(?:ADD|MOD|SUP|NOC|OTHER)\\*?";
/** Behind a marker an identifier may have the symbol of a meeting, `C23/47/1`, or a word for one, `PROPOSAL 5/3/1`. */
const behindMarker = `${identifierForm}|[A-Z]{1,4}\\d{2}(?:\\/\\d{1,4}){2}|\\p{L}{1,12}\\s\\d{1,4}(?:\\/\\d{1,4}){1,2}`;
const revised = "(?:R\\d{1,2}|\\s?\\(Rev\\.\\s?\\d{1,2}\\))?";
const markerFirst = new RegExp(
  `^\\[?(?<marker>${markerForm})\\]?[:：]?(?:[\\s\\u00A0–—/-]*(?<identifier>(?:${behindMarker})${revised})${listed})?$`,
  "u",
);
/** A marker that stands in the line of what it marks, `SUP RESOLUTION 45 (Rev. Dubai, 2018)`. */
const inLine = new RegExp(`^\\[?(?<marker>${markerForm})\\]?[:：]?[\\s\\u00A0–—-]+(?=\\S)`, "u");
const identifierFirst = new RegExp(
  `^(?<identifier>${identifierForm})${listed}(?:[\\s\\u00A0]*(?<marker>${markerForm}))?$`,
  "u",
);
const identifierParts =
  /^(?<symbols>[A-Z]{1,6}(?:\/[A-Z]{1,6})*)\/(?<document>\d{1,4}|X{1,3})(?<revision>R\d{1,2})?(?:-?(?<addendum>(?:A\d{1,3}(?:R\d{1,2})?-?){0,2}A\d{1,3})(?<addendumRevision>R\d{1,2})?)?\/(?<serial>\d{1,4})$/u;

/** In the style of these lines whatever stands behind the marker is the identifier. */
const styledLine = new RegExp(`^(?<marker>${markerForm})[:：]?[\\s\\u00A0]+(?<identifier>\\S{1,40})$`, "u");

/** Reads a marker line, or null for any other text; `styled` says that the line has the style of one. */
export function readMarkerLine(text: string, styled = false): MarkerLine | null {
  const trimmed = text.replace(directionMarks, "").trim();
  const read = markerFirst.exec(trimmed) ?? identifierFirst.exec(trimmed) ?? (styled ? styledLine.exec(trimmed) : null);
  const groups = read?.groups;
  return groups ? { marker: groups.marker ?? "", identifier: groups.identifier ?? "" } : null;
}

/** Takes a marker off the start of a line, or null where none stands there. */
export function readInlineMarker(text: string): { marker: string; rest: string } | null {
  const read = inLine.exec(text);
  return read?.groups ? { marker: read.groups.marker!, rest: text.slice(read[0].length) } : null;
}

/** Joins a marker and an identifier that stand on two lines; null when the lines do not complete each other. */
export function joinMarkerLines(first: MarkerLine, second: MarkerLine): MarkerLine | null {
  if (first.identifier === "" && second.marker === "") return { marker: first.marker, identifier: second.identifier };
  if (first.marker === "" && second.identifier === "") return { marker: second.marker, identifier: first.identifier };
  return null;
}

/** Takes an identifier apart, or null when it is none. */
export function readIdentifier(text: string): Identifier | null {
  const short = text.trim().replace(/\((A|R)(?:dd|ev)\.(\d+)\)/gu, "$1$2");
  const groups = identifierParts.exec(short)?.groups;
  if (!groups) return null;
  return {
    symbols: (groups.symbols ?? "").split("/"),
    document: groups.document ?? "",
    revision: groups.revision ?? "",
    addendum: groups.addendum ?? "",
    addendumRevision: groups.addendumRevision ?? "",
    serial: Number(groups.serial),
  };
}
