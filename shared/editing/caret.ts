/**
 * A caret as people see it: in the nth text block, after so many characters. Edits that rebuild the
 * containers around a block move every position and keep this.
 */
import type { Node } from "prosemirror-model";
import { TextSelection, type Transaction } from "prosemirror-state";

export interface Caret {
  block: number;
  offset: number;
}

/** The caret at a position; a position between blocks counts as the start of the next one. */
export function caretOf(doc: Node, position: number): Caret {
  const caret = { block: -1, offset: 0 };
  doc.nodesBetween(0, Math.min(position + 1, doc.content.size), (node, pos) => {
    if (!node.isTextblock) return true;
    caret.block++;
    caret.offset = Math.min(Math.max(position - pos - 1, 0), node.content.size);
    return false;
  });
  return caret;
}

/** The position of a caret, or null when there are fewer blocks. */
export function positionOf(doc: Node, { block, offset }: Caret): number | null {
  let index = -1;
  let found: number | null = null;
  doc.descendants((node, pos) => {
    if (found !== null) return false;
    if (!node.isTextblock) return true;
    if (++index === block) found = pos + 1 + Math.min(offset, node.content.size);
    return false;
  });
  return found;
}

/** Runs an edit that keeps the order of the text blocks and puts the selection back to where it stood in the text. */
export function keepingSelection(tr: Transaction, edit: () => boolean): boolean {
  const { anchor, head } = tr.selection;
  const carets = [caretOf(tr.doc, anchor), caretOf(tr.doc, head)];
  if (!edit()) return false;
  const [from, to] = carets.map((caret) => positionOf(tr.doc, caret));
  if (from != null && to != null) tr.setSelection(TextSelection.create(tr.doc, from, to));
  return true;
}
