/**
 * The document while it grows: which containers are open, and where the next block belongs. Opening a
 * container closes the ones that may not hold it, so that the tree always fits the schema (sections after the
 * head, annexes after the sections, reasons last).
 */
import type {
  Annex,
  BodyBlock,
  DocumentModel,
  Language,
  Proposal,
  Reasons,
  Resolution,
  Section,
  TextBlock,
} from "../model/document";

export class DocumentTree {
  readonly children: DocumentModel["children"] = [];
  proposal: Proposal | null = null;
  resolution: Resolution | null = null;
  annex: Annex | null = null;
  section: Section | null = null;
  reasons: Reasons | null = null;

  /** Adds a block to the innermost open container. */
  add(block: BodyBlock): void {
    const container = this.reasons ?? this.section ?? this.annex ?? this.resolution ?? this.proposal ?? this;
    (container.children as BodyBlock[]).push(block);
  }

  openProposal(marker: string, identifier: string, slice: string | null): void {
    this.proposal = { type: "proposal", marker, identifier, slice, children: [] };
    this.children.push(this.proposal);
    this.resolution = this.annex = this.section = this.reasons = null;
  }

  /** What follows stands beside the proposals. */
  closeProposal(): void {
    this.proposal = this.resolution = this.annex = this.section = this.reasons = null;
  }

  /** A resolution without marker line gets a proposal that says nothing. */
  openResolution(): void {
    if (!this.proposal || this.resolution || this.reasons) this.openProposal("", "", null);
    this.resolution = { type: "resolution", children: [] };
    this.proposal?.children.push(this.resolution);
  }

  openSection(call: TextBlock, part: Section["part"]): void {
    if (!this.resolution) this.openResolution();
    this.section = { type: "section", part, children: [call] };
    (this.annex ?? this.resolution)?.children.push(this.section);
  }

  openAnnex(): void {
    this.annex = { type: "annex", children: [] };
    this.resolution?.children.push(this.annex);
    this.section = null;
  }

  openReasons(): void {
    this.reasons = { type: "reasons", children: [] };
    this.proposal?.children.push(this.reasons);
    this.section = this.annex = null;
  }

  /** The document as a model; ids and notes are still to come. */
  model(language: Language, footnotes: TextBlock[]): DocumentModel {
    return { type: "document", language, children: this.children, footnotes };
  }
}
