/**
 * The elements that track a change and what they do to the things around or inside them
 * (ISO/IEC 29500-1 §17.13.5). A move is an insertion at one place and a deletion at another.
 */
import { child, type XmlElement } from "../xml/element";
import type { RevisionKind, RevisionMark, Tracked } from "./records";

const kinds: Readonly<Record<string, RevisionKind>> = {
  "w:ins": "insertion",
  "w:del": "deletion",
  "w:moveTo": "moveTo",
  "w:moveFrom": "moveFrom",
  "w:cellIns": "insertion",
  "w:cellDel": "deletion",
  "w:cellMerge": "formatting",
  "w:rPrChange": "formatting",
  "w:pPrChange": "formatting",
  "w:numberingChange": "formatting",
};

/** Start tags of the elements that track a change of text or of its formatting, under whatever prefix a file chose. */
const revisionTag =
  /<(?:[\w.-]+:)?(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|rPrChange|pPrChange|numberingChange)[\s/>]/g;
/** The same of the properties of sections, tables, rows and cells, which no text depends on. */
const propertiesTag = /<(?:[\w.-]+:)?(?:sect|tbl|tblGrid|tr|tc|tblPrEx)(?:Pr)?Change[\s/>]/g;

/** How many elements of a source text track a change of text or of its formatting. */
export function countRevisions(source: string): number {
  return source.match(revisionTag)?.length ?? 0;
}

/** How many elements of a source text track a change of properties that no text depends on. */
export function countPropertyChanges(source: string): number {
  return source.includes("Change") ? (source.match(propertiesTag)?.length ?? 0) : 0;
}

/** True for source text in which anything is tracked. */
export function tracksChanges(source: string): boolean {
  return source.search(revisionTag) >= 0 || source.search(propertiesTag) >= 0;
}

/** What text and field codes are called where they stand (§17.3.3.7, §17.16.13), by their names where they are deleted. */
export const liveNames: Readonly<Record<string, string>> = { "w:delText": "w:t", "w:delInstrText": "w:instrText" };

/** Reads number, author and date of a revision element. */
export function readMark(revision: XmlElement): RevisionMark {
  const { "w:id": id = "", "w:author": author = "", "w:date": date = "" } = revision.attributes;
  return { kind: kinds[revision.name] ?? "formatting", id, author, date };
}

/** The state of content inside a revision element; the innermost insertion and deletion count. */
export function trackedWithin(outer: Tracked, revision: XmlElement): Tracked {
  const mark = readMark(revision);
  const inserts = mark.kind === "insertion" || mark.kind === "moveTo";
  return inserts ? { ...outer, inserted: mark } : { ...outer, deleted: mark };
}

/** Reads revision elements that stand as properties: of a paragraph mark, a row or a cell. */
export function trackedBy(properties: XmlElement | undefined, outer: Tracked, ...names: string[]): Tracked {
  let tracked = outer;
  for (const name of names) {
    const revision = child(properties, name);
    if (revision) tracked = trackedWithin(tracked, revision);
  }
  return tracked;
}
