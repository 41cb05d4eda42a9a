/**
 * A story of a Word file with its tracked changes accepted or rejected, as an element tree (ECMA-376 Part 1 §17.13.5):
 * for headers, footers and the lines above notes, which are no text of ours and go through whole. Paragraphs whose mark
 * is not part of the side run on into the following one; what a property change remembers comes back.
 */
import { child, descendants, element, isElement, type XmlElement, type XmlNode } from "../xml/element";
import type { Side } from "./records";
import { liveNames } from "./revision-marks";

const wrappers: Readonly<Record<string, Side>> = {
  "w:ins": "accept",
  "w:moveTo": "accept",
  "w:del": "reject",
  "w:moveFrom": "reject",
};
const cellMarks: Readonly<Record<string, Side>> = { "w:cellIns": "accept", "w:cellDel": "reject" };
const ranges = /^w:(?:move(?:From|To)|customXml(?:Ins|Del|MoveFrom|MoveTo))Range(?:Start|End)$/;
/** What a change of paragraph properties does not remember. */
const lasting = new Set(["w:rPr", "w:sectPr"]);

/** The children of a story with one side settled; a story always ends with a paragraph. */
export function settledStory(story: XmlElement, side: Side): XmlNode[] {
  const children = blocks(story.children, side);
  const last = children.filter(isElement).at(-1);
  return last?.name === "w:p" || !story.children.some((node) => isElement(node) && node.name === "w:p")
    ? children
    : [...children, element("w:p")];
}

/** Content in order, paragraphs without an end of their own joined to the next. */
function blocks(nodes: readonly XmlNode[], side: Side): XmlNode[] {
  const made: XmlNode[] = [];
  let open: XmlElement[] = [];
  const flush = () => {
    if (open.some((paragraph) => content(paragraph).length > 0)) made.push(joined(open));
    open = [];
  };
  for (const node of nodes.flatMap((each) => unwrapped(each, side))) {
    if (!isElement(node) || node.name !== "w:p") {
      if (isElement(node)) flush();
      made.push(...settled(node, side));
      continue;
    }
    open.push(...settled(node, side).filter(isElement));
    if (endsOn(node, side)) {
      made.push(joined(open));
      open = [];
    }
  }
  flush();
  return made;
}

/** Blocks may stand in an insertion or deletion as a whole. */
function unwrapped(node: XmlNode, side: Side): readonly XmlNode[] {
  const own = isElement(node) ? wrappers[node.name] : undefined;
  if (!isElement(node) || !own || descendants(node, "w:p", "w:tbl").length === 0) return [node];
  return own === side ? node.children.flatMap((each) => unwrapped(each, side)) : [];
}

function endsOn(paragraph: XmlElement, side: Side): boolean {
  const mark = child(child(paragraph, "w:pPr"), "w:rPr");
  return !mark?.children.some((node) => isElement(node) && wrappers[node.name] && wrappers[node.name] !== side);
}

/** The last of them lends its properties. */
function joined(paragraphs: readonly XmlElement[]): XmlElement {
  const last = paragraphs.at(-1)!;
  if (paragraphs.length === 1) return last;
  const properties = last.children.filter((node) => isElement(node) && node.name === "w:pPr");
  return { ...last, children: [...properties, ...paragraphs.flatMap(content)] };
}

function content(paragraph: XmlElement): XmlNode[] {
  return paragraph.children.filter((node) => !isElement(node) || node.name !== "w:pPr");
}

function settled(node: XmlNode, side: Side): XmlNode[] {
  if (!isElement(node)) return [node];
  const { name } = node;
  const own = wrappers[name];
  if (own) return own === side ? node.children.flatMap((each) => settled(each, side)) : [];
  if (name.endsWith("Change") || ranges.test(name) || cellMarks[name] || name === "w:cellMerge") return [];
  if (name === "w:tr" && !isPart(child(node, "w:trPr"), wrappers, side)) return [];
  if (name === "w:tc" && !isPart(child(node, "w:tcPr"), cellMarks, side)) return [];
  const kept = side === "reject" ? restored(node) : node;
  const children = holdsBlocks(name)
    ? blocks(kept.children, side)
    : kept.children.flatMap((each) => settled(each, side));
  if (name === "w:tbl" && !children.some((each) => isElement(each) && each.name === "w:tr")) return [];
  if (name === "w:tc" && !children.some((each) => isElement(each) && each.name === "w:p"))
    children.push(element("w:p"));
  return [{ ...kept, name: liveNames[name] ?? name, children }];
}

function holdsBlocks(name: string): boolean {
  return name === "w:tc" || name === "w:txbxContent" || name === "w:sdtContent";
}

/** A row or cell is tracked by an element among its properties. */
function isPart(properties: XmlElement | undefined, marks: Readonly<Record<string, Side>>, side: Side): boolean {
  return !properties?.children.some((node) => isElement(node) && marks[node.name] && marks[node.name] !== side);
}

/** Properties as they were before a tracked change of them. */
function restored(node: XmlElement): XmlElement {
  const change = node.children.find((each) => isElement(each) && each.name === `${node.name}Change`);
  const former = change && isElement(change) ? child(change, node.name) : undefined;
  if (node.name === "w:numPr" && child(node, "w:ins"))
    return element("w:numPr", {}, [element("w:numId", { "w:val": "0" })]);
  if (!change) return node;
  const stays = node.children.filter(
    (each) => isElement(each) && ((node.name === "w:pPr" && lasting.has(each.name)) || wrappers[each.name]),
  );
  // The marks of a paragraph's end open its run properties; the properties of a paragraph end with its run's.
  const own = former?.children ?? [];
  return { ...node, children: node.name === "w:pPr" ? [...own, ...stays] : [...stays, ...own] };
}
