/**
 * ITU paragraph styles by name. Ids differ between templates and languages, so the name that the style box
 * shows decides, folded (case, spaces, `_`, `&`, the digits of a duplicated style), then the styles it is based on.
 * A style that is no structure (Normal, Text…) gives no role, and the text decides.
 */
import type { SourceParagraph } from "../model/source";

export type StyleRole =
  | "number"
  | "title"
  | "reference"
  | "call"
  | "annexNumber"
  | "annexTitle"
  | "annexReference"
  | "divisionNumber"
  | "divisionTitle"
  | "heading"
  | "list"
  | "proposal"
  | "reasons"
  | "tableTitle"
  | "tableHead"
  | "note"
  | "source"
  | "documentTitle"
  | "agendaItem"
  | "header"
  | "contents";

export interface ParagraphStyle {
  role: StyleRole;
  /** Outline level of a heading, level of a list. */
  level: number;
  /** True when only its place in the outline makes a heading of it: then what the text says goes before. */
  outlined?: true;
}

const roles: Record<string, StyleRole> = {
  resno: "number",
  resnobr: "number",
  decno: "number",
  restitle: "title",
  dectitle: "title",
  resref: "reference",
  resdate: "reference",
  decref: "reference",
  call: "call",
  annexno: "annexNumber",
  annexnotitle: "annexNumber",
  appendixno: "annexNumber",
  appendixnotitle: "annexNumber",
  annextitle: "annexTitle",
  appendixtitle: "annexTitle",
  annexref: "annexReference",
  appendixref: "annexReference",
  sectionno: "divisionNumber",
  partno: "divisionNumber",
  chapno: "divisionNumber",
  artno: "divisionNumber",
  sectiontitle: "divisionTitle",
  parttitle: "divisionTitle",
  chaptitle: "divisionTitle",
  arttitle: "divisionTitle",
  headingb: "heading",
  headingi: "heading",
  headingib: "heading",
  proposal: "proposal",
  reasons: "reasons",
  tableno: "tableTitle",
  tabletitle: "tableTitle",
  tablenotitle: "tableTitle",
  tablehead: "tableHead",
  note: "note",
  source: "source",
  title: "documentTitle",
  agendaitem: "agendaItem",
  logo: "header",
  adress: "header",
  address: "header",
  docnoted: "header",
  committee: "header",
  head: "header",
  tableoffigures: "contents",
};

/** The structural role of a paragraph's style, or null when the text must decide. */
export function paragraphStyle(paragraph: SourceParagraph): ParagraphStyle | null {
  const names = [paragraph.style ?? "", ...(paragraph.basedOn ?? [])].map(foldName);
  // These say "ordinary text"; what they are based on must not turn it into structure.
  const ordinary = names.findIndex((name) => name === "normal" || name.startsWith("normalaftertitle"));
  for (const name of ordinary < 0 ? names : names.slice(0, ordinary)) {
    const style = readStyle(name);
    if (style) return style;
  }
  if (ordinary === 0 || paragraph.outlineLevel === undefined) return null;
  return { role: "heading", level: paragraph.outlineLevel, outlined: true };
}

function readStyle(folded: string): ParagraphStyle | null {
  const heading = /^heading(?<level>[1-9])$/u.exec(folded)?.groups?.level;
  if (heading) return { role: "heading", level: Number(heading) };
  const list = /^enumlev(?<level>[1-9])/u.exec(folded)?.groups?.level;
  if (list) return { role: "list", level: Number(list) };
  if (/^toc[1-9]$/u.test(folded)) return { role: "contents", level: Number(folded.slice(3)) };
  // The style was misspelt in the conference templates of several years.
  if (folded.startsWith("restitel")) return { role: "title", level: 0 };
  const role = roles[folded] ?? roles[folded.replace(/s?\d+$/u, "")];
  return role ? { role, level: role === "heading" ? 1 : 0 } : null;
}

function foldName(name: string): string {
  return name.toLowerCase().replace(/[\s_&\-#.]/gu, "");
}
