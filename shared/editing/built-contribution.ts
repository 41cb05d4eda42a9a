/**
 * A whole contribution at once, from a form and the texts that its proposals name: the same commands in the same
 * order as somebody in the window would give them.
 */
import type { Node } from "prosemirror-model";
import type { EditorState } from "prosemirror-state";
import type { Redline } from "../redline/redline-types";
import { schema } from "../schema/schema";
import type { BaseText } from "./base-shelf";
import { contribute, type ProposalOrder } from "./contribute";
import { newContribution } from "./contribution-form";
import type { ContributionOrder, OrderedProposal } from "./contribution-order";
import { createDraftState } from "./draft-state";
import { nextTag } from "./new-proposal";
import { proposalsOf } from "./proposal-commands";
import { addProposal } from "./proposal-list";
import { baseOf, exactRedline } from "./redline-plugin";

export interface BuiltContribution {
  /** Every text of the base, as a draft keeps them. */
  shelf: Node;
  base: Node;
  current: Node;
  redline: Redline;
}

export interface Building {
  /** The structure that a new resolution begins with. */
  skeleton: BaseText;
  /** "Reasons:" in the language of the document. */
  reasonsHeading: string;
  author: string;
}

/** Builds a contribution; `texts` has one entry for each proposal, null where it names none. */
export function builtContribution(
  { form, proposals }: ContributionOrder,
  texts: readonly (BaseText | null)[],
  { skeleton, reasonsHeading, author }: Building,
): BuiltContribution {
  let shelf = schema.node("doc", { language: form.language }, [schema.node("proposal")]);
  let state = createDraftState({ base: shelf, current: newContribution(form), author, labelPolicy: "renumber" });
  for (const [index, order] of proposals.entries()) {
    const made = contribute(state, { ...proposalOrder(order, texts[index] ?? null, skeleton, state), reasonsHeading });
    if (!made) continue;
    shelf = made.base;
    state = state.apply(made.transaction);
    addProposal(made.proposal)(state, (tr) => {
      state = state.apply(tr);
    });
    state = withReasons(state, order.reasons);
  }
  return { shelf, base: baseOf(state)!, current: state.doc, redline: exactRedline(state)! };
}

function proposalOrder(
  { marker, number, title, tag }: OrderedProposal,
  text: BaseText | null,
  skeleton: BaseText,
  { doc }: EditorState,
): Omit<ProposalOrder, "reasonsHeading"> {
  if (marker !== "ADD") return { marker, text: text ?? undefined, heading: { number, title } };
  return { marker, fresh: { tag: tag || nextTag(doc), title, skeleton: (text ?? skeleton).proposal } };
}

/** Writes the reasons of the proposal that was added last. */
function withReasons(state: EditorState, reasons: readonly string[]): EditorState {
  const last = proposalsOf(state.doc).at(-1)!;
  const node = last.node.lastChild!;
  const [first] = node.children;
  if (reasons.length === 0 || !first) return state;
  const lines = reasons.map((line, index) => {
    const words = schema.text(line);
    return index === 0 ? first.copy(first.content.addToEnd(words)) : schema.node("paragraph", null, words);
  });
  const end = last.pos + last.node.nodeSize - 2;
  return state.apply(state.tr.replaceWith(end - node.content.size, end, lines));
}
