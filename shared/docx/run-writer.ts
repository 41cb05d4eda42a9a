/**
 * Pieces of text to runs: neighbours that look alike and belong to the same change share a run, runs
 * of the same change share one `w:ins` or `w:del`, so that a marked text is not chopped into letters.
 * Deleted text is written as `w:delText` (ECMA-376 Part 1 §17.3.3.7); tabs, breaks and no-break
 * hyphens are elements of their own, as Word has them.
 */
import { element, type XmlElement, type XmlNode } from "../xml/element";
import { type Attribution, type Revision, type RevisionWriter, sameRevision } from "./revision-writer";
import { hasRightToLeft, splitByDirection } from "./run-direction";
import { lookKey, type RunLook, runPropertyElements, sameLook } from "./run-properties-writer";

export interface Piece {
  revision: Revision | null;
  look: RunLook;
  /** The look in the base, when text that stays changed its formatting, and who changed it. */
  formerly?: { look: RunLook; by: Attribution };
  content: PieceContent;
}

export type PieceContent =
  | { kind: "text"; text: string }
  /** Elements that stand in a run as they are, with typed text after them (the mark of a note). */
  | { kind: "elements"; elements: XmlElement[]; text: string }
  /** Elements that stand where a run may: a field, a drawing in its run. */
  | { kind: "object"; elements: readonly XmlElement[]; text: string };

/** Writes pieces as runs, wrapped in the changes they belong to. */
export function writeRuns(pieces: readonly Piece[], revisions: RevisionWriter, rightToLeft: boolean): XmlElement[] {
  const directed: Piece[] = [];
  for (const piece of pieces) {
    if (staysAsItIs(piece, rightToLeft)) directed.push(piece);
    else directed.push(...direct(piece, rightToLeft));
  }
  const groups: { revision: Revision | null; wrapper: XmlElement | null; runs: Piece[][] }[] = [];
  directed.forEach((piece, index) => {
    let group = groups.at(-1);
    // What takes no room stands in the link that goes on behind it.
    const shown = takesNoRoom(piece) ? directed.slice(index).find((next) => !takesNoRoom(next)) : piece;
    const around = shown?.look.wrapper ?? null;
    const wrapper = shown === piece || around === group?.wrapper ? around : null;
    if (!group || group.wrapper !== wrapper || !sameRevision(group.revision, piece.revision)) {
      group = { revision: piece.revision, wrapper, runs: [] };
      groups.push(group);
    }
    // Our own words that join a change of the file, of the same author and minute, join its number.
    if (group.revision && !group.revision.id && piece.revision?.id) group.revision = piece.revision;
    const run = group.runs.at(-1);
    if (run && sameRun(run.at(-1)!, piece)) run.push(piece);
    else group.runs.push([piece]);
  });
  const written: XmlElement[] = [];
  for (let at = 0; at < groups.length; ) {
    const { wrapper } = groups[at]!;
    const inside: XmlElement[] = wrapper ? [] : written;
    // A wrapper stays whole whatever changed inside.
    do {
      const { revision, runs } = groups[at++]!;
      const content: XmlElement[] = revision ? [] : inside;
      for (const run of runs) content.push(...writeRun(run, revisions));
      if (revision) inside.push(element(changeNames[revision.kind], revisions.attributes(revision), content));
    } while (wrapper && groups[at]?.wrapper === wrapper);
    if (wrapper) written.push(wrapped(wrapper, inside));
  }
  return written;
}

function takesNoRoom({ content }: Piece): boolean {
  return content.kind === "object" && content.text === "";
}

/** Content in its hyperlink, content control or smart tag (ISO/IEC 29500-1 §17.5.2, §17.5.1.9). */
function wrapped({ name, attributes, children }: XmlElement, content: readonly XmlElement[]): XmlElement {
  const inner = name === "w:sdt" ? [element("w:sdtContent", {}, content)] : content;
  return element(name, attributes, [...children, ...inner]);
}

