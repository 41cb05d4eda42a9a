/**
 * A proposal joins a contribution: its text comes onto the shelf of the base, or is begun anew, and the proposal is
 * added to the document. Growing the shelf is no edit and is not undone; adding is one step of undo. The window and
 * the command line both come through here.
 */
import type { Node } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { comparedBase } from "../redline/compared-base";
import { schema } from "../schema/schema";
import { recordAttribution } from "./attribution";
import { type BaseText, headingOnly, namedTexts, shelved } from "./base-shelf";
import { carriedAttribution } from "./carried-attribution";
import { type NewText, newText, proposalNode, proposalOn, targetOf, typedHeading } from "./new-proposal";
import { proposalsOf } from "./proposal-commands";
import type { NewProposal } from "./proposal-list";
import { changeBase, exactRedline, redlineKey } from "./redline-plugin";

export interface ProposalOrder {
  marker: string;
  /** The text of a file, for whatever is not new. */
  text?: BaseText | undefined;
  /** Number and title typed in its stead, enough for a text that is suppressed or kept. */
  heading?: { number: string; title: string } | undefined;
  /** A new resolution. */
  fresh?: NewText | undefined;
  /** "Reasons:" in the language of the document. */
  reasonsHeading: string;
}

export interface Contributed {
  /** The shelf as it is from now on. */
  base: Node;
  /** Makes the shelf known to the editor; to be applied before the proposal is added. */
  transaction: Transaction;
  proposal: NewProposal;
}

/** Prepares a proposal for a contribution; null for a state that compares nothing. */
export function contribute(state: EditorState, order: ProposalOrder): Contributed | null {
  const redline = exactRedline(state);
  const tracked = redlineKey.getState(state);
  if (!redline || !tracked) return null;
  const { base: named, names } = namedTexts(tracked.shelf, redline);
  const { base, proposal } = prepared(named, state.doc, order);
  return { base, transaction: shelfTransaction(state, base, names), proposal };
}

/** Gives names to the texts of a base that has none, so that they go with their proposals; null when all have one. */
export function namingOnly(state: EditorState): Pick<Contributed, "base" | "transaction"> | null {
  const redline = exactRedline(state);
  const tracked = redlineKey.getState(state);
  if (!redline || !tracked) return null;
  const { base, names } = namedTexts(tracked.shelf, redline);
  return names.size === 0 ? null : { base, transaction: shelfTransaction(state, base, names) };
}

function shelfTransaction(state: EditorState, shelf: Node, names: ReadonlyMap<number, string>): Transaction {
  const { tr } = state;
  for (const [index, name] of names) tr.setNodeAttribute(proposalsOf(tr.doc)[index]!.pos, "baseId", name);
  const tracked = redlineKey.getState(state)!;
  const record = recordAttribution(tracked.attribution, exactRedline(state)!);
  const before = { base: tracked.base, doc: state.doc };
  const after = { base: comparedBase(shelf, tr.doc), doc: tr.doc };
  return changeBase(tr, shelf, carriedAttribution(record, before, after));
}

function prepared(base: Node, doc: Node, order: ProposalOrder): { base: Node; proposal: NewProposal } {
  const { marker, text, heading, fresh, reasonsHeading } = order;
  const kind = targetOf(marker);
  if (kind === "new" && fresh) {
    return { base, proposal: { node: proposalNode(marker, newText(doc, fresh), reasonsHeading), notes: [] } };
  }
  const typed = heading && {
    proposal: schema.node("proposal", null, typedHeading(heading.number, heading.title)),
    notes: [],
  };
  const chosen = text ?? typed;
  if (kind === "free" || !chosen) {
    return { base, proposal: { node: proposalNode(marker, [schema.node("paragraph")], reasonsHeading), notes: [] } };
  }
  const own = shelved(base, kind === "heading" ? headingOnly(chosen) : chosen);
  // A text that comes from elsewhere is reproduced, not compared.
  if (kind === "moved") {
    return {
      base,
      proposal: { node: proposalNode(marker, own.text.proposal.children, reasonsHeading), notes: own.text.notes },
    };
  }
  return { base: own.base, proposal: { node: proposalOn(marker, own.text, reasonsHeading), notes: own.text.notes } };
}
