/**
 * Identifiers of proposals: symbol, document and a serial that counts through the contribution. Symbol and document
 * come from the header block, or from an identifier that is there already; one that somebody typed in another
 * form is left alone.
 */
import type { Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import { documentStem } from "../resolution/contribution-header";
import { readIdentifier } from "../resolution/marker";
import { headerOf } from "./header-block";
import { proposalsOf } from "./proposal-commands";

/** What identifiers of this contribution begin with, `ACP/22A12/`; empty when nothing says so. */
export function identifierPrefix(doc: Node): string {
  const first = proposalsOf(doc)
    .map(({ node }) => prefixOf(node.attrs.identifier))
    .find((prefix) => prefix !== null);
  const stem = documentStem(headerOf(doc));
  const proposer: string = doc.attrs.proposer || (first?.split("/").slice(0, -2).join("/") ?? "");
  return proposer && stem ? `${proposer}/${stem}/` : (first ?? "");
}

/** Counts the proposals through; `former` is the prefix that they had, where it changed. */
export function numberProposals(tr: Transaction, former = identifierPrefix(tr.doc)): void {
  const prefix = identifierPrefix(tr.doc) || former;
  for (const { index, node, pos } of proposalsOf(tr.doc)) {
    const identifier: string = node.attrs.identifier;
    const own = prefixOf(identifier);
    if (identifier !== "" && own === null) continue;
    const begin = own === null || own === former ? prefix : own;
    if (begin === "") continue;
    const next = `${begin}${index + 1}`;
    if (next !== identifier) tr.setNodeAttribute(pos, "identifier", next);
  }
}

function prefixOf(identifier: string): string | null {
  const read = readIdentifier(identifier);
  return read ? identifier.trim().slice(0, -String(identifier.trim().split("/").at(-1)).length) : null;
}
