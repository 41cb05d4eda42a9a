/**
 * Inline content to pieces (ISO/IEC 29500-1 §17.3.1.22): runs through revisions, hyperlinks, simple fields
 * and transparent wrappers. The start tag of a hyperlink, or else of a content control or smart tag, rides with the
 * formatting of its runs; an equation is one object.
 */
import { child, childElements, descendants, element, textOf, type XmlElement } from "../xml/element";
import { writeXml } from "../xml/writer";
import { anchorElements } from "./anchors";
import type { PartReader } from "./part-reader";
import { type Content, isOn, type Piece, type Side, type Tracked } from "./records";
import { readMark, trackedWithin } from "./revision-marks";
import { readRun } from "./run-reader";
import { transparentContent } from "./transparent";

/** Elements of a paragraph that hold no text. */
const unread =
  /^(?:w:(?:pPr|proofErr|move(?:From|To)Range(?:Start|End)|customXml(?:Ins|Del|MoveFrom|MoveTo)Range(?:Start|End)|sdtPr|sdtEndPr|smartTagPr|customXmlPr)|#comment|#instruction)$/;

/** What says how a wrapper is, and none of its words. */
const wrapperProperties = new Set(["w:sdtPr", "w:smartTagPr", "w:customXmlPr"]);

/** Content of runs that some generators leave without a run around it. */
const loose = new Set(["w:t", "w:delText", "w:tab", "w:br", "w:fldChar", "w:instrText"]);

/** Reads the pieces of a paragraph or of an inline wrapper. */
export function readInlines(container: XmlElement, reader: PartReader, tracked: Tracked, wrapper = ""): Piece[] {
  const pieces: Piece[] = [];
  visit(container, tracked, wrapper);
  return pieces;

  function visit(parent: XmlElement, state: Tracked, link: string): void {
    for (const node of parent.children) {
      if (typeof node !== "string") readInline(node, state, link);
    }
  }

  function readInline(node: XmlElement, state: Tracked, link: string): void {
    const { name } = node;
    if (name === "w:r") {
      addRun(node, state, link);
    } else if (loose.has(name)) {
      addRun({ ...node, name: "w:r", attributes: {}, children: [node] }, state, link);
    } else if (name === "w:ins" || name === "w:del" || name === "w:moveTo" || name === "w:moveFrom") {
      visit(node, trackedWithin(state, node), link);
    } else if (name === "w:hyperlink") {
      visit(node, state, startTag(node));
    } else if (name === "w:fldSimple") {
      addSimpleField(node, state, link);
    } else if (name === "m:oMath" || name === "m:oMathPara") {
      addEquation(node, state);
    } else if (anchorElements.has(name)) {
      add({ kind: "anchor", element: node }, state);
    } else if (transparentContent(node)) {
      if (name === "w:sdt") reader.kept.count("contentControl", reader.part);
      visit(transparentContent(node) as XmlElement, state, link || wrapperOf(node));
    } else if (name === "w:subDoc") {
      reader.kept.count("subdocument", reader.part);
      add({ kind: "object", what: "subdocument", text: "", xml: reader.kept.keep([node]) }, state);
    } else if (!unread.test(name)) {
      reader.kept.count("other", reader.part, name);
      visit(node, state, link);
    }
  }

  function addRun(run: XmlElement, state: Tracked, link: string): void {
    const links = run.children.some((node) => typeof node !== "string" && node.name === "w:hyperlink");
    if (!links) {
      for (const piece of readRun(run, reader, state, link)) pieces.push(piece);
      return;
    }
    // Some generators put the link inside the run; Word shows its text, so it is read where it stands.
    const properties = child(run, "w:rPr");
    for (const node of run.children) {
      if (typeof node === "string" || node === properties) continue;
      if (node.name === "w:hyperlink") readInline(withRunProperties(node, properties), state, link);
      else addRun({ ...run, children: properties ? [properties, node] : [node] }, state, link);
    }
  }

  function add(content: Content, state: Tracked, run?: XmlElement): void {
    const piece: Piece = { content };
    if (state.inserted) piece.inserted = state.inserted;
    if (state.deleted) piece.deleted = state.deleted;
    if (run) piece.run = run;
    pieces.push(piece);
  }

  /** A simple field has the same halves as a complex one; the whole element stands for its runs. */
  function addSimpleField(field: XmlElement, state: Tracked, link: string): void {
    reader.kept.count("field", reader.part);
    add({ kind: "field", end: "begin" }, state, field);
    add({ kind: "instruction", text: field.attributes["w:instr"] ?? "" }, state, field);
    add({ kind: "field", end: "separate" }, state, field);
    for (const piece of readInlines(field, reader, state, link)) pieces.push({ ...piece, run: field });
    add({ kind: "field", end: "end" }, state, field);
  }

  function addEquation(equation: XmlElement, state: Tracked): void {
    reader.kept.count("equation", reader.part);
    const content: Content = {
      kind: "object",
      what: "equation",
      text: equationText(equation, "accept"),
      xml: reader.kept.keep([equation]),
    };
    const rejected = equationText(equation, "reject");
    if (rejected !== content.text) content.rejectedText = rejected;
    add(content, state);
    // Changes inside are not told apart: the equation is one object, changed by whoever came first.
    const [change] = descendants(equation, "w:ins", "w:del", "w:moveTo", "w:moveFrom");
    if (change) pieces.at(-1)!.formattingChange = readMark(change);
  }
}

function equationText(from: XmlElement, side: Side): string {
  let text = "";
  for (const node of from.children) {
    if (typeof node === "string") continue;
    const tracked = /^w:(?:ins|del|moveTo|moveFrom)$/.test(node.name) ? trackedWithin({}, node) : {};
    if (!isOn(side, tracked)) continue;
    text +=
      node.name === "m:t" || node.name === "w:t" || node.name === "w:delText" ? textOf(node) : equationText(node, side);
  }
  return text;
}

/** A content control or the like without its words; alternatives are no wrapper. */
function wrapperOf(node: XmlElement): string {
  if (node.name === "mc:AlternateContent") return "";
  const own = node.children.filter((each) => typeof each !== "string" && wrapperProperties.has(each.name));
  return writeXml(element(node.name, node.attributes, own));
}

/** A link whose runs look as the run around it, wherever they say nothing themselves. */
function withRunProperties(link: XmlElement, around: XmlElement | undefined): XmlElement {
  if (!around) return link;
  const children = link.children.map((each): XmlElement["children"][number] => {
    if (typeof each === "string" || each.name !== "w:r") return each;
    const own = childElements(child(each, "w:rPr"));
    const said = new Set(own.map(({ name }) => name));
    const inherited = childElements(around).filter(({ name }) => !said.has(name));
    const rest = each.children.filter((inner) => typeof inner === "string" || inner.name !== "w:rPr");
    return { ...each, children: [{ ...around, children: [...own, ...inherited] }, ...rest] };
  });
  return { ...link, children };
}

function startTag(link: XmlElement): string {
  return writeXml(element(link.name, link.attributes));
}
