/**
 * Backspace at the start of a block, Delete at its end. A label goes first; then the block joins the one
 * before it, across levels and sections: at the start of a call the section joins the section above.
 * Tables, proposals, reasons and notes are walls: nothing joins through them.
 */
import { type Node, Slice } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import { ReplaceStep } from "prosemirror-transform";
import { caretOf, positionOf } from "./caret";
import { wallAround } from "./delete-selection";
import { caretAt, type Edit, isCaret } from "./edit";
import { blockAround, type Place, placeAt } from "./place";
import { rebuild } from "./rebuild";
import { replaceContainer } from "./replace-container";

/** At the start of a block: takes its label away, or joins it to the block before it. */
export const joinBackward: Edit = (tr) => {
  const { $from } = tr.selection;
  const place = blockAround($from);
  if (!isCaret(tr.selection) || !place || $from.parentOffset > 0) return false;
  const { node, pos } = place;
  if (node.attrs.label && node.type.name !== "footnote") {
    tr.setNodeMarkup(pos, null, { ...node.attrs, label: "", separator: "", labelLocked: false });
    return true;
  }
  // Where nothing can be joined the key is used up, otherwise the browser would try on its own.
  const before = neighbour(tr.doc, place, -1);
  if (before) joinTwo(tr, before, place);
  return true;
};

/** At the end of a block: joins the block after it to it. */
export const joinForward: Edit = (tr) => {
  const { $from } = tr.selection;
  const place = blockAround($from);
  if (!isCaret(tr.selection) || !place || $from.parentOffset < place.node.content.size) return false;
  const after = neighbour(tr.doc, place, 1);
  if (after) joinTwo(tr, place, after);
  return true;
};

function joinTwo(tr: Transaction, first: Place, second: Place): boolean {
  if (wallAround(tr.doc, first) !== wallAround(tr.doc, second)) return false;
  if (first.node.type.name === "footnote" || second.node.type.name === "footnote") return false;
  const end = first.pos + 1 + first.node.content.size;
  // An empty line in front goes, and the block behind it stays what it is.
  const keepsSecond = first.node.content.size === 0 && first.node.type.name !== "call";
  if (!keepsSecond && touching(tr.doc, first, second)) {
    tr.step(new ReplaceStep(end, second.pos + 1, Slice.empty));
    return caretAt(tr, end);
  }
  const caret = caretOf(tr.doc, end);
  const joined = first.node.copy(first.node.content.append(second.node.content));
  const range = { from: first.pos, to: second.pos + second.node.nodeSize };
  const next = rebuild(tr.doc, range, (_, pos) => {
    if (pos === first.pos) return keepsSecond ? null : joined;
    return keepsSecond ? second.node : null;
  });
  return replaceContainer(tr, -1, next) && caretAt(tr, positionOf(tr.doc, caret) ?? end);
}

/** Whether two blocks are neighbours in one container, or across the border of two sections. */
function touching(doc: Node, first: Place, second: Place): boolean {
  if (first.start === second.start) return true;
  const bothSections = first.parent.type.name === "section" && second.parent.type.name === "section";
  return bothSections && doc.resolve(first.start - 1).start() === doc.resolve(second.start - 1).start();
}

/** The text block before or after this one, when nothing else stands between. */
function neighbour(doc: Node, place: Place, side: 1 | -1): Place | null {
  let pos = side === 1 ? place.pos + place.node.nodeSize : place.pos;
  for (;;) {
    const $pos = doc.resolve(pos);
    const next = side === 1 ? $pos.nodeAfter : $pos.nodeBefore;
    if (next?.isTextblock) {
      const $inside = doc.resolve(side === 1 ? pos + 1 : pos - 1);
      return placeAt($inside, $inside.depth);
    }
    if (next?.isAtom || next?.type.name === "table") return null;
    if (!next && $pos.depth === 0) return null;
    pos += side;
  }
}
