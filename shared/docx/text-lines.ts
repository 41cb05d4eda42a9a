/**
 * A text as a reader of its paragraphs has it: one line per paragraph, one per table, row and cell, a note
 * wherever it is referred to. Both a document of ours and what was read from a Word file come to this
 * form, so that the two can be compared without regard to styles, ids and the way either was made.
 * Empty paragraphs, the number that Word gives an automatic note, an empty paragraph or a list in a note
 * are not text.
 */
import type { Node } from "prosemirror-model";
import type { Inline, SourceBlock, SourceDocument, SourceParagraph } from "../model/source";
import { type Block, bodyBlocksOf, noteBlocksOf } from "../schema/blocks";
import { leafText } from "../schema/schema";
import { type FlowItem, flowOf } from "./table-flow";

export interface TextLine {
  text: string;
  /** The block it comes from, or the first one in it, when it comes from a document. */
  block: Block | null;
  /** The block of the body that it stands in, or that refers to it. */
  host: Block | null;
}

export interface LineOptions {
  /** Leaves out text that is formatted so: struck text, where deletions are shown by formatting. */
  without?: "strike" | "underline";
  /** Leaves out the shape of tables. */
  flat?: boolean;
}

/** The lines of a document. */
export function linesOfDocument(doc: Node, options: LineOptions = {}): TextLine[] {
  const notes = noteBlocksOf(doc);
  const lines: TextLine[] = [];
  walk(flowOf(doc, bodyBlocksOf(doc)));
  return lines;

  function walk(items: readonly FlowItem[]): void {
    for (const item of items) {
      if (item.kind === "block") addBlock(item.block, null);
      else walkTable(item);
    }
  }

  function walkTable(table: Extract<FlowItem, { kind: "table" }>): void {
    if (!options.flat) lines.push(shapeLine("table", firstBlock([table])));
    for (const row of table.rows) {
      const first = firstBlock(row.cells.flatMap((cell) => cell.items));
      if (!options.flat) lines.push(shapeLine("row", first));
      for (const cell of row.cells) {
        const { colspan, rowspan } = cell.node.attrs;
        if (!options.flat) lines.push(shapeLine(`cell ${colspan}x${rowspan}`, firstBlock(cell.items)));
        walk(cell.items);
      }
    }
  }

  function addBlock(block: Block, host: Block | null): void {
    let text = host ? "" : block.node.attrs.label + block.node.attrs.separator;
    const references: string[] = [];
    block.node.forEach((node) => {
      if (node.marks.some((mark) => mark.type.name === options.without)) return;
      if (node.type.name === "footnoteReference") {
        if (!host) references.push(node.attrs.note);
        text += referenceText(node.attrs.mark, node.attrs.automatic, host !== null);
      } else {
        text += node.isText ? node.text : leafText(node);
      }
    });
    push(lines, text, block, host ?? block);
    for (const note of references) {
      for (const inner of notes.get(note) ?? []) addBlock(inner, block);
    }
  }
}

/** The lines of one side of a Word file. */
export function linesOfSource(source: SourceDocument, options: LineOptions = {}): TextLine[] {
  const lines = new SourceLines(options);
  lines.add(source.blocks);
  return lines.complete(source.notes);
}

/** Gathers the lines of one side of a Word file, whose notes are known only at its end. */
export class SourceLines {
  private lines: TextLine[] = [];
  /** The notes referred to, and the number of lines before each. */
  private readonly references: { note: string; place: number }[] = [];

  constructor(private readonly options: LineOptions) {}

  /** Adds blocks of the body. */
  add(blocks: readonly SourceBlock[]): void {
    for (const block of blocks) {
      if (block.kind === "paragraph") {
        this.addParagraph(block, false);
        continue;
      }
      if (!this.options.flat) this.lines.push(shapeLine("table", null));
      for (const row of block.rows) {
        if (!this.options.flat) this.lines.push(shapeLine("row", null));
        for (const cell of row.cells) {
          if (!this.options.flat) {
            this.lines.push(shapeLine(`cell ${cell.columnSpan ?? 1}x${cell.rowSpan ?? 1}`, null));
          }
          this.add(cell.blocks);
        }
      }
    }
  }

  /** All lines, each note after the paragraph that refers to it. */
  complete(notes: SourceDocument["notes"]): TextLine[] {
    if (this.references.length === 0) return this.lines;
    const body = this.lines;
    const byName = new Map(notes.map((note) => [note.id, note.blocks]));
    this.lines = [];
    let from = 0;
    for (const { note, place } of this.references) {
      for (; from < place; from++) this.lines.push(body[from]!);
      for (const inner of byName.get(note) ?? []) this.addParagraph(inner, true);
    }
    for (; from < body.length; from++) this.lines.push(body[from]!);
    return this.lines;
  }

  private addParagraph(paragraph: SourceParagraph, isNote: boolean): void {
    const { without } = this.options;
    const inlines = without ? paragraph.inlines.filter(({ formatting }) => !formatting?.[without]) : paragraph.inlines;
    let text = "";
    for (const inline of inlines) text += inlineText(inline, isNote);
    // Word's number of an empty paragraph or of a list in a note is no text of ours: documents do not carry it.
    const isEmpty =
      text.trim() === "" && !inlines.some((inline) => inline.kind === "object" && inline.what !== "pageBreak");
    const label = isNote || isEmpty ? "" : (paragraph.numbering?.label ?? "");
    push(this.lines, label === "" ? text : `${label}\t${text}`, null, null);
    if (isNote) return;
    for (const inline of inlines) {
      if (inline.kind === "noteReference") this.references.push({ note: inline.note, place: this.lines.length });
    }
  }
}

/** True for a line that tells the shape of a table. */
export function isShape(line: TextLine): boolean {
  return line.text.startsWith(shapeSign);
}

/** No text of XML holds this character. */
const shapeSign = "\u0001";

function shapeLine(text: string, block: Block | null): TextLine {
  return { text: shapeSign + text, block, host: block };
}

function firstBlock(items: readonly FlowItem[]): Block | null {
  for (const item of items) {
    if (item.kind === "block") return item.block;
    const inner = firstBlock(item.rows.flatMap((row) => row.cells.flatMap((cell) => cell.items)));
    if (inner) return inner;
  }
  return null;
}

function push(lines: TextLine[], text: string, block: Block | null, host: Block | null): void {
  // A paragraph's edge has no room for white space that a reader would see.
  const trimmed = text.trim();
  if (trimmed !== "") lines.push({ text: trimmed, block, host });
}

function inlineText(inline: Inline, inNote: boolean): string {
  if (inline.kind === "noteReference") return referenceText(inline.mark, inline.automatic, inNote);
  return inline.kind === "break" ? "\n" : inline.text;
}

function referenceText(mark: string, automatic: boolean, inNote: boolean): string {
  // A note of a note is a typed mark: Word has no notes in notes.
  if (inNote) return mark;
  return `[^${automatic ? "" : mark.trim()}]`;
}
