/**
 * The proposals of a contribution as a list: one is added, moved or taken out as a whole, with its reasons, and the
 * identifiers are counted again in the same step of undo. What stands between proposals stays where it is.
 */
import { closeHistory } from "prosemirror-history";
import { Fragment, type Node } from "prosemirror-model";
import { type Command, type EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { schema } from "../schema/schema";
import { type PlacedProposal, proposalsOf } from "./proposal-commands";
import { numberProposals } from "./proposal-numbers";

export interface NewProposal {
  /** The proposal as it is to stand, without identifier. */
  node: Node;
  /** Bodies of the notes that it refers to. */
  notes: readonly Node[];
}

/** Adds a proposal behind the one with the caret, or at the end; the caret goes to its first words. */
export function addProposal({ node, notes }: NewProposal): Command {
  return (state, dispatch) => {
    if (!dispatch) return true;
    const tr = closeHistory(state.tr);
    const around = proposalAround(state);
    const at = around ? around.pos + around.node.nodeSize : endOfProposals(tr.doc);
    tr.insert(at, node);
    addNotes(tr, notes);
    dropEmptyRest(tr);
    numberProposals(tr);
    selectFirstWords(tr, tr.mapping.map(at, -1));
    dispatch(tr.scrollIntoView());
    return true;
  };
}

/** Moves the proposal with the caret before or behind its neighbour. */
export function moveProposal(by: -1 | 1): Command {
  return (state, dispatch) => {
    const around = proposalAround(state);
    const proposals = proposalsOf(state.doc);
    const neighbour = around && proposals[around.index + by];
    if (!around || !neighbour) return false;
    if (!dispatch) return true;
    const tr = closeHistory(state.tr);
    const offset = state.selection.from - around.pos;
    // The neighbour makes way, so that what the caret stands in is not rewritten.
    const size = neighbour.node.nodeSize;
    const target = by < 0 ? around.pos + around.node.nodeSize : around.pos;
    if (by < 0) tr.insert(target, neighbour.node).delete(neighbour.pos, neighbour.pos + size);
    else tr.delete(neighbour.pos, neighbour.pos + size).insert(target, neighbour.node);
    numberProposals(tr);
    const now = proposalsOf(tr.doc)[around.index + by]!;
    tr.setSelection(TextSelection.near(tr.doc.resolve(now.pos + offset)));
    dispatch(tr.scrollIntoView());
    return true;
  };
}

/** Takes the proposal with the caret out of the contribution: nothing is proposed on its text any more. */
export const removeProposal: Command = (state, dispatch) => {
  const around = proposalAround(state);
  const others = state.doc.childCount - 1 - Number(state.doc.lastChild?.type.name === "footnotes");
  if (!around || others === 0) return false;
  if (!dispatch) return true;
  const tr = closeHistory(state.tr);
  tr.delete(around.pos, around.pos + around.node.nodeSize);
  dropNotes(tr, around.node);
  numberProposals(tr);
  tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(around.pos, tr.doc.content.size)), -1));
  dispatch(tr.scrollIntoView());
  return true;
};

/** The proposal that the caret stands in. */
function proposalAround({ doc, selection }: EditorState): PlacedProposal | null {
  const inside = ({ node, pos }: PlacedProposal) => selection.from > pos && selection.from < pos + node.nodeSize;
  return proposalsOf(doc).find(inside) ?? null;
}

function endOfProposals(doc: Node): number {
  const notes = doc.lastChild?.type.name === "footnotes" ? doc.lastChild.nodeSize : 0;
  return doc.content.size - notes;
}

function addNotes(tr: Transaction, notes: readonly Node[]): void {
  if (notes.length === 0) return;
  const last = tr.doc.lastChild;
  if (last?.type.name === "footnotes") tr.insert(tr.doc.content.size - 1, Fragment.from(notes));
  else tr.insert(tr.doc.content.size, schema.node("footnotes", null, notes));
}

function dropNotes(tr: Transaction, gone: Node): void {
  const referred = notesIn(gone);
  const kept = notesIn(tr.doc);
  const last = tr.doc.lastChild;
  if (last?.type.name !== "footnotes") return;
  const stay = last.children.filter(({ attrs }) => !referred.has(attrs.note) || kept.has(attrs.note));
  if (stay.length === last.childCount) return;
  const from = tr.doc.content.size - last.nodeSize;
  tr.replaceWith(from, tr.doc.content.size, stay.length > 0 ? last.copy(Fragment.from(stay)) : []);
}

function notesIn(node: Node): Set<string> {
  const notes = new Set<string>();
  node.descendants((leaf) => {
    if (leaf.type.name === "footnoteReference") notes.add(leaf.attrs.note);
  });
  return notes;
}

/** A text that was nothing but an empty line gives way to its first proposal. */
function dropEmptyRest(tr: Transaction): void {
  const first = tr.doc.firstChild!;
  if (first.isTextblock && first.content.size === 0 && !first.attrs.role && tr.doc.child(1).type.name === "proposal") {
    tr.delete(0, first.nodeSize);
  }
}

/** The first words that wait to be written are selected, so that typing replaces them. */
function selectFirstWords(tr: Transaction, pos: number): void {
  const proposal = tr.doc.nodeAt(pos);
  let place: { from: number; to: number } | null = null;
  proposal?.descendants((node, offset) => {
    if (!place && node.type.name === "resolutionTitle") {
      const from = pos + 1 + offset + 1;
      place = { from, to: from + node.content.size };
    }
    return place === null;
  });
  const found = place as { from: number; to: number } | null;
  if (found) tr.setSelection(TextSelection.create(tr.doc, found.from, found.to));
  else tr.setSelection(TextSelection.near(tr.doc.resolve(pos + 1)));
}
