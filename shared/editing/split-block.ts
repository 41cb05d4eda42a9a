/**
 * Enter. In an item the text after the caret becomes the next item; an empty item rises a level and
 * finally leaves the list; a call starts its first item; number, title, history line and enacting
 * formula are followed by what follows them in a resolution. The first half keeps its id.
 */
import type { Transaction } from "prosemirror-state";
import { schema } from "../schema/schema";
import { changeLevel } from "./change-level";
import { deleteSelected } from "./delete-selection";
import { caretAt, type Edit } from "./edit";
import { insertBreak } from "./insert-text";
import { labelAfter, labelAt } from "./item-labels";
import { attributesLike, newBlock } from "./new-block";
import { blockAround, type Place, previousSibling } from "./place";
import { replaceContainer } from "./replace-container";
import { sectionInserted } from "./sections";
import { setRole } from "./set-role";

/** Begins the next block of the text. */
export const splitBlock: Edit = (tr) => {
  if (!tr.selection.empty && !deleteSelected(tr)) return false;
  const place = blockAround(tr.selection.$from);
  if (!place) return false;
  switch (place.node.type.name) {
    case "item":
      return place.node.content.size === 0 ? leaveList(tr, place) : splitItem(tr, place);
    case "call":
      return place.parent.type.name === "section" ? splitCall(tr, place) : splitParagraph(tr, place);
    case "paragraph":
    case "heading":
      return splitParagraph(tr, place);
    case "footnote":
      return insertBreak(tr);
    default:
      return continueHead(tr, place);
  }
};

function splitItem(tr: Transaction, place: Place): boolean {
  const { node, pos, parent, index } = place;
  const { level } = node.attrs;
  const { language } = tr.doc.attrs;
  const before = previousSibling(parent, index, level)?.attrs.label ?? null;
  // A section with one item has no label; as soon as there are two, both have one.
  const bare = node.attrs.label === "" && parent.type.name === "section" && parent.childCount === 2;
  const own: string = bare ? labelAt(parent, index, 1, language) : node.attrs.label;
  const next = labelAfter(own, before, language);
  const change = { label: next, separator: next && (node.attrs.separator || "\t"), level: bare ? 1 : level };
  if (tr.selection.$from.parentOffset === 0) {
    // The text stays the block it is; an empty item begins before it.
    if (next !== node.attrs.label) tr.setNodeMarkup(pos, null, { ...node.attrs, ...change });
    tr.insert(pos, newBlock("item", own, change.level));
    return caretAt(tr, pos + 1);
  }
  if (bare && own) tr.setNodeMarkup(pos, null, { ...node.attrs, label: own, separator: "\t", level: 1 });
  tr.split(tr.selection.from, 1, [{ type: schema.nodes.item!, attrs: attributesLike(node, "item", change) }]);
  return true;
}

function leaveList(tr: Transaction, place: Place): boolean {
  return place.node.attrs.level > 1 ? changeLevel(-1)(tr) : setRole("paragraph")(tr);
}

function splitCall(tr: Transaction, { node, parent, start }: Place): boolean {
  const { language } = tr.doc.attrs;
  if (tr.selection.$from.parentOffset > 0 || node.content.size === 0) {
    const label = labelAt(parent, 1, 1, language);
    tr.split(tr.selection.from, 1, [{ type: schema.nodes.item!, attrs: newBlock("item", label, 1).attrs }]);
    return true;
  }
  // What is written before a call belongs to the section above it.
  const $section = tr.doc.resolve(start - 1);
  const above = $section.nodeBefore;
  if (above?.type.name === "section") {
    tr.insert(start - 2, newBlock("item", labelAt(above, above.childCount, 1, language), 1));
    return caretAt(tr, start - 1);
  }
  if (!$section.parent.canReplaceWith($section.index(), $section.index(), schema.nodes.paragraph!)) return false;
  tr.insert(start - 1, newBlock("paragraph"));
  return caretAt(tr, start);
}

function splitParagraph(tr: Transaction, { node, pos }: Place): boolean {
  const { parentOffset } = tr.selection.$from;
  const atEnd = parentOffset === node.content.size;
  const type = node.type.name === "heading" && !atEnd ? "heading" : "paragraph";
  const level = node.type.name === type ? node.attrs.level : 0;
  const attrs = attributesLike(node, type, { level });
  if (parentOffset === 0 && !atEnd && node.attrs.label === "") {
    tr.insert(pos, schema.node(type, attrs));
    return caretAt(tr, pos + 1);
  }
  tr.split(tr.selection.from, 1, [{ type: schema.nodes[type]!, attrs }]);
  return true;
}

/** What follows what at the head of a resolution or an annex. */
const following: Record<string, string> = {
  resolutionNumber: "resolutionTitle",
  resolutionTitle: "resolutionReference",
  resolutionReference: "enacting",
  enacting: "call",
  annexNumber: "annexTitle",
  annexTitle: "paragraph",
};

function continueHead(tr: Transaction, { node, pos, parent, start, index }: Place): boolean {
  // A title stands on several lines of one block.
  if (tr.selection.$from.parentOffset < node.content.size) return insertBreak(tr);
  const next = following[node.type.name] ?? "paragraph";
  const at = pos + node.nodeSize;
  const after = parent.maybeChild(index + 1);
  if (after?.type.name === next && after.content.size === 0) return caretAt(tr, at + 1);
  if (next === "call") {
    const container = sectionInserted(parent, index + 1, newBlock("call"), "preamble");
    if (container && replaceContainer(tr, start - 1, container)) return caretAt(tr, at + 2);
  }
  const type = [next, "paragraph"].find((name) => parent.canReplaceWith(index + 1, index + 1, schema.nodes[name]!));
  if (!type) return false;
  tr.insert(at, newBlock(type));
  return caretAt(tr, at + 1);
}
