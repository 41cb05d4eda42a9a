/**
 * New items among items that Word counts: each takes the list of the nearest item of its level that the file numbers, so
 * that Word counts it with the others (ISO/IEC 29500-1 §17.9) and theirs go on behind it. An item with an inserted label,
 * `b)bis`, is in no list.
 */
import type { Node } from "prosemirror-model";
import type { Language } from "../model/document";
import { parseLabel } from "../resolution/labels";

/** The numbered block of the file whose list each new item joins, by id. */
export function borrowedLists(doc: Node, isNumbered: (block: Node) => boolean): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>();
  const language: Language = doc.attrs.language;
  doc.descendants((parent) => {
    parent.forEach((node, _offset, index) => {
      if (!isNewItem(node, language)) return;
      const before = parent.children.slice(0, index).reverse();
      const behind = parent.children.slice(index + 1);
      const holder = [before, behind].map((siblings) => siblingIn(siblings, node, isNumbered)).find(Boolean);
      if (holder) found.set(node.attrs.id, holder);
    });
    return !parent.isTextblock;
  });
  return found;
}

function isNewItem({ type, attrs }: Node, language: Language): boolean {
  if (type.name !== "item" || attrs.slice || attrs.label === "") return false;
  return (parseLabel(attrs.label, language).parts.at(-1)?.insertion ?? 0) === 0;
}

/** The first numbered item of the same list, which a block of a level above ends. */
function siblingIn(siblings: readonly Node[], item: Node, isNumbered: (block: Node) => boolean): Node | undefined {
  const end = siblings.findIndex(({ type, attrs }) => type.name !== "item" || attrs.level < item.attrs.level);
  const list = end < 0 ? siblings : siblings.slice(0, end);
  return list.find((each) => each.attrs.level === item.attrs.level && isNumbered(each));
}
