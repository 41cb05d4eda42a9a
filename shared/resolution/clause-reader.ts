/**
 * Paragraphs to blocks inside one list context: the items, sub-lists, bare items and continuation
 * paragraphs of a section, or the lists and paragraphs of reasons, annexes, front matter and cells. Levels come
 * from the list style where there is one, else from the sequence of labels.
 */
import type { TextBlock } from "../model/document";
import { blockFrom, labelledBlock } from "./blocks";
import { endsClause } from "./headings";
import type { Line } from "./lines";
import { ListLevels } from "./list-levels";

/** The call that the paragraphs stand under, as far as it matters to them. */
export interface SectionCall {
  part: "preamble" | "operative";
  /** A verb alone: its addressee may stand in the next paragraph. */
  bare: boolean;
}

export class ClauseReader {
  private readonly levels = new ListLevels();
  private call: SectionCall | null = null;
  private itemsSeen = 0;
  private labelsSeen = 0;
  /** Levels that the list stands below a bare item. */
  private below = 0;
  private previous = "";

  /** Begins a section. */
  beginSection(call: SectionCall, callText: string): void {
    this.begin(callText);
    this.call = call;
  }

  /** Begins a context without a call: body text, reasons, a cell. */
  begin(previousText = ""): void {
    this.levels.reset();
    this.call = null;
    this.itemsSeen = 0;
    this.labelsSeen = 0;
    this.below = 0;
    this.previous = previousText;
  }

  /** True when the last paragraph ended a sentence or clause, so that a new call may follow. */
  get atClauseEnd(): boolean {
    return this.previous === "" || endsClause(this.previous);
  }

  /** True when the section has a call and nothing under it yet. */
  get awaitsItems(): boolean {
    return this.call !== null && this.itemsSeen === 0;
  }

  /** Reads one paragraph; `next` is the paragraph behind it, empty ones passed over. */
  read(line: Line, next: Line | null): TextBlock {
    if (line.empty) return blockFrom("paragraph", line);
    const block = this.hasLabel(line) ? this.readLabelled(line, next) : this.readUnlabelled(line, next);
    this.previous = line.text;
    return block;
  }

  private hasLabel(line: Line): boolean {
    if (!line.label) return false;
    return !line.label.loose || (this.call !== null && this.levels.expects(line.label.parsed));
  }

  private readLabelled(line: Line, next: Line | null): TextBlock {
    const label = line.label as NonNullable<Line["label"]>;
    const introduced = /[:：]$/u.test(this.previous.trim());
    const styleLevel = line.style?.role === "list" ? line.style.level : label.level;
    // A bare item that ends with a colon has its list below it.
    if (this.labelsSeen === 0) this.below = introduced && this.itemsSeen > 0 ? 1 : 0;
    const level = this.levels.place(label.parsed, introduced, next?.label?.parsed ?? null, styleLevel);
    this.itemsSeen++;
    this.labelsSeen++;
    return labelledBlock("item", line, label, { level: level + this.below });
  }

  private readUnlabelled(line: Line, next: Line | null): TextBlock {
    const styleLevel = line.style?.role === "list" ? line.style.level : 0;
    if (this.call === null) {
      // Outside a section a paragraph ends the list above it.
      if (styleLevel === 0) this.levels.reset();
      return blockFrom("paragraph", line, { level: styleLevel });
    }
    if (this.itemsSeen === 0 && this.isAddressee(line, next)) {
      return blockFrom("paragraph", line, { role: "addressee" });
    }
    if (this.labelsSeen === 0 && (this.itemsSeen === 0 || this.goesOn)) {
      this.itemsSeen++;
      return blockFrom("item", line, { level: 1 });
    }
    return blockFrom("paragraph", line, { level: Math.max(styleLevel + 1, 2) });
  }

  /** The clause before ends as one that another of its rank follows. */
  private get goesOn(): boolean {
    return /[;,；，؛،]$/u.test(this.previous.trim());
  }

  /** The second half of a call set in two paragraphs: "charge" / "le Directeur …:". */
  private isAddressee(line: Line, next: Line | null): boolean {
    if (!this.call?.bare || !next) return false;
    const text = line.text.trim();
    const listed = next.label && !next.label.loose ? next.label.parsed.kind : null;
    const conventional = this.call.part === "preamble" ? "letter" : "number";
    // Other labels below a colon are the list of a bare item.
    if (listed !== null && listed !== conventional) return false;
    return /[:：]$/u.test(text) || !endsClause(text);
  }
}
