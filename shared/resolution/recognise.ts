/**
 * Finds the structure of a source document: proposals with their markers, resolutions with number, title,
 * enacting formula, sections and annexes, reasons, front matter, notes. Word styles decide where they are present,
 * the wording of the language where they are missing. Every paragraph ends up in the model once and in
 * order; what is not understood stays a paragraph, so a text without any structure is still a document.
 */
import type { BodyBlock, DocumentModel, Language, TextBlock } from "../model/document";
import type { SourceBlock, SourceDocument, SourceTable } from "../model/source";
import { type Message, type Result, success } from "../result";
import { assignIds, blockFrom, joinedBlock, labelledBlock } from "./blocks";
import { readCall } from "./call";
import { type CallContext, opensSection } from "./call-context";
import { ClauseReader } from "./clause-reader";
import { dataFor } from "./detect-language";
import { footnoteBlocks } from "./footnotes";
import { FrontRoles } from "./front-roles";
import {
  endsClause,
  isAnnexHeading,
  isBracketed,
  isDivisionHeading,
  isEnacting,
  isHeaderLine,
  isNote,
  isReasonsHeading,
  isRule,
  isTableTitle,
  readFrontLabel,
  readReasonsLabel,
} from "./headings";
import type { LanguageData } from "./languages/language-data";
import { type Line, plainText, readLine } from "./lines";
import { joinMarkerLines, type MarkerLine, readInlineMarker, readMarkerLine } from "./marker";
import { readNumberLine } from "./number-line";
import { readHead } from "./resolution-head";
import type { StyleRole } from "./styles";
import { readTable } from "./table-reader";
import { DocumentTree } from "./tree";

/** How far behind a number line the formula or a call must stand for the line to open a resolution. */
const headReach = 12;

/** What opens a part of a document is shorter than this; a longer paragraph is text. */
const longestHeading = 2000;

/** Recognises the structure of a document; `language` overrides what the text says about itself. */
export function recognise(source: SourceDocument, options: { language?: Language } = {}): Result<DocumentModel> {
  const { data, certain } = dataFor(source, options.language);
  const messages: Message[] = [];
  if (!certain)
    messages.push({ severity: "warning", code: "recognition.language-assumed", values: { language: data.language } });
  const recogniser = new Recogniser(source, data, messages);
  recogniser.run();
  const model = recogniser.tree.model(data.language, footnoteBlocks(source.notes, data.language));
  assignIds(model);
  if (!model.children.some((child) => child.type === "proposal")) {
    messages.push({ severity: "information", code: "recognition.no-resolution" });
  }
  return success(model, messages);
}

class Recogniser {
  readonly tree = new DocumentTree();
  private readonly blocks: (Line | SourceTable)[];
  private readonly clauses = new ClauseReader();
  private readonly front: FrontRoles;
  private readonly joinLines: boolean;
  /** An enacting formula was read in the open resolution. */
  private enacted = false;
  /** The open resolution has come to its operative part. */
  private operative = false;
  /** Body text with headings of its own stands under the last section or in an annex. */
  private structuredBody = false;

  constructor(
    source: SourceDocument,
    private readonly data: LanguageData,
    private readonly messages: Message[],
  ) {
    this.joinLines = source.origin !== "docx";
    this.front = new FrontRoles(data.language);
    this.blocks = source.blocks.map((block: SourceBlock) =>
      block.kind === "table" ? block : readLine(block, data.language),
    );
  }

  run(): void {
    for (let at = 0; at < this.blocks.length; ) at += this.take(at);
  }

  /** Takes the block at an index and perhaps some behind it; returns how many. */
  private take(at: number): number {
    const block = this.blocks[at] as Line | SourceTable;
    if ("kind" in block) {
      this.openByTable(block);
      this.tree.add(readTable(block, this.data, this.joinLines, this.tree.proposal ? null : this.front));
      return 1;
    }
    if (block.empty) return this.add(blockFrom("paragraph", block));
    // A line of a table of contents repeats a heading and is none.
    if (block.style?.role === "contents")
      return this.add(blockFrom("paragraph", block, { role: block.source.style ?? "" }));
    if (block.text.length > longestHeading) return this.takeReasons(block) || this.takeParagraph(block, at);
    return (
      this.takeMarker(block, at) ||
      this.takeClosingRule(block, at) ||
      this.takeHead(block, at) ||
      this.takeReasons(block) ||
      this.takeEnacting(block, at) ||
      this.takeAnnex(block, at) ||
      this.takeHeading(block, at) ||
      this.takeCall(block, at) ||
      this.takeParagraph(block, at)
    );
  }

