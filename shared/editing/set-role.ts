/**
 * Turns the selected blocks into something else: an item, a paragraph, a heading, a call, a line of the
 * head. A block that becomes a call begins a section, in the part that its verb says, and takes what follows; a
 * call that becomes something else leaves what follows to the section before it.
 */
import type { Attrs, Node, ResolvedPos } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import type { TextBlockType } from "../model/document";
import { readCall } from "../resolution/call";
import { languageData } from "../resolution/languages/languages";
import { contentText } from "../schema/blocks";
import { schema } from "../schema/schema";
import { annexFrom, beginResolution } from "./begin-resolution";
import { keepingSelection } from "./caret";
import type { Edit } from "./edit";
import { labelAt } from "./item-labels";
import { asBlock } from "./new-block";
import { blocksInSelection, containerAround, isBodyBlock, placeAt } from "./place";
import { replaceContainer } from "./replace-container";
import { childrenOf, type Part, sectionDissolved, sectionFrom, sectionSplit } from "./sections";

const annexHeads: ReadonlySet<string> = new Set(["annexNumber", "annexTitle"]);

/** Turns every selected block into a block of this type; false when one of them cannot be. */
export function setRole(type: TextBlockType): Edit {
  return (tr) => {
    const blocks = blocksInSelection(tr.doc, tr.selection).filter(({ node }) => node.type.name !== type);
    if (blocks.length === 0) return false;
    // From the last to the first, so that the positions of those still to come stay true.
    return keepingSelection(tr, () => blocks.reverse().every(({ pos }) => turn(tr, pos, type)));
  };
}

function turn(tr: Transaction, pos: number, type: TextBlockType): boolean {
  const $inside = tr.doc.resolve(pos + 1);
  const place = placeAt($inside, $inside.depth);
  const { node, parent, start, index, depth } = place;
  if (node.type.name === "footnote") return false;
  if (needsResolution(type)) {
    const inside = beginResolution(tr, place);
    if (inside !== null) return turn(tr, inside, type);
  }
  if (annexHeads.has(type) && containerAround($inside, "annex") === null) return turnIntoAnnex(tr, $inside, type);
  if (parent.type.name === "section") {
    const outer = placeAt($inside, depth - 1);
    if (node.type.name === "call") {
      const block = asBlock(node, type, attributesOf(type, outer.parent, outer.index, tr));
      const rest = [block, ...childrenOf(parent).slice(1)];
      const dissolved = sectionDissolved(outer.parent, outer.index, rest);
      return dissolved !== null && replaceContainer(tr, outer.start - 1, dissolved);
    }
    if (type === "call") {
      const call = asCall(node);
      const split = sectionSplit(outer.parent, outer.index, index, call, partOfCall(node, tr) ?? parent.attrs.part);
      return split !== null && replaceContainer(tr, outer.start - 1, split);
    }
  }
  if (type === "call") {
    const opened = holdsSections(parent)
      ? sectionFrom(parent, index, asCall(node), partOfCall(node, tr) ?? partAt($inside))
      : null;
    if (opened) return replaceContainer(tr, start - 1, opened);
  }
  if (!parent.canReplaceWith(index, index + 1, schema.nodes[type]!)) return false;
  tr.setNodeMarkup(pos, schema.nodes[type], asBlock(node, type, attributesOf(type, parent, index, tr, node)).attrs);
  return true;
}

/** An annex begins at this block. */
function turnIntoAnnex(tr: Transaction, $inside: ResolvedPos, type: TextBlockType): boolean {
  const { node, parent, start, index, depth } = placeAt($inside, $inside.depth);
  const block = asBlock(node, type, attributesOf(type, parent, index, tr));
  if (parent.type.name === "resolution") {
    const next = annexFrom(parent, index, block, null);
    return next !== null && replaceContainer(tr, start - 1, next);
  }
  if (parent.type.name !== "section") return false;
  const outer = placeAt($inside, depth - 1);
  const blocks = childrenOf(parent);
  const next = annexFrom(outer.parent, outer.index, block, {
    kept: blocks.slice(0, index),
    given: blocks.slice(index + 1),
  });
  return next !== null && replaceContainer(tr, outer.start - 1, next);
}

/** What only a resolution has. */
function needsResolution(type: TextBlockType): boolean {
  return type === "call" || schema.nodes[type]!.isInGroup("head") || annexHeads.has(type);
}

/** Label and level of a block of this type at this place. */
function attributesOf(type: TextBlockType, parent: Node, index: number, tr: Transaction, node?: Node): Attrs {
  const none = { label: "", separator: "", labelLocked: false, role: "" };
  if (type !== "item") return { ...none, level: type === "heading" ? 1 : 0 };
  const level = Math.max(node && isBodyBlock(node) && node.type.name !== "heading" ? node.attrs.level : 1, 1);
  if (node?.attrs.label) return { level };
  const label = labelAt(parent, index, level, tr.doc.attrs.language);
  return { ...none, label, separator: label ? "\t" : "", level };
}

function asCall(node: Node): Node {
  return asBlock(node, "call", { label: "", separator: "", level: 0, role: "", labelLocked: false });
}

function holdsSections(node: Node): boolean {
  return node.type.name === "resolution" || node.type.name === "annex";
}

/** The part that the verb of a call says, or null when it says none. */
function partOfCall(node: Node, tr: Transaction): Part | null {
  return readCall(contentText(node), languageData(tr.doc.attrs.language))?.part ?? null;
}

/** The part a new section belongs to: that of the section before it, or after it, or the preamble. */
function partAt($pos: ResolvedPos): Part {
  for (let depth = $pos.depth; depth > 0; depth--) {
    const container = $pos.node(depth);
    if (!holdsSections(container)) continue;
    const sections = childrenOf(container)
      .slice(0, $pos.index(depth))
      .filter((node) => node.type.name === "section");
    return sections.at(-1)?.attrs.part ?? "preamble";
  }
  return "preamble";
}
