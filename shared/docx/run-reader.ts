/**
 * A run to pieces (ISO/IEC 29500-1 §17.3.2.25, §17.3.3): text with its special characters, breaks, note
 * references, halves of fields, and objects that are kept whole. Each piece carries the formatting of
 * the run, now and before a tracked change, and the revisions that the run stands in.
 */
import type { Formatting } from "../model/source";
import { child, descendants, element, textOf, type XmlElement } from "../xml/element";
import { isOnValue } from "./attributes";
import type { KeptKind } from "./kept-content";
import { noteKey } from "./note-keys";
import type { PartReader } from "./part-reader";
import type { Content, Piece, RevisionMark, Tracked } from "./records";
import { readMark } from "./revision-marks";
import { formerRunProperties } from "./run-properties-reader";
import { symbolCharacter } from "./symbol-font";

/** Elements of a run that stand for one character. */
const characters: Readonly<Record<string, string>> = {
  "w:tab": "\t",
  "w:ptab": "\t",
  "w:noBreakHyphen": "\u2011",
  "w:softHyphen": "\u00ad",
};

/** Elements of a run that say nothing about its text: marks that Word computes, and properties. */
const unread = new Set([
  "w:rPr",
  "w:lastRenderedPageBreak",
  "w:footnoteRef",
  "w:endnoteRef",
  "w:annotationRef",
  "w:separator",
  "w:continuationSeparator",
  "#comment",
  "#instruction",
]);

const objectKinds: Readonly<Record<string, KeptKind>> = {
  "w:drawing": "image",
  "w:pict": "image",
  "w:object": "embedded",
  "w:control": "embedded",
  "w:contentPart": "embedded",
  "w:ruby": "ruby",
  "w:pgNum": "field",
  "w:dayShort": "field",
  "w:dayLong": "field",
  "w:monthShort": "field",
  "w:monthLong": "field",
  "w:yearShort": "field",
  "w:yearLong": "field",
};

/** Reads the pieces of a run. */
export function readRun(run: XmlElement, reader: PartReader, tracked: Tracked, wrapper: string): Piece[] {
  const properties = child(run, "w:rPr");
  const formatting = reader.runProperties.read(properties, reader.source, wrapper);
  const former = formerRunProperties(properties);
  const change: { former: Formatting | "none"; formattingChange: RevisionMark } | null = former
    ? {
        former: reader.runProperties.read(former, reader.source, wrapper) ?? "none",
        formattingChange: readMark(child(properties, "w:rPrChange") as XmlElement),
      }
    : null;
  const pieces: Piece[] = [];
  const add = (content: Content): void => {
    const last = pieces.at(-1)?.content;
    // Within one run everything else is equal, so texts can be joined at once.
    if (content.kind === "text" && last?.kind === "text") last.text += content.text;
    else if (content.kind === "text" && last?.kind === "noteReference" && last.custom && last.mark === "") {
      last.mark = content.text;
    } else {
      const piece: Piece = { content, run };
      if (tracked.inserted) piece.inserted = tracked.inserted;
      if (tracked.deleted) piece.deleted = tracked.deleted;
      if (formatting) piece.formatting = formatting;
      if (change) Object.assign(piece, change);
      pieces.push(piece);
    }
  };
  for (const node of run.children) {
    if (typeof node !== "string") readChild(node, run, reader, tracked, add);
  }
  return pieces;
}

function readChild(
  node: XmlElement,
  run: XmlElement,
  reader: PartReader,
  tracked: Tracked,
  add: (content: Content) => void,
): void {
  const { name, attributes } = node;
  const character = characters[name];
  if (name === "w:t" || name === "w:delText") {
    add({ kind: "text", text: readText(node) });
  } else if (character !== undefined) {
    add({ kind: "text", text: character });
  } else if (name === "w:br" || name === "w:cr") {
    const type = attributes["w:type"];
    if (type === "page" || type === "column") addObject("pageBreak", "");
    else add({ kind: "break" });
  } else if (name === "w:fldChar") {
    const end = attributes["w:fldCharType"];
    if (end === "begin") reader.kept.count("field", reader.part);
    if (end === "begin" || end === "separate" || end === "end") add({ kind: "field", end });
  } else if (name === "w:instrText" || name === "w:delInstrText") {
    add({ kind: "instruction", text: textOf(node) });
  } else if (name === "w:footnoteReference" || name === "w:endnoteReference") {
    const kind = name === "w:footnoteReference" ? "footnote" : "endnote";
    const flag = attributes["w:customMarkFollows"];
    const custom = flag !== undefined && isOnValue(flag);
    add({ kind: "noteReference", note: noteKey(kind, attributes["w:id"] ?? ""), custom, mark: "" });
  } else if (name === "w:commentReference") {
    add({ kind: "anchor", element: alone() });
  } else if (name === "w:sym") {
    const code = Number.parseInt(attributes["w:char"] ?? "", 16);
    addObject("symbol", symbolCharacter(attributes["w:font"] ?? "", code));
  } else if (name === "mc:AlternateContent" || objectKinds[name]) {
    addDrawing(objectKinds[name] ?? "image");
  } else if (!unread.has(name)) {
    reader.kept.count("other", reader.part, name);
    addObject("other", "");
  }

  /** The element in a run of its own. */
  function alone(): XmlElement {
    const children = run.children.filter((each) => each === node || isProperties(each));
    return element(run.name, {}, children);
  }

  function addObject(what: KeptKind, text: string): void {
    add({ kind: "object", what, text, xml: reader.kept.keep([alone()]) });
    if (what !== "other") reader.kept.count(what, reader.part);
  }

  function addDrawing(kind: KeptKind): void {
    const boxes = textBoxes(node).flatMap((box) => reader.readBlocks(box, tracked));
    const base = node.name === "w:ruby" ? descendants(node, "w:rubyBase").map(textOf).join("") : "";
    const what = boxes.length > 0 ? "textBox" : kind;
    const content: Content = { kind: "object", what, text: base, xml: reader.kept.keep([alone()]) };
    if (boxes.length > 0) content.boxes = boxes;
    add(content);
    reader.kept.count(what, reader.part);
  }
}

function isProperties(node: XmlElement["children"][number]): boolean {
  return typeof node !== "string" && node.name === "w:rPr";
}

/** Line ends inside text are spaces; edges count only where the file says so (§17.3.3.31, §2.3.1 of XML). */
function readText(node: XmlElement): string {
  const only = node.children[0];
  const raw = typeof only === "string" && node.children.length === 1 ? only : textOf(node);
  const text = raw.includes("\n") ? raw.replace(/\r?\n/g, " ") : raw;
  return node.attributes["xml:space"] === "preserve" ? text : text.replace(/^[ \t]+|[ \t]+$/g, "");
}

/** Text boxes of a drawing; the fallback of alternate content repeats its first choice and is left out. */
function textBoxes(drawing: XmlElement): XmlElement[] {
  const choices = drawing.name === "mc:AlternateContent" ? drawing.children : [drawing];
  for (const choice of choices) {
    if (typeof choice === "string") continue;
    const found = outermost(choice, "w:txbxContent");
    if (found.length > 0) return found;
  }
  return [];
}

function outermost(from: XmlElement, name: string): XmlElement[] {
  return from.children.flatMap((node) => {
    if (typeof node === "string" || node.name === "mc:Fallback") return [];
    return node.name === name ? [node] : outermost(node, name);
  });
}