/** A run's text as run content: `w:t` with tabs, breaks and no-break hyphens as elements. */
function textElements(text: string, deleted: boolean): XmlElement[] {
  if (text === "") return [];
  if (!/[\t\n\u2011\u00AD]/.test(text)) return [textElement(text, deleted)];
  return text.split(/([\t\n\u2011\u00AD])/).flatMap((part): XmlElement[] => {
    if (part === "") return [];
    const special = specialCharacters[part];
    return [special ? element(special) : textElement(part, deleted)];
  });
}

function textElement(text: string, deleted: boolean): XmlElement {
  const attributes = /^\s|\s$|\s\s/.test(text) ? preserved : unmarked;
  return element(deleted ? "w:delText" : "w:t", attributes, [text]);
}

const preserved: Readonly<Record<string, string>> = { "xml:space": "preserve" };
const unmarked: Readonly<Record<string, string>> = {};

/** The elements of changes, around runs and in the properties of a paragraph mark. */
export const changeNames: Record<Revision["kind"], string> = {
  inserted: "w:ins",
  deleted: "w:del",
  movedFrom: "w:moveFrom",
  movedTo: "w:moveTo",
};

const specialCharacters: Record<string, string> = {
  "\t": "w:tab",
  "\n": "w:br",
  "\u2011": "w:noBreakHyphen",
  "\u00AD": "w:softHyphen",
};

function writeRun(pieces: Piece[], revisions: RevisionWriter): XmlElement[] {
  const { look, formerly, revision, content: first } = pieces[0]!;
  if (first.kind === "object")
    return first.elements.map((each) => (revision?.kind === "deleted" ? deletedText(each) : each));
  const properties: XmlNode[] = runPropertyElements(look);
  if (formerly && !sameLook(look, formerly.look)) {
    const former = element("w:rPr", {}, runPropertyElements(formerly.look));
    properties.push(element("w:rPrChange", revisions.attributes(formerly.by), [former]));
  }
  const deleted = revision?.kind === "deleted";
  const content: XmlElement[] = [];
  let text = "";
  for (const piece of pieces) {
    if (piece.content.kind === "elements") {
      content.push(...textElements(text, deleted), ...piece.content.elements);
      text = "";
    }
    text += piece.content.text;
  }
  content.push(...textElements(text, deleted));
  return [element("w:r", {}, properties.length > 0 ? [element("w:rPr", {}, properties), ...content] : content)];
}

/** Text inside a deleted object is deleted text, the code of a deleted field deleted code. */
function deletedText(from: XmlElement): XmlElement {
  const names: Record<string, string> = { "w:t": "w:delText", "w:instrText": "w:delInstrText" };
  const children = from.children.map((inner) => (typeof inner === "string" ? inner : deletedText(inner)));
  return element(names[from.name] ?? from.name, from.attributes, children);
}

function sameRun(a: Piece, b: Piece): boolean {
  // What is not text keeps a run of its own, as in Word's files.
  if (a.content.kind !== "text" || b.content.kind !== "text") return false;
  if (!sameLook(a.look, b.look)) return false;
  if (!a.formerly || !b.formerly) return a.formerly === b.formerly;
  return lookKey(a.formerly.look) === lookKey(b.formerly.look) && a.formerly.by.author === b.formerly.by.author;
}

/** True for a piece that has one direction, which needs no word. */
function staysAsItIs({ content }: Piece, rightToLeft: boolean): boolean {
  if (content.kind === "object") return true;
  return !rightToLeft && (content.kind !== "text" || !hasRightToLeft(content.text));
}

function direct(piece: Piece, rightToLeft: boolean): Piece[] {
  if (piece.content.kind !== "text") return [{ ...piece, look: { ...piece.look, rightToLeft: true } }];
  return splitByDirection(piece.content.text, rightToLeft).map(({ text, rightToLeft: flag }) => ({
    ...piece,
    look: withDirection(piece.look, flag),
    ...(piece.formerly && { formerly: { ...piece.formerly, look: withDirection(piece.formerly.look, flag) } }),
    content: { kind: "text", text },
  }));
}

function withDirection(look: RunLook, rightToLeft: boolean): RunLook {
  return rightToLeft ? { ...look, rightToLeft } : look;
}
