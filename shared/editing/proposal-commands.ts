/**
 * Commands on the frame of a proposal: its marker, identifier and source are attributes, its reasons a
 * container at its end. An empty marker means that the changes decide (domain rule: ADD, MOD, SUP, NOC).
 */
import type { Node } from "prosemirror-model";
import { type Command, type EditorState, TextSelection } from "prosemirror-state";
import type { Language } from "../model/document";
import { schema } from "../schema/schema";

/** Markers that a drafter may choose, in the order ITU lists them. */
export const markers = ["ADD", "ADD*", "MOD", "(MOD)", "SUP", "SUP*", "NOC", "NOC-underlined", "OTHER"] as const;

export interface PlacedProposal {
  index: number;
  node: Node;
  pos: number;
}

/** Lists the proposals of a document. */
export function proposalsOf(doc: Node): PlacedProposal[] {
  const proposals: PlacedProposal[] = [];
  doc.forEach((node, pos) => {
    if (node.type.name === "proposal") proposals.push({ index: proposals.length, node, pos });
  });
  return proposals;
}

/** Index of the proposal that the selection starts in, or 0. */
export function proposalAtCaret({ doc, selection }: EditorState): number {
  const found = proposalsOf(doc).find(({ node, pos }) => selection.from > pos && selection.from < pos + node.nodeSize);
  return found?.index ?? 0;
}

const identifier =
  /^[A-Z]{1,6}(?:\/[A-Z]{1,6})*\/(?:\d{1,4}|X{1,3})(?:R\d{1,2})?(?:-?A\d{1,3}(?:R\d{1,2})?)?\/\d{1,4}$/;

/** Whether a text has the form symbol/document/number, such as `ACP/22A12/1`. */
export function isIdentifier(text: string): boolean {
  return identifier.test(text);
}

/** Sets marker, identifier or source of one proposal. */
export function setProposalAttribute(index: number, name: "marker" | "identifier" | "source", value: string): Command {
  return (state, dispatch) => {
    const proposal = proposalsOf(state.doc)[index];
    if (!proposal || proposal.node.attrs[name] === value) return false;
    dispatch?.(state.tr.setNodeAttribute(proposal.pos, name, value));
    return true;
  };
}

/** Declares the language of the text, on which labels, punctuation and direction depend. */
export function setDocumentLanguage(language: Language): Command {
  return (state, dispatch) => {
    if (state.doc.attrs.language === language) return false;
    dispatch?.(state.tr.setDocAttribute("language", language));
    return true;
  };
}

/** Goes to the reasons of the proposal at the selection; writes their heading word first when there are none. */
export function goToReasons(heading: string): Command {
  return (state, dispatch) => {
    const proposal = proposalsOf(state.doc)[proposalAtCaret(state)];
    if (!proposal) return false;
    const { node, pos } = proposal;
    const tr = state.tr;
    let start = pos + node.nodeSize - 1;
    if (node.lastChild?.type.name === "reasons") {
      start -= node.lastChild.nodeSize;
    } else {
      const paragraph = schema.node("paragraph", { label: heading, separator: heading ? "\t" : "" });
      tr.insert(start, schema.node("reasons", null, [paragraph]));
    }
    const first = tr.doc.nodeAt(start + 1);
    tr.setSelection(TextSelection.create(tr.doc, start + 2 + (first?.content.size ?? 0)));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}
