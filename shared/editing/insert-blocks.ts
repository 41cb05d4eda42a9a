/**
 * Puts blocks into the text at the caret: what is pasted or dropped. A part of a block joins the text
 * around the caret; whole blocks stand as blocks, and a call among them begins a section. What the place
 * has no room for (a title inside a section) becomes a paragraph.
 */
import { Fragment, type Node, Slice } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import { schema } from "../schema/schema";
import { caretOf, positionOf } from "./caret";
import { type Copied, textBlocksOf } from "./copied-blocks";
import { deleteSelected } from "./delete-selection";
import { caretAt, type Edit } from "./edit";
import { asBlock, attributesLike } from "./new-block";
import { blockAround, isBodyBlock, type Place, placeAt } from "./place";
import { replaceContainer } from "./replace-container";
import { childrenOf, type Part, withChildren } from "./sections";

/** Replaces the selection by these blocks. */
export function insertBlocks({ blocks, startsInside, endsInside }: Copied): Edit {
  return (tr) => {
    if (blocks.length === 0) return false;
    if (!tr.selection.empty && !deleteSelected(tr, "typing")) return false;
    const place = blockAround(tr.selection.$from);
    if (!place) return false;
    const [only] = blocks;
    if (blocks.length === 1 && only!.isTextblock && (startsInside || endsInside || isPlain(only!))) {
      // A whole paragraph of this draft, cut and pasted, stays itself; words from elsewhere take the place's form.
      const stays = isPlain(only!) && only!.attrs.id !== "" && place.node.content.size === 0;
      if (startsInside || endsInside || only!.type === place.node.type || !stays) {
        const { from } = tr.selection;
        tr.replace(from, from, new Slice(only!.content, 0, 0));
        return caretAt(tr, from + only!.content.size);
      }
    }
    const fills = place.node.content.size === 0 && isPlain(only!) && only!.attrs.id === "";
    return insertWhole(tr, place, blocks, startsInside || fills);
  };
}

/** A paragraph without a label says nothing about structure: it is taken as text. */
function isPlain(node: Node): boolean {
  return node.type.name === "paragraph" && node.attrs.label === "";
}

function insertWhole(tr: Transaction, place: Place, blocks: readonly Node[], joinsFirst: boolean): boolean {
  const { node, parent, index, start, depth } = place;
  const offset = tr.selection.$from.parentOffset;
  const head = node.cut(0, offset);
  const tail = node.cut(offset);
  const pasted = [...blocks];
  const around: Node[] = [];
  if (joinsFirst && pasted[0]!.isTextblock) around.push(node.copy(head.content.append(pasted.shift()!.content)));
  else if (offset > 0 || (node.type.name === "call" && node.content.size === 0 && pasted[0]!.type.name !== "call")) {
    around.push(head);
  }
  // At its start the block stays itself behind what is pasted; cut in the middle, its rest is a new block.
  const rest = offset === 0 ? node : secondHalf(tail);
  const end = tail.content.size > 0 ? [rest] : [];
  const children = childrenOf(parent);
  const next = [...children.slice(0, index), ...around, ...pasted, ...end, ...children.slice(index + 1)];
  // The caret stands behind what was pasted: at the end of the last pasted block.
  const caret = caretOf(tr.doc, place.pos + 1);
  const count = textBlocks(around) + textBlocks(pasted) - 1;
  if (!put(tr, parent, start, depth, next)) return false;
  const at = positionOf(tr.doc, { block: caret.block + count, offset: Number.MAX_SAFE_INTEGER });
  return at === null || caretAt(tr, at);
}

function secondHalf(tail: Node): Node {
  const type = isBodyBlock(tail) ? tail.type.name : "paragraph";
  return schema.node(type, attributesLike(tail, type), tail.content);
}

/** Writes the children of a container, regrouped into sections where a call stands among them. */
function put(tr: Transaction, parent: Node, start: number, depth: number, children: readonly Node[]): boolean {
  if (parent.type.name === "section") {
    const outer = placeAt(tr.doc.resolve(start), depth - 1);
    const body = children.map(forBody);
    const call = body.findIndex((child) => child.type.name === "call");
    const all = childrenOf(outer.parent);
    const above = all[outer.index - 1];
    let from = outer.index;
    let before: Node[] = [];
    if (call > 0 && above?.type.name === "section") {
      // What is put before a call belongs to the section above.
      before = [above.copy(above.content.append(Fragment.from(body.splice(0, call))))];
      from--;
    } else if (call > 0) body.unshift(...body.splice(call, 1));
    const sections = [...before, ...sectionsOf(body, parent.attrs.part)];
    const next = withChildren(outer.parent, [...all.slice(0, from), ...sections, ...all.slice(outer.index + 1)]);
    return next !== null && replaceContainer(tr, outer.start - 1, next);
  }
  if (parent.type.name === "resolution" || parent.type.name === "annex") {
    const firstCall = children.findIndex((child) => child.type.name === "call");
    if (firstCall >= 0) {
      let stop = firstCall;
      while (stop < children.length && !["section", "annex"].includes(children[stop]!.type.name)) stop++;
      const begun = sectionsOf(children.slice(firstCall, stop).map(forBody), "preamble");
      const next = withChildren(parent, [...children.slice(0, firstCall), ...begun, ...children.slice(stop)]);
      if (next && replaceContainer(tr, start - 1, next)) return true;
    }
  }
  const next = withChildren(parent, children);
  if (next && replaceContainer(tr, start - 1, next)) return true;
  const old = new Set(childrenOf(parent));
  const plain = withChildren(
    parent,
    children.map((child) => (old.has(child) ? child : asParagraph(child))),
  );
  return plain !== null && replaceContainer(tr, start - 1, plain);
}

/** Blocks that begin with a call, as sections. */
function sectionsOf(blocks: readonly Node[], part: Part): Node[] {
  const groups: Node[][] = [];
  for (const block of blocks) {
    if (block.type.name === "call" || groups.length === 0) groups.push([block]);
    else groups.at(-1)!.push(block);
  }
  return groups.map((group) => schema.node("section", { part }, Fragment.from(group)));
}

function forBody(node: Node): Node {
  return isBodyBlock(node) || node.type.name === "call" ? node : asParagraph(node);
}

function asParagraph(node: Node): Node {
  if (!node.isTextblock || node.type.name === "paragraph") return node;
  return asBlock(node, "paragraph", { level: 0 });
}

function textBlocks(nodes: readonly Node[]): number {
  return nodes.reduce((count, node) => count + textBlocksOf(node).length, 0);
}
