/**
 * Takes every change back at once: the text of the base inside the frame of the draft. Marker,
 * identifier, new reasons and new front matter are no changes; they stay.
 */
import { Fragment, type Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import { replaceContainer } from "./replace-container";

/** Puts the base's text into a document; false when it is there already. */
export function rejectAll(tr: Transaction, base: Node): boolean {
  if (tr.doc.children.some(({ attrs }) => attrs.baseId)) return rejectEach(tr, base);
  const isProposal = (node: Node) => node.type.name === "proposal";
  const current = tr.doc.content.content;
  const proposals = current.filter(isProposal);
  let index = 0;
  const content = base.content.content.map((node) => (isProposal(node) ? framed(node, proposals[index++]) : node));
  // A base that begins with its proposal has no front matter of its own.
  const firstProposal = current.findIndex(isProposal);
  if (content[0] && isProposal(content[0]) && firstProposal > 0) content.unshift(...current.slice(0, firstProposal));
  return replaceContainer(tr, -1, tr.doc.copy(Fragment.from(content)));
}

/** In a contribution every proposal goes back to its own text; a new text has none, and front matter is frame. */
function rejectEach(tr: Transaction, base: Node): boolean {
  const content = tr.doc.children.map((node) => {
    const text = node.attrs.baseId && base.children.find(({ attrs }) => attrs.baseId === node.attrs.baseId);
    return text ? framed(text, node) : node;
  });
  return replaceContainer(tr, -1, tr.doc.copy(Fragment.from(content)));
}

function framed(base: Node, current: Node | undefined): Node {
  if (!current) return base;
  const reasons = current.lastChild?.type.name === "reasons" ? current.lastChild : null;
  const keepsReasons = reasons !== null && base.lastChild?.type.name !== "reasons";
  const { marker, identifier, source } = current.attrs;
  const content = keepsReasons ? base.content.addToEnd(reasons) : base.content;
  return base.type.create({ ...base.attrs, marker, identifier, source }, content, base.marks);
}