  private takeMarker(line: Line, at: number): number {
    const first = readMarkerLine(line.text, line.style?.role === "proposal");
    if (!first) return 0;
    const following = this.lineAt(at + 1);
    const second = following ? readMarkerLine(following.text) : null;
    const joined = second ? joinMarkerLines(first, second) : null;
    // An identifier alone may be quoted anywhere; only its marker makes it a proposal.
    if (!joined && first.marker === "" && line.style?.role !== "proposal") return 0;
    const slices = [line, ...(joined && following ? [following] : [])].flatMap(({ source }) => source.slice ?? []);
    const { marker, identifier }: MarkerLine = joined ?? first;
    const underlined = marker === "NOC" && line.source.inlines[0]?.formatting?.underline === true;
    this.tree.openProposal(underlined ? "NOC-underlined" : marker, identifier, slices.join(" ") || null);
    this.startResolution();
    this.clauses.begin();
    return joined ? 2 : 1;
  }

  /** Marker and identifier may stand in the cells of a table of one row, which stays as it is. */
  private openByTable({ rows }: SourceTable): void {
    if (rows.length !== 1) return;
    const paragraphs = rows[0]!.cells.flatMap(({ blocks }) => blocks);
    const texts = paragraphs.map((each) => (each.kind === "table" ? "" : plainText(each.inlines).trim()));
    const read = readMarkerLine(texts.filter((text) => text !== "").join("\t"));
    if (!read || read.marker === "" || read.identifier === "") return;
    this.tree.openProposal(read.marker, read.identifier, null);
    this.startResolution();
    this.clauses.begin();
  }

  /** The rule that closes a document, or parts its proposals, belongs to none of them. */
  private takeClosingRule(line: Line, at: number): number {
    if (!this.tree.proposal || !isRule(line.text)) return 0;
    const last = this.blocks.slice(at + 1).every((block) => !("kind" in block) && block.empty);
    const behind = this.nextLine(at);
    if (!last && !(behind && readMarkerLine(behind.text))) return 0;
    this.tree.closeProposal();
    this.clauses.begin();
    return this.add(blockFrom("paragraph", line));
  }

  private takeHead(line: Line, at: number): number {
    if (!this.opensResolution(line, at)) return 0;
    const marked = readInlineMarker(line.text);
    if (marked && this.tree.proposal?.children.length !== 0) this.tree.openProposal(marked.marker, "", null);
    this.tree.openResolution();
    this.startResolution();
    const lines = this.linesFrom(at);
    const head = readHead(lines, this.data, this.joinLines);
    for (const block of head.blocks) this.tree.add(block);
    if (!head.blocks.some((block) => block.type === "resolutionTitle")) this.report("recognition.title-missing", line);
    this.clauses.begin();
    return head.length;
  }

