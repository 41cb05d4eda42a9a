/**
 * How a block of the document looks in Word: the ITU style that its kind, level and role ask for, by
 * the name the style box shows, with what to take where a template lacks it; and the few properties
 * that are written on the paragraph itself. Style ids differ between templates, names do not.
 */
import type { Block } from "../schema/blocks";
import { element, type XmlElement } from "../xml/element";
import type { StyleIds } from "./style-ids";

export interface ParagraphLook {
  /** Style names, the best first; `Normal` needs no style at all. */
  styles: readonly string[];
  /** Text that goes on under a list item, without a label of its own. */
  continuation?: true;
  /** Indent in place of the style's, in twentieths of a point. */
  indent?: number;
}

const byType: Record<string, readonly string[]> = {
  resolutionNumber: ["Res_No", "Rec_No"],
  resolutionTitle: ["Res_title", "Rec_title"],
  resolutionReference: ["Res_ref", "Rec_ref"],
  enacting: ["Normal_after_title", "Normal after title"],
  call: ["Call"],
  annexNumber: ["Annex_No"],
  annexTitle: ["Annex_title", "Annex_NoTitle"],
  footnote: ["footnote text"],
};

/** Roles of paragraphs and headings outside the clause structure. */
const byRole: Record<string, readonly string[]> = {
  conference: ["LOGO"],
  conferenceDates: ["Logo-1"],
  meeting: ["Adress", "Address"],
  documentNumber: ["Adress", "Address"],
  documentDate: ["Adress", "Address"],
  originalLanguage: ["Adress", "Address"],
  source: ["Source"],
  documentTitle: ["Title 1"],
  agendaItem: ["Agenda_item"],
  frontLabel: ["Heading_b"],
  tableTitle: ["Table_NoTitle", "Table_title"],
  tableHead: ["Table_head"],
  note: ["Note"],
  title: ["Res_title"],
  reference: ["Res_ref"],
  annexReference: ["Annex_ref"],
  divisionNumber: ["Section_No"],
  divisionTitle: ["Section_title"],
  reasons: ["Reasons"],
  header: [],
};

const listLevels = ["enumlev1", "enumlev2", "enumlev3"] as const;

/** The look of a block where it stands. */
export function paragraphLook(block: Block): ParagraphLook {
  const { type, attrs } = block.node;
  const plain = (styles: readonly string[]): ParagraphLook => ({ styles });
  if (block.cell) {
    if (type.name === "call") return { styles: ["Call"], indent: 284 };
    const header = block.containers.at(-1) === "table_header";
    return plain(header ? ["Table_head", "Table_text"] : ["Table_text"]);
  }
  const known = byType[type.name];
  if (known) return plain([...(byRole[attrs.role] ?? []), ...known]);
  const level: number = attrs.level;
  if (attrs.role) return plain([...(byRole[attrs.role] ?? [attrs.role]), ...levelStyles(type.name, level)]);
  if (type.name === "heading") return plain(attrs.label || level > 1 ? levelStyles("heading", level) : ["Heading_b"]);
  if (level > 1) {
    const styles = levelStyles(type.name, level);
    return type.name === "paragraph" && !attrs.label ? { styles, continuation: true } : { styles };
  }
  // A bullet hangs; the text of a call without a label is an ordinary paragraph.
  if (type.name === "item" && attrs.label && !/[\p{L}\p{N}]/u.test(attrs.label)) return plain(["enumlev1"]);
  return plain(block.containers.includes("reasons") ? ["Reasons"] : []);
}

function levelStyles(type: string, level: number): readonly string[] {
  if (type === "heading") return [`heading ${Math.min(Math.max(level, 1), 9)}`];
  return level > 1 ? [listLevels[Math.min(level - 2, 2)]!] : [];
}

/** The style of the line that names a proposal's marker and identifier. */
export const proposalLook: ParagraphLook = { styles: ["Proposal"] };

/** The style of the line that names who makes a proposal. */
export const sourceLook: ParagraphLook = { styles: ["Source"] };

/** The style of an empty paragraph between tables. */
export const plainLook: ParagraphLook = { styles: [] };

/** The properties of a look, in the order of CT_PPr (ECMA-376 Part 1 §17.3.1.26). */
export function lookElements(look: ParagraphLook, styles: StyleIds, rightToLeft: boolean): XmlElement[] {
  const children: XmlElement[] = [];
  const id = styles.paragraph(look.styles);
  if (id) children.push(element("w:pStyle", { "w:val": id }));
  if (id && styles.isNumbered(id)) children.push(element("w:numPr", {}, [element("w:numId", { "w:val": "0" })]));
  if (rightToLeft) children.push(element("w:bidi"));
  if (look.indent !== undefined) children.push(element("w:ind", { "w:left": String(look.indent) }));
  if (look.continuation) children.push(element("w:ind", { "w:hanging": "0" }));
  return children;
}
