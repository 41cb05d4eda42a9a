/**
 * What `inspect` prints: the structure of a document as plain JSON, for people and scripts. Lists are nested
 * here, because a reader of JSON expects children inside their item; in the document they are levels.
 */

import type {
  Annex,
  BodyBlock,
  DocumentModel,
  Language,
  Proposal,
  Resolution,
  Section,
  Table,
  TextBlock,
} from "../model/document";
import type { Inline } from "../model/source";
import type { Message } from "../result";
import { headerRoles } from "./contribution-header";

export interface InspectedItem {
  id: string;
  /** Empty for a bare item and for a continuation paragraph. */
  label: string;
  text: string;
  children: InspectedItem[];
}

export interface InspectedSection {
  part: "preamble" | "operative";
  /** With the addressee, when that stands in a paragraph of its own. */
  call: string;
  items: InspectedItem[];
}

export interface InspectedTable {
  rows: number;
  columns: number;
  /** Text of each cell, its paragraphs joined by line feeds. */
  cells: string[][];
}

export interface InspectedProposal {
  number: string;
  title: string;
  reference: string;
  enacting: string;
  marker: string;
  identifier: string;
  sections: InspectedSection[];
  annexes: { number: string; title: string; items: InspectedItem[] }[];
  reasons: string;
}

export interface Inspection extends InspectedProposal {
  kind: "resolution" | "proposal" | "contribution" | "report" | "text";
  language: Language;
  frontMatter: string[];
  footnotes: { note: string; mark: string; text: string }[];
  tables: InspectedTable[];
  messages: Message[];
  /** Every proposal of the document, when there are several; the fields above are then the first one's. */
  proposals?: InspectedProposal[];
}

const noProposal: Proposal = { type: "proposal", marker: "", identifier: "", children: [] };

/** Describes a recognised document. */
export function inspect(model: DocumentModel, messages: readonly Message[]): Inspection {
  const proposals = model.children.filter((child): child is Proposal => child.type === "proposal");
  const front = model.children.filter((child): child is BodyBlock => child.type !== "proposal");
  const inspected = proposals.map(inspectProposal);
  const { number, title, reference, enacting, marker, identifier, sections, annexes, reasons } =
    inspected[0] ?? inspectProposal(noProposal);
  return {
    kind: kindOf(model, proposals, front),
    language: model.language,
    number,
    title,
    reference,
    enacting,
    frontMatter: front
      .filter(isText)
      .map(fullText)
      .filter((text) => text.trim() !== ""),
    marker,
    identifier,
    sections,
    annexes,
    reasons,
    footnotes: model.footnotes.map((note) => ({ note: note.note ?? "", mark: note.label, text: contentOf(note) })),
    tables: tablesOf(model.children).map(inspectTable),
    messages: [...messages],
    ...(inspected.length > 1 ? { proposals: inspected } : {}),
  };
}

function kindOf(model: DocumentModel, proposals: readonly Proposal[], front: readonly BodyBlock[]): Inspection["kind"] {
  const frontRoles: readonly string[] = ["frontLabel", "header", ...headerRoles];
  const labelled = front.filter(isText).some(({ type, role }) => type === "heading" || frontRoles.includes(role));
  const marked = proposals.some((proposal) => proposal.marker !== "" || proposal.identifier !== "");
  if (marked) return labelled ? "contribution" : "proposal";
  if (proposals.length > 0) return "resolution";
  return labelled || tablesOf(model.children).length > 0 ? "report" : "text";
}

function inspectProposal(proposal: Proposal): InspectedProposal {
  const resolution = proposal.children.find((child): child is Resolution => child.type === "resolution");
  const parts = resolution?.children ?? [];
  const reasons = proposal.children.flatMap((child) => (child.type === "reasons" ? child.children : []));
  const first = (type: TextBlock["type"]) => parts.filter(isText).filter((block) => block.type === type);
  return {
    number: joinText(first("resolutionNumber")),
    title: joinText(first("resolutionTitle")),
    reference: joinText(first("resolutionReference")),
    enacting: joinText(first("enacting")),
    marker: proposal.marker,
    identifier: proposal.identifier,
    sections: parts.filter((part): part is Section => part.type === "section").map(inspectSection),
    annexes: parts.filter((part): part is Annex => part.type === "annex").map(inspectAnnex),
    reasons: reasons
      .filter(isText)
      .map((block) => (block.role === "reasons" ? contentOf(block) : fullText(block)))
      .join("\n"),
  };
}

function inspectSection(section: Section): InspectedSection {
  const blocks = section.children.filter(isText);
  const heading = blocks.filter((block) => block.type === "call" || block.role === "addressee");
  return {
    part: section.part,
    call: heading.map((block) => contentOf(block).trim()).join(" "),
    items: nest(blocks.filter((block) => !heading.includes(block))),
  };
}

function inspectAnnex(annex: Annex): InspectedProposal["annexes"][number] {
  const blocks = annex.children
    .flatMap((child) => (child.type === "section" ? child.children : [child]))
    .filter(isText);
  return {
    number: joinText(blocks.filter((block) => block.type === "annexNumber")),
    title: joinText(blocks.filter((block) => block.type === "annexTitle")),
    items: nest(blocks.filter((block) => block.type !== "annexNumber" && block.type !== "annexTitle")),
  };
}

/** Levels to children; a paragraph without text (a page break of a Word file) says nothing here. */
function nest(blocks: readonly TextBlock[]): InspectedItem[] {
  const roots: InspectedItem[] = [];
  const open: { level: number; item: InspectedItem }[] = [];
  for (const block of blocks) {
    const item: InspectedItem = { id: block.id, label: block.label.trim(), text: contentOf(block), children: [] };
    if (item.text.trim() === "" && item.label === "") continue;
    while ((open.at(-1)?.level ?? -1) >= block.level) open.pop();
    (open.at(-1)?.item.children ?? roots).push(item);
    // Body text has no level, so nothing can stand below it.
    if (block.level > 0) open.push({ level: block.level, item });
  }
  return roots;
}

function inspectTable(table: Table): InspectedTable {
  const cells = table.rows.map((row) => row.cells.map((cell) => cell.children.filter(isText).map(fullText).join("\n")));
  const columns = table.rows.map((row) => row.cells.reduce((sum, cell) => sum + cell.columnSpan, 0));
  return { rows: table.rows.length, columns: columns.reduce((most, count) => Math.max(most, count), 0), cells };
}

type Container = { type: string; children: readonly unknown[] };

function tablesOf(children: readonly unknown[]): Table[] {
  return (children as (BodyBlock | Container)[]).flatMap((child): Table[] => {
    if (child.type === "table") return [child as Table];
    return "children" in child ? tablesOf(child.children) : [];
  });
}

function isText(block: { type: string }): block is TextBlock {
  return "inlines" in block;
}

function joinText(blocks: readonly TextBlock[]): string {
  return blocks
    .map(contentOf)
    .filter((text) => text.trim() !== "")
    .join("\n");
}

function fullText(block: TextBlock): string {
  return block.label + block.separator + contentOf(block);
}

function contentOf(block: TextBlock): string {
  return block.inlines.map(inlineText).join("");
}

function inlineText(inline: Inline): string {
  switch (inline.kind) {
    case "break":
      return "\n";
    case "noteReference":
      return `[^${inline.mark}]`;
    default:
      return inline.text;
  }
}
