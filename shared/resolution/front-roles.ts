/**
 * Which line of a contribution's header block a paragraph before the first proposal is: by its style, by its words, else
 * by what stands above it. A first page is often laid out as a table, so the paragraphs of its cells are asked in the
 * order in which they are read; there the name of a field may stand in a cell of its own, `Source:`.
 */
import type { Language, TextBlock } from "../model/document";
import { labelledBlock } from "./blocks";
import { type HeaderRole, headerRoleOf, namedBelow, readFieldLabel } from "./contribution-header";
import type { Line } from "./lines";
import type { StyleRole } from "./styles";

/** A line of place and dates is shorter. */
const longestDate = 80;

/** Roles that a style gives to a line of the first page. */
const styleRoles: Partial<Record<StyleRole, HeaderRole>> = {
  source: "source",
  documentTitle: "documentTitle",
  agendaItem: "agendaItem",
};

export class FrontRoles {
  /** The role of the last paragraph with text. */
  private above = "";
  /** The field whose name stood alone. */
  private awaited: HeaderRole | null = null;

  constructor(private readonly language: Language) {}

  /** Remembers a paragraph that got its role elsewhere. */
  pass(block: TextBlock, line: Line): void {
    if (!line.empty) this.above = block.role;
  }

  /** What is below is not below a line of the header block. */
  leave(): void {
    this.above = "";
  }

  /** The role of a line in a style for lines of the header block. */
  styled(line: Line): string {
    const style = line.source.style ?? "";
    if (/^logo$/iu.test(style)) return "conference";
    if (/^logo.?1$/iu.test(style)) return "conferenceDates";
    return headerRoleOf(line.text, this.language) ?? this.below() ?? "header";
  }

  /** The role of a line without such a style; null when nothing says that it is of the header block. */
  plain(line: Line): string | null {
    const dated = /\d/u.test(line.text) && line.text.length < longestDate ? this.below() : null;
    return headerRoleOf(line.text, this.language) ?? dated;
  }

  /** The role that a line has for standing under another; `isLabel` says that it may name a part of the front matter. */
  named(line: Line, isLabel: boolean): HeaderRole | null {
    return namedBelow(this.above, line.text, isLabel);
  }

  /** Gives a paragraph in a cell of the first page its role. */
  give(block: TextBlock, line: Line): void {
    if (line.empty || block.type !== "paragraph") return;
    const field = readFieldLabel(line.text, this.language);
    if (field && line.text.length > field.label.length + field.separator.length) {
      Object.assign(block, labelledBlock("paragraph", line, field, { role: field.role }));
    } else if (field) {
      this.awaited = field.role;
      this.above = "";
      return;
    } else {
      const ofStyle = line.style && (line.style.role === "header" ? this.styled(line) : styleRoles[line.style.role]);
      block.role = this.awaited ?? ofStyle ?? this.plain(line) ?? this.named(line, false) ?? block.role;
    }
    this.awaited = null;
    this.pass(block, line);
  }

  /** What follows the line above in every header block. */
  private below(): HeaderRole | null {
    if (this.above === "conference") return "conferenceDates";
    return this.above === "documentNumber" ? "documentDate" : null;
  }
}
