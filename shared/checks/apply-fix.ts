/**
 * Turns the fix of a finding into a change of the document: an ordinary edit, so that it is undone, attributed
 * and marked like any other. Edits go from the end to the start, so that none moves the place of another.
 */
import type { Node } from "prosemirror-model";
import type { Command } from "prosemirror-state";
import type { FixEdit } from "./finding";

/** The command that applies a fix; it can run only while every block it names is there. */
export function applyFix(fix: readonly FixEdit[]): Command {
  return (state, dispatch) => {
    const places = placesOf(state.doc);
    const placed = fix.map((edit) => ({ edit, pos: positionOf(edit, places) }));
    if (placed.length === 0 || placed.some(({ pos }) => pos === undefined)) return false;
    if (!dispatch) return true;
    const tr = state.tr;
    placed.sort((a, b) => startOf(b.edit, b.pos!) - startOf(a.edit, a.pos!));
    for (const { edit, pos } of placed) {
      if (edit.kind === "text") {
        if (edit.text === "") tr.delete(pos! + 1 + edit.from, pos! + 1 + edit.to);
        else tr.insertText(edit.text, pos! + 1 + edit.from, pos! + 1 + edit.to);
      } else if (edit.kind === "label") {
        const { attrs } = tr.doc.nodeAt(pos!)!;
        tr.setNodeMarkup(pos!, null, {
          ...attrs,
          label: edit.label,
          separator: edit.label && (attrs.separator || "\t"),
        });
      } else {
        tr.setNodeAttribute(pos!, edit.kind, edit.kind === "marker" ? edit.marker : edit.identifier);
      }
    }
    dispatch(tr.scrollIntoView());
    return true;
  };
}

interface Places {
  blocks: Map<string, number>;
  proposals: number[];
}

function placesOf(doc: Node): Places {
  const places: Places = { blocks: new Map(), proposals: [] };
  doc.descendants((node, pos) => {
    if (node.type.name === "proposal") places.proposals.push(pos);
    if (node.isTextblock) places.blocks.set(node.attrs.id, pos);
    return !node.isTextblock;
  });
  return places;
}

function positionOf(edit: FixEdit, { blocks, proposals }: Places): number | undefined {
  return "proposal" in edit ? proposals[edit.proposal] : blocks.get(edit.block);
}

function startOf(edit: FixEdit, pos: number): number {
  return edit.kind === "text" ? pos + 1 + edit.from : pos;
}
