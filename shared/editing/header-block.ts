/**
 * The header block of a contribution as its document has it: the paragraphs with its roles before the first proposal, in
 * the text or in a table that lays the first page out. Place and dates may stand in the paragraph of the conference,
 * behind a line break.
 */
import type { Node } from "prosemirror-model";
import { type ContributionHeader, type HeaderRole, headerRoles, readHeader } from "../resolution/contribution-header";
import { contentText } from "../schema/blocks";

export interface HeaderPart {
  role: HeaderRole;
  text: string;
  /** Where the text stands. */
  from: number;
  to: number;
  /** The paragraph as a whole may go when its text goes: the text is all of it, and no cell needs it. */
  removable: boolean;
  /** Behind the paragraph. */
  end: number;
}

/** The parts of the header block: what stands before the first proposal. */
export function headerParts(doc: Node): HeaderPart[] {
  const found: HeaderPart[] = [];
  let begun = false;
  doc.descendants((node, pos, parent) => {
    begun ||= node.type.name === "proposal";
    if (begun) return false;
    const role = node.attrs.role as HeaderRole;
    if (!node.isTextblock || !headerRoles.includes(role)) return !node.isTextblock;
    const [from, to, end] = [pos + 1, pos + 1 + node.content.size, pos + node.nodeSize];
    const text = contentText(node);
    const place = { from, to, end, removable: parent === doc && doc.childCount > 1 };
    const broken = role === "conference" ? firstBreak(node) : -1;
    if (broken < 0) found.push({ role, text, ...place });
    else {
      const cut = text.indexOf("\n");
      found.push({ role, text: text.slice(0, cut), ...place, to: from + broken, removable: false });
      const dates = text.slice(cut + 1);
      found.push({ role: "conferenceDates", text: dates, ...place, from: from + broken + 1, removable: false });
    }
    return false;
  });
  return found;
}

/** The header block that a document shows. */
export function headerOf(doc: Node): ContributionHeader {
  return readHeader(headerParts(doc), doc.attrs.language);
}

/** Offset of the first line break in a paragraph; -1 when there is none. */
function firstBreak(node: Node): number {
  let found = -1;
  node.forEach((child, offset) => {
    if (found < 0 && child.type.name === "hardBreak") found = offset;
  });
  return found;
}
