/**
 * The lines of a Word file that other people wrote, from two sides: from our reader, and from LibreOffice. What the
 * two count or draw differently whatever the text says is levelled: white space, numbers of automatic notes,
 * symbols of old fonts. Notes and frames come last and sorted, for each program has its own order of them.
 */
import type { WordFile } from "../../shared/docx/word-file";
import type { Inline, SourceBlock, SourceDocument } from "../../shared/model/source";
import type { JudgedParagraph } from "./office";

/** Lines of one side as our reader has them. */
export function ourLines(file: WordFile, side: "accept" | "reject"): string[] {
  const { source } = file.sides[side];
  const marks = numbersOf(file, source);
  const lines = (block: SourceBlock) => linesOfBlock(block, marks);
  const body = source.blocks.flatMap(lines);
  const notes = source.notes.flatMap(({ blocks }) => blocks.flatMap(lines)).map(withoutNumber);
  return [...full(body), ...full(notes).sort()];
}

/** Lines of one side as LibreOffice has them. */
export function theirLines(paragraphs: readonly JudgedParagraph[]): string[] {
  const lines = (kind: RegExp, text: (paragraph: JudgedParagraph) => string) =>
    full(paragraphs.filter(({ where }) => kind.test(where)).map(text));
  const notes = lines(/^(footnote|endnote)/, ({ text }) => withoutNumber(text));
  return [...lines(/^body/, ({ text }) => text), ...lines(/^frame/, ({ text }) => text), ...notes.sort()];
}

/** LibreOffice counts the notes of each side anew; our reader gives a note one number on both. */
function numbersOf(file: WordFile, source: SourceDocument): Map<string, string> {
  const marks = new Map<string, string>();
  for (const kind of ["footnote", "endnote"] as const) {
    const all = new Map<string, string>();
    const { accept, reject } = file.sides;
    for (const inline of [...accept.paragraphs, ...reject.paragraphs].flatMap(({ inlines }) => inlines)) {
      if (inline.kind === "noteReference" && inline.automatic && inline.note.startsWith(kind)) {
        all.set(inline.note, inline.mark);
      }
    }
    const order = [...file.notes.keys()].filter((note) => all.has(note));
    const sequence = order.map((note) => all.get(note)!).sort((a, b) => Number(a) - Number(b) || 0);
    const here = source.notes.filter((note) => note.kind === kind && all.has(note.id));
    here.forEach(({ id }, index) => {
      marks.set(id, sequence[index]!);
    });
  }
  return marks;
}

function linesOfBlock(block: SourceBlock, marks: ReadonlyMap<string, string>): string[] {
  if (block.kind === "table") {
    return block.rows.flatMap(({ cells }) =>
      cells.flatMap(({ blocks }) => blocks.flatMap((inner) => linesOfBlock(inner, marks))),
    );
  }
  return [block.inlines.map((inline) => textOf(inline, marks)).join("")];
}

function textOf(inline: Inline, marks: ReadonlyMap<string, string>): string {
  if (inline.kind === "noteReference") return (inline.automatic && marks.get(inline.note)) || inline.mark;
  return inline.kind === "break" ? "\n" : inline.text;
}

/** LibreOffice shows the mark in front of some notes and not of others. */
function withoutNumber(text: string): string {
  return text.trimStart().replace(/^(?:[\d*]+|[ivx]+(?=\s|$))/, "");
}

function full(lines: readonly string[]): string[] {
  return lines.map(level).filter((line) => line !== "");
}

function level(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\ue000-\uf8ff\ufffc]/g, "")
    .replace(/[\s\u00a0]+/g, " ")
    .replace(/\u2011/g, "-")
    .trim();
}
