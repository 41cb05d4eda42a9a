/** New items and sections, put where they belong and ready to be typed in. */
import type { Transaction } from "prosemirror-state";
import { schema } from "../schema/schema";
import { caretAt, type Edit } from "./edit";
import { labelAt } from "./item-labels";
import { newBlock } from "./new-block";
import { blockAround, childPosition, containerAround, isBodyBlock, type Place, subtreeEnd } from "./place";
import { replaceContainer } from "./replace-container";
import { childrenOf, type Part, sectionInserted, withChildren } from "./sections";

/** Begins an item before or after the one with the caret; from a call, the first or the last of its section. */
export function insertItem(side: "before" | "after"): Edit {
  return (tr) => {
    const place = blockAround(tr.selection.$from);
    if (!place) return false;
    const { node, parent, start, index } = place;
    if (node.type.name === "call") {
      return parent.type.name === "section" && putItem(tr, place, side === "before" ? 1 : parent.childCount, 1);
    }
    if (!isBodyBlock(node)) return false;
    const at = side === "before" ? index : subtreeEnd(parent, index);
    if (!parent.canReplaceWith(at, at, schema.nodes.item!) || start < 0) return false;
    return putItem(tr, place, at, node.type.name === "item" ? Math.max(node.attrs.level, 1) : 1);
  };
}

function putItem(tr: Transaction, { parent, start }: Place, index: number, level: number): boolean {
  const at = childPosition(parent, start, index);
  tr.insert(at, newBlock("item", labelAt(parent, index, level, tr.doc.attrs.language), level));
  return caretAt(tr, at + 1);
}

/** Begins a section after the one with the caret; outside the sections, before the first one. */
export const insertSection: Edit = (tr) => {
  const { $from } = tr.selection;
  const section = containerAround($from, "section");
  const holder = containerAround($from, "annex", "resolution");
  if (!holder) return false;
  const children = childrenOf(holder.node);
  const sections = children.map((child) => child.type.name === "section");
  let index = sections.indexOf(true);
  if (section) index = section.index + 1;
  else if (index < 0) index = firstIndexAfterHead(holder);
  const part: Part = section?.node.attrs.part ?? "preamble";
  const next = section
    ? withChildren(holder.node, [
        ...children.slice(0, index),
        schema.node("section", { part }, [newBlock("call")]),
        ...children.slice(index),
      ])
    : sectionInserted(holder.node, index, newBlock("call"), part);
  if (!next || !replaceContainer(tr, holder.pos, next)) return false;
  return caretAt(tr, childPosition(next, holder.pos + 1, index) + 2);
};

function firstIndexAfterHead({ node }: Place): number {
  const children = childrenOf(node);
  const annex = children.findIndex((child) => child.type.name === "annex");
  return annex < 0 ? children.length : annex;
}