  private opensResolution(line: Line, at: number): boolean {
    if (line.style?.role === "number") return true;
    if (readNumberLine(line.text, this.data) === null) return false;
    const { proposal, resolution, reasons } = this.tree;
    if (proposal && !resolution && !reasons) return true;
    const reach = this.linesFrom(at + 1).slice(0, headReach);
    const next = reach.findIndex((below) => readNumberLine(below.text, this.data) !== null);
    const before = next < 0 ? reach : reach.slice(0, next);
    const hasBody = before.some((below) => isEnacting(below.text, this.data) || readCall(below.text, this.data)?.bare);
    // A heading alone (a suppressed text, an extract) is set in capitals, a mention of a resolution is not.
    const marked = readInlineMarker(line.text) !== null;
    const heading = marked ? line.text.replace(/[(（].*$/u, "") : line.text;
    return hasBody || ((marked || !resolution) && heading === heading.toUpperCase());
  }

  private takeReasons(line: Line): number {
    if (!this.tree.proposal) return 0;
    const label = readReasonsLabel(line.text, this.data);
    const headed = !line.style && !this.tree.annex && isReasonsHeading(line.text, this.data);
    if (!label && !headed && line.style?.role !== "reasons") return 0;
    const begun = this.tree.reasons !== null;
    // Reasons go on: a list in them is a list whatever its style.
    if (begun && !label) return 0;
    if (!begun) {
      this.tree.openReasons();
      this.clauses.begin(line.text);
    }
    return this.add(
      label ? labelledBlock("paragraph", line, label, { role: "reasons" }) : blockFrom("paragraph", line),
    );
  }

  private takeEnacting(line: Line, at: number): number {
    const { reasons, annex, section } = this.tree;
    if (this.enacted || reasons || annex || section || !isEnacting(line.text, this.data)) return 0;
    const callsBelow = this.linesFrom(at + 1).slice(0, 3);
    if (!this.tree.resolution) {
      if (!callsBelow.some((below) => below.style?.role === "call" || readCall(below.text, this.data))) return 0;
      this.tree.openResolution();
      this.startResolution();
    }
    this.enacted = true;
    return this.add(blockFrom("enacting", line));
  }

  private takeAnnex(line: Line, at: number): number {
    if (!this.tree.resolution || this.tree.reasons) return 0;
    const role = line.style?.role;
    if (role === "annexTitle" || role === "annexReference") {
      if (!this.tree.annex) this.tree.openAnnex();
      return this.add(blockFrom("annexTitle", line, role === "annexReference" ? { role } : {}));
    }
    const started = this.operative || this.tree.annex !== null;
    if (role !== "annexNumber" && !(started && line.label === null && isAnnexHeading(line.text, this.data))) return 0;
    this.tree.openAnnex();
    this.structuredBody = true;
    this.clauses.begin();
    this.tree.add(blockFrom("annexNumber", line));
    return 1 + (role ? 0 : this.takeAnnexTitle(at + 1));
  }

  /** In a plain text the title of an annex is the short line under its number, perhaps with a bracketed reference between. */
  private takeAnnexTitle(at: number): number {
    const line = this.lineAt(at);
    if (!line || line.empty || line.style || line.label || endsClause(line.text) || this.startsSomething(line))
      return 0;
    if (isBracketed(line.text)) {
      this.tree.add(blockFrom("annexTitle", line, { role: "annexReference" }));
      return 1 + this.takeAnnexTitle(at + 1);
    }
    const second = this.lineAt(at + 1);
    // A converter's line break leaves a line that goes on in lower case.
    const broken =
      second && this.joinLines && !second.label && /^\p{Ll}/u.test(second.text) && !endsClause(second.text);
    const joins = broken === true && !this.startsSomething(second);
    this.tree.add(joins ? joinedBlock("annexTitle", [line, second]) : blockFrom("annexTitle", line));
    return joins ? 2 : 1;
  }

  private takeHeading(line: Line, at: number): number {
    const role = line.style?.role;
    const division =
      role === "divisionNumber" || (!role && this.tree.resolution !== null && isDivisionHeading(line.text, this.data));
    if (!division && role !== "divisionTitle" && role !== "heading") return 0;
    if (line.style?.outlined && this.opensCall(line, at)) return 0;
    this.structuredBody = this.tree.resolution !== null;
    this.clauses.begin();
    this.front.leave();
    if (role === "heading") {
      const attributes = {
        level: line.style?.level ?? 1,
        role: /heading\s*\d/iu.test(line.source.style ?? "") ? "" : (line.source.style ?? ""),
      };
      return this.add(
        line.label ? labelledBlock("heading", line, line.label, attributes) : blockFrom("heading", line, attributes),
      );
    }
    if (!division) return this.add(blockFrom("heading", line, { level: 1, role: "divisionTitle" }));
    this.tree.add(blockFrom("heading", line, { level: 1, role: "divisionNumber" }));
    const title = this.lineAt(at + 1);
    if (role || !title || title.empty || title.label || endsClause(title.text) || this.startsSomething(title)) return 1;
    this.tree.add(blockFrom("heading", title, { level: 1, role: "divisionTitle" }));
    return 2;
  }

  private takeCall(line: Line, at: number): number {
    const call = this.opensCall(line, at);
    if (!call) return 0;
    const part = call.part ?? (this.operative ? "operative" : "preamble");
    if (call.part === null) this.report("recognition.call-unknown", line);
    this.tree.openSection(blockFrom("call", line), part);
    this.operative ||= part === "operative";
    this.clauses.beginSection({ part, bare: call.bare }, line.text);
    return 1;
  }

  private opensCall(line: Line, at: number): ReturnType<typeof opensSection> {
    return opensSection(line, this.nextLine(at), this.data, this.callContext());
  }

  private callContext(): CallContext {
    if (this.tree.reasons) return "none";
    if (this.structuredBody) return "structured";
    return this.tree.resolution ? (this.clauses.atClauseEnd ? "resolution" : "unfinished") : "outside";
  }

  private takeParagraph(line: Line, at: number): number {
    const block = this.clauses.read(line, this.nextLine(at));
    if (block.type === "paragraph") this.giveRole(block, line, at);
    this.front.pass(block, line);
    return this.add(block);
  }

  private giveRole(block: TextBlock, line: Line, at: number): void {
    if (block.role !== "") return;
    const role = line.style ? styleRoles[line.style.role] : undefined;
    if (role) block.role = role === "header" ? this.front.styled(line) : role;
    else if (isNote(line.text, this.data)) block.role = "note";
    else if (this.isTableTitleAt(line, at)) block.role = "tableTitle";
    else if (!this.tree.proposal) this.giveFrontRole(block, line);
  }

  private giveFrontRole(block: TextBlock, line: Line): void {
    const role = this.front.plain(line);
    const label = readFrontLabel(line.text, this.data);
    block.role = role ?? this.front.named(line, label !== null) ?? "";
    if (block.role !== "" || !label) return;
    block.role = isHeaderLine(line.text, this.data) ? "header" : "frontLabel";
    // A label alone is the text of its paragraph; one with text behind it is set off.
    if (label.separator !== "") Object.assign(block, labelledBlock("paragraph", line, label, { role: block.role }));
  }

  private isTableTitleAt(line: Line, at: number): boolean {
    const following = this.blocks[at + 1];
    return isTableTitle(line.text, this.data) && following !== undefined && "kind" in following;
  }

  /** True for a line that cannot be the title of what stands above it. */
  private startsSomething(line: Line): boolean {
    return (
      readMarkerLine(line.text) !== null ||
      readNumberLine(line.text, this.data) !== null ||
      readReasonsLabel(line.text, this.data) !== null ||
      readCall(line.text, this.data)?.bare === true ||
      isAnnexHeading(line.text, this.data) ||
      isDivisionHeading(line.text, this.data) ||
      isTableTitle(line.text, this.data)
    );
  }

  private startResolution(): void {
    this.enacted = this.operative = this.structuredBody = false;
  }

  private add(block: BodyBlock): number {
    this.tree.add(block);
    return 1;
  }

  private lineAt(at: number): Line | null {
    const block = this.blocks[at];
    return block && !("kind" in block) ? block : null;
  }

  /** The next paragraph with text; a table ends the search. */
  private nextLine(at: number): Line | null {
    for (let next = at + 1; ; next++) {
      const line = this.lineAt(next);
      if (!line?.empty) return line;
    }
  }

  /** The lines from an index up to the next table. */
  private linesFrom(at: number): Line[] {
    const lines: Line[] = [];
    for (let next = at; next < at + headReach * 3; next++) {
      const line = this.lineAt(next);
      if (!line) break;
      lines.push(line);
    }
    return lines;
  }

  private report(code: string, line: Line): void {
    const where = line.source.line === undefined ? undefined : { line: line.source.line };
    const message: Message = { severity: "information", code, values: { text: line.text.trim().slice(0, 80) } };
    this.messages.push(where ? { ...message, where } : message);
  }
}

/** Roles that a style gives to a paragraph which is no part of the clause structure. */
const styleRoles: Partial<Record<StyleRole, string>> = {
  source: "source",
  documentTitle: "documentTitle",
  agendaItem: "agendaItem",
  header: "header",
  tableTitle: "tableTitle",
  tableHead: "tableHead",
  note: "note",
  title: "title",
  reference: "reference",
};
