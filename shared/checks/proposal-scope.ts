/**
 * A proposal as the verb rules look at it: its frame, the block that a finding about it is shown at, and how its
 * provisions stand against the base. A document without marker and identifier makes no claim to be judged.
 */
import type { Node } from "prosemirror-model";
import { provisionsOfProposal } from "../redline/counterparts";
import { isChange, type Provision, type Redline } from "../redline/redline-types";

export interface ProposalScope {
  index: number;
  node: Node;
  marker: string;
  identifier: string;
  /** Id of its first text block, where findings about the proposal stand. */
  first: string;
  /** Null without a redline. */
  provisions: Provision[] | null;
}

/** The proposals of a document with their provisions. */
export function proposalScopes(doc: Node, redline: Redline | null): ProposalScope[] {
  const nodes = doc.children.filter(({ type }) => type.name === "proposal");
  return nodes.map((node, index) => ({
    index,
    node,
    marker: node.attrs.marker,
    identifier: node.attrs.identifier,
    first: firstBlock(node),
    provisions: redline && provisionsOfProposal(redline, index),
  }));
}

/** True when the document says what it proposes, by marker or identifier. */
export function isDeclared({ marker, identifier }: ProposalScope): boolean {
  return marker !== "" || identifier !== "";
}

/** Provisions that carry a mark. */
export function changedOf(provisions: readonly Provision[]): Provision[] {
  return provisions.filter(({ status }) => isChange(status));
}

function firstBlock(proposal: Node): string {
  let id = "";
  proposal.descendants((node) => {
    if (id === "" && node.isTextblock) id = node.attrs.id;
    return id === "";
  });
  return id;
}
