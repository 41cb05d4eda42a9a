/**
 * The header block and the front matter of a contribution in its document: paragraphs with roles before the first
 * proposal. A form reads them as fields and writes back what changed; lines that it did not touch stay as they are.
 */
import type { Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import type { Language } from "../model/document";
import { type ContributionHeader, type HeaderRole, headerLines, headerRoles } from "../resolution/contribution-header";
import { type FrontPart, frontLabel, frontParts } from "../resolution/languages/contribution-words";
import { schema } from "../schema/schema";
import type { Edit } from "./edit";
import { headerOf, headerParts } from "./header-block";
import { identifierPrefix, numberProposals } from "./proposal-numbers";

export interface ContributionForm {
  language: Language;
  header: ContributionHeader;
  /** The symbol that identifiers begin with, `ACP`. */
  proposer: string;
  front: readonly FrontPart[];
}

/** A contribution without proposals: its header block and the labels of its front matter, each with room for text. */
export function newContribution({ language, header, proposer, front }: ContributionForm): Node {
  let serial = 0;
  const id = () => `n${++serial}`;
  const lines = headerLines(header, language).map(({ role, text }) => paragraph(text, role, id()));
  const parts = frontParts.filter((part) => front.includes(part));
  const matter = parts.flatMap((part) => [
    paragraph(frontLabel(part, language), "frontLabel", id()),
    paragraph("", "", id()),
  ]);
  const children = [...lines, ...matter];
  if (children.length === 0) children.push(paragraph("", "", id()));
  return schema.node("doc", { language, proposer }, children);
}

/** Writes a header block and the symbol of who proposes; the identifiers follow. */
export function setContributionHeader(header: ContributionHeader, proposer: string): Edit {
  return (tr) => {
    const former = identifierPrefix(tr.doc);
    const { language } = tr.doc.attrs;
    const before = new Map(headerLines(headerOf(tr.doc), language).map(({ role, text }) => [role, text]));
    const after = new Map(headerLines(header, language).map(({ role, text }) => [role, text]));
    for (const role of headerRoles) {
      if (before.get(role) !== after.get(role)) writeLine(tr, role, after.get(role) ?? "");
    }
    if (tr.doc.attrs.proposer !== proposer) tr.setDocAttribute("proposer", proposer);
    numberProposals(tr, former);
    return tr.docChanged;
  };
}

function writeLine(tr: Transaction, role: HeaderRole, text: string): void {
  const stands = headerParts(tr.doc).find((line) => line.role === role);
  if (stands) {
    const { from, to, removable } = stands;
    // The root and a cell need a block; an empty line is none to anybody else.
    if (text === "" && removable) tr.delete(from - 1, to + 1);
    else tr.replaceWith(from, to, text === "" ? [] : schema.text(text));
  } else if (text !== "") {
    tr.insert(placeOf(tr.doc, role), paragraph(text, role, ""));
  }
}

/** Behind the last line that comes before it, so that the lines keep their order. */
function placeOf(doc: Node, role: HeaderRole): number {
  const rank = headerRoles.indexOf(role);
  let place = 0;
  for (const line of headerParts(doc)) if (headerRoles.indexOf(line.role) < rank) place = line.end;
  return place;
}

function paragraph(text: string, role: string, id: string): Node {
  return schema.node("paragraph", { id, role }, text === "" ? [] : [schema.text(text)]);
}
