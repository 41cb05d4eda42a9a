/** The header block of a contribution as its document has it: the lines with their roles before the first proposal. */
import type { Node } from "prosemirror-model";
import { type ContributionHeader, type HeaderRole, headerRoles, readHeader } from "../resolution/contribution-header";

export interface HeaderParagraph {
  node: Node;
  pos: number;
  role: HeaderRole;
}

/** The lines of the header block: what stands before the first proposal. */
export function headerParagraphs(doc: Node): HeaderParagraph[] {
  const found: HeaderParagraph[] = [];
  let pos = 0;
  for (const node of doc.children) {
    if (node.type.name === "proposal") break;
    const role = node.attrs.role as HeaderRole;
    if (node.isTextblock && headerRoles.includes(role)) found.push({ node, pos, role });
    pos += node.nodeSize;
  }
  return found;
}

/** The header block that a document shows. */
export function headerOf(doc: Node): ContributionHeader {
  const lines = headerParagraphs(doc).map(({ node, role }) => ({ role, text: node.textContent }));
  return readHeader(lines, doc.attrs.language);
}

/** True when a document has a header block. */
export function hasHeader(doc: Node): boolean {
  return headerParagraphs(doc).length > 0;
}
