/**
 * Joins the pieces of a complex field (ISO/IEC 29500-1 §17.16.18) into one object whose text is the
 * field's result. Only the outermost field counts, and only when both its ends stand in the paragraph;
 * a lone end, as a table of contents has them, becomes an object without text and leaves the result as text.
 */
import { childElements, element, type XmlElement, type XmlNode } from "../xml/element";
import type { KeptContent } from "./kept-content";
import type { Piece } from "./records";
import { liveNames } from "./revision-marks";

/** Fields that store words, for an index or a bookmark, and show none (§17.16.5). */
const silent = /^\s*(?:ASK|PRIVATE|RD|SET|TA|TC|XE)\b/i;

type Spoken = (pieces: readonly Piece[]) => string;
/** The text of a field that keeps no result; undefined for any other. */
type Counted = (begin: Piece, code: string) => string | undefined;

/** Replaces the fields among the pieces of one side; `textOf` says how their results read, `counted` what others show. */
export function joinFields(
  pieces: readonly Piece[],
  kept: KeptContent,
  textOf: Spoken,
  counted: Counted,
): readonly Piece[] {
  if (!pieces.some(({ content }) => content.kind === "field" || content.kind === "instruction")) return pieces;
  const ends = matchingEnds(pieces);
  const joined: Piece[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    const { content } = piece;
    if (content.kind !== "field" && content.kind !== "instruction") {
      joined.push(piece);
      continue;
    }
    const end = ends.get(i) ?? loneEnd(pieces, i);
    const whole = pieces.slice(i, end + 1);
    joined.push(...whole.filter((inner) => inner.content.kind === "anchor"));
    joined.push(toObject(whole, ends.has(i), kept, textOf, counted));
    i = end;
  }
  return joined;
}

/** The field that opens a paragraph: its code, and how many pieces it has; null when something else does. */
export function openingField(pieces: readonly Piece[]): { code: string; size: number } | null {
  const first = pieces[0]?.content;
  if (first?.kind !== "field" || first.end !== "begin") return null;
  const end = matchingEnds(pieces).get(0);
  return end === undefined ? null : { code: codeOf(pieces.slice(0, end + 1)), size: end + 1 };
}

/** The code of a field, with that of fields inside it. */
function codeOf(whole: readonly Piece[]): string {
  const separator = whole.findIndex(({ content }) => content.kind === "field" && content.end === "separate");
  const code = separator < 0 ? whole : whole.slice(0, separator);
  return code.map(({ content }) => (content.kind === "instruction" ? content.text : "")).join("");
}

/** Index of each outermost begin to that of its end. */
function matchingEnds(pieces: readonly Piece[]): Map<number, number> {
  const open: number[] = [];
  const pairs: [number, number][] = [];
  pieces.forEach(({ content }, i) => {
    if (content.kind !== "field") return;
    if (content.end === "begin") open.push(i);
    else if (content.end === "end" && open.length > 0) pairs.push([open.pop() as number, i]);
  });
  const outermost = new Map<number, number>();
  let reached = -1;
  for (const [begin, end] of pairs.sort((a, b) => a[0] - b[0])) {
    if (begin < reached) continue;
    outermost.set(begin, end);
    reached = end;
  }
  return outermost;
}

/** A lone begin takes its code along, up to the separator. */
function loneEnd(pieces: readonly Piece[], from: number): number {
  const first = pieces[from]!.content;
  if (first.kind === "field" && first.end !== "begin") return from;
  for (let end = from; end + 1 < pieces.length; end++) {
    const { content } = pieces[end + 1]!;
    if (content.kind === "field" && content.end === "separate") return end + 1;
    if (content.kind !== "instruction") return end;
  }
  return pieces.length - 1;
}

function toObject(
  whole: readonly Piece[],
  complete: boolean,
  kept: KeptContent,
  textOf: Spoken,
  counted: Counted,
): Piece {
  const first = whole[0]!;
  let text = "";
  if (complete) {
    let depth = 0;
    let separated = false;
    const result = whole.filter(({ content }) => {
      if (content.kind === "field") {
        if (content.end === "begin") depth++;
        if (content.end === "end") depth--;
        if (content.end === "separate" && depth === 1) separated = true;
        return false;
      }
      return separated && content.kind !== "instruction" && content.kind !== "anchor";
    });
    const code = codeOf(whole);
    text = silent.test(code) ? "" : (counted(first, code) ?? textOf(result));
  }
  const piece: Piece = {
    content: { kind: "object", what: "field", text, xml: keptField(whole, kept) },
  };
  const inserted = whole.find((inner) => inner.inserted)?.inserted;
  const deleted = whole.find((inner) => inner.deleted)?.deleted;
  if (inserted) piece.inserted = inserted;
  if (deleted) piece.deleted = deleted;
  if (first.run) piece.run = first.run;
  return piece;
}

/** Keeps a field, live, under a name; `behind` is the white space between it and the text. */
export function keptField(whole: readonly Piece[], kept: KeptContent, behind = ""): string {
  const space = [...behind].map((character) =>
    character === "\t" ? element("w:tab") : element("w:t", { "xml:space": "preserve" }, [character]),
  );
  return kept.keep(space.length > 0 ? [...runsOf(whole), element("w:r", {}, space)] : runsOf(whole));
}

/** The runs of a field as live text: without what stands before or after it in its first and last run. */
function runsOf(whole: readonly Piece[]): XmlNode[] {
  const runs = [...new Set(whole.flatMap(({ run }) => (run ? [run] : [])))];
  return runs.map((run, i) => {
    if (run.name !== "w:r") return run;
    let children = run.children;
    if (i === 0) children = from(children, "begin");
    if (i === runs.length - 1) children = upTo(children, "end");
    return live({ ...run, children });
  });
}

function from(children: readonly XmlNode[], type: string): readonly XmlNode[] {
  const at = children.findIndex((node) => isFieldCharacter(node, type));
  return at < 0 ? children : children.filter((node, i) => i >= at || isProperties(node));
}

function upTo(children: readonly XmlNode[], type: string): readonly XmlNode[] {
  const at = children.map((node) => isFieldCharacter(node, type)).lastIndexOf(true);
  return at < 0 ? children : children.slice(0, at + 1);
}

function isFieldCharacter(node: XmlNode, type: string): boolean {
  return typeof node !== "string" && node.name === "w:fldChar" && node.attributes["w:fldCharType"] === type;
}

function isProperties(node: XmlNode): boolean {
  return typeof node !== "string" && node.name === "w:rPr";
}

/** Deleted text is named differently; a kept field must read the same on both sides. */
function live(run: XmlElement): XmlElement {
  return {
    ...run,
    children: childElements(run).map((node) => ({ ...node, name: liveNames[node.name] ?? node.name })),
  };
}
