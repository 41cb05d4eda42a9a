/**
 * A text as a reader of its paragraphs has it: one line per paragraph, one per table, row and cell, notes
 * where they are referred to. Both a document of ours and what was read from a Word file come to this
 * form, so that the two can be compared without regard to styles, ids and the way either was made.
 * Empty paragraphs and the number that Word gives an automatic note are not text.
 */
import type { Node } from "prosemirror-model";
import type { Inline, SourceBlock, SourceDocument, SourceParagraph } from "../model/source";
import { type Block, blocksOf } from "../schema/blocks";
import { leafText } from "../schema/schema";
import { type FlowItem, flowOf } from "./table-flow";

export interface TextLine {
  text: string;
  /** The block it comes from, or the first one in it, when it comes from a document. */
  block: Block | null;
}

export interface LineOptions {
  /** Leaves out text that is formatted so: struck text, where deletions are shown by formatting. */
  without?: "strike" | "underline";
  /** Leaves out the shape of tables. */
  flat?: boolean;
}

/** The lines of a document. */
export function linesOfDocument(doc: Node, options: LineOptions = {}): TextLine[] {
  const blocks = blocksOf(doc);
  const notes = new Map<string, Block[]>();
  for (const block of blocks) {
    if (!block.containers.includes("footnotes")) continue;
    const { note } = block.node.attrs;
    notes.set(note, [...(notes.get(note) ?? []), block]);
  }
  const lines: TextLine[] = [];
  const told = new Set<string>();
  walk(
    flowOf(
      doc,
      blocks.filter((block) => !block.containers.includes("footnotes")),
    ),
  );
  return lines;

  function walk(items: readonly FlowItem[]): void {
    for (const item of items) {
      if (item.kind === "block") addBlock(item.block, false);
      else walkTable(item);
    }
  }

  function walkTable(table: Extract<FlowItem, { kind: "table" }>): void {
    if (!options.flat) lines.push({ text: "\u0001table", block: firstBlock([table]) });
    for (const row of table.rows) {
      const first = firstBlock(row.cells.flatMap((cell) => cell.items));
      if (!options.flat) lines.push({ text: "\u0001row", block: first });
      for (const cell of row.cells) {
        const { colspan, rowspan } = cell.node.attrs;
        const shape = `\u0001cell ${colspan}x${rowspan}`;
        if (!options.flat) lines.push({ text: shape, block: firstBlock(cell.items) });
        walk(cell.items);
      }
    }
  }

  function addBlock(block: Block, isNote: boolean): void {
    let text = isNote ? "" : block.node.attrs.label + block.node.attrs.separator;
    const references: string[] = [];
    block.node.forEach((node) => {
      if (node.marks.some((mark) => mark.type.name === options.without)) return;
      if (node.type.name === "footnoteReference") {
        references.push(node.attrs.note);
        text += referenceText(node.attrs.mark, node.attrs.automatic);
      } else {
        text += node.isText ? node.text : leafText(node);
      }
    });
    push(lines, text, block);
    for (const note of references) {
      if (told.has(note)) continue;
      told.add(note);
      for (const inner of notes.get(note) ?? []) addBlock(inner, true);
    }
  }
}

/** The lines of one side of a Word file. */
export function linesOfSource(source: SourceDocument, options: LineOptions = {}): TextLine[] {
  const notes = new Map(source.notes.map((note) => [note.id, note.blocks]));
  const lines: TextLine[] = [];
  const told = new Set<string>();
  walk(source.blocks);
  return lines;

  function walk(blocks: readonly SourceBlock[]): void {
    for (const block of blocks) {
      if (block.kind === "paragraph") {
        addParagraph(block);
        continue;
      }
      if (!options.flat) lines.push({ text: "\u0001table", block: null });
      for (const row of block.rows) {
        if (!options.flat) lines.push({ text: "\u0001row", block: null });
        for (const cell of row.cells) {
          const shape = `\u0001cell ${cell.columnSpan ?? 1}x${cell.rowSpan ?? 1}`;
          if (!options.flat) lines.push({ text: shape, block: null });
          walk(cell.blocks);
        }
      }
    }
  }

  function addParagraph(paragraph: SourceParagraph): void {
    const label = paragraph.numbering?.label ?? "";
    const inlines = paragraph.inlines.filter(({ formatting }) => !options.without || !formatting?.[options.without]);
    const text = inlines.map(inlineText).join("");
    push(lines, label === "" ? text : `${label}\t${text}`, null);
    for (const inline of inlines) {
      if (inline.kind !== "noteReference" || told.has(inline.note)) continue;
      told.add(inline.note);
      for (const inner of notes.get(inline.note) ?? []) addParagraph(inner);
    }
  }
}

/** True for a line that tells the shape of a table. */
export function isShape(line: TextLine): boolean {
  return line.text.startsWith("\u0001");
}

function firstBlock(items: readonly FlowItem[]): Block | null {
  for (const item of items) {
    if (item.kind === "block") return item.block;
    const inner = firstBlock(item.rows.flatMap((row) => row.cells.flatMap((cell) => cell.items)));
    if (inner) return inner;
  }
  return null;
}

function push(lines: TextLine[], text: string, block: Block | null): void {
  // A paragraph's edge has no room for white space that a reader would see.
  const trimmed = text.trim();
  if (trimmed !== "") lines.push({ text: trimmed, block });
}

function inlineText(inline: Inline): string {
  if (inline.kind === "noteReference") return referenceText(inline.mark, inline.automatic);
  return inline.kind === "break" ? "\n" : inline.text;
}

function referenceText(mark: string, automatic: boolean): string {
  return `[^${automatic ? "" : mark.trim()}]`;
}
