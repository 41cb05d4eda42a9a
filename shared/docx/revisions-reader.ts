/**
 * The list of tracked changes in a file, as a reader would count them: the fragments that Word makes of
 * one act, of one author and minute, are one revision. Both sides are in the list; a deletion inside an
 * insertion stands for both.
 */
import type { BlockRecord, Content, ParagraphRecord, RevisionKind, RevisionMark, Tracked } from "./records";
import { sameMark } from "./side-paragraph";
import type { WordFile } from "./word-file";

export type RevisionTarget = "text" | "paragraphMark" | "paragraphProperties" | "row" | "cell";

export interface Revision {
  kind: RevisionKind;
  of: RevisionTarget;
  author: string;
  date: string;
  /** What was inserted, deleted or formatted; for a row or cell its text. */
  text: string;
  /** Slice key of the paragraph or row; empty in a text box. */
  slice: string;
}

/** Lists the revisions of the text and its notes, in reading order. */
export function revisionsOf(file: WordFile): Revision[] {
  const revisions: Revision[] = [];
  /** The revision that the next fragment may belong to, with its mark. */
  let current: { revision: Revision; mark: RevisionMark } | null = null;
  visitBlocks(file.body);
  for (const note of file.notes.values()) visitBlocks(note.blocks);
  return revisions;

  function visitBlocks(blocks: readonly BlockRecord[]): void {
    for (const block of blocks) {
      if (block.kind === "paragraph") {
        visitParagraph(block);
        continue;
      }
      for (const row of block.rows) {
        const text = row.cells.map((cell) => plainText(cell.blocks)).join(" | ");
        const rowMarks = marksOf(row);
        for (const mark of rowMarks) add(mark, "row", text, row.slice);
        for (const cell of row.cells) {
          const own = marksOf(cell).filter((mark) => !rowMarks.includes(mark));
          for (const mark of own) add(mark, "cell", plainText(cell.blocks), row.slice);
          visitBlocks(cell.blocks);
        }
      }
    }
  }

  function visitParagraph({ pieces, slice, mark, propertiesChange }: ParagraphRecord): void {
    current = null;
    for (const piece of pieces) {
      const { content } = piece;
      if (content.kind === "anchor") continue;
      const marks = marksOf(piece);
      if (piece.formattingChange) marks.push(piece.formattingChange);
      if (marks.length === 0) current = null;
      for (const own of marks) add(own, "text", spoken(content), slice);
      if (content.kind === "object" && content.boxes) {
        visitBlocks(content.boxes);
        current = null;
      }
    }
    current = null;
    for (const own of marksOf(mark)) add(own, "paragraphMark", "", slice);
    if (propertiesChange) add(propertiesChange, "paragraphProperties", "", slice);
  }

  function add(mark: RevisionMark, of: RevisionTarget, text: string, slice: string): void {
    if (current && current.revision.of === of && of === "text" && sameMark(current.mark, mark)) {
      current.revision.text += text;
      return;
    }
    const revision: Revision = { kind: mark.kind, of, author: mark.author, date: mark.date, text, slice };
    revisions.push(revision);
    current = { revision, mark };
  }
}

function marksOf({ inserted, deleted }: Tracked): RevisionMark[] {
  return [inserted, deleted].filter((mark): mark is RevisionMark => mark !== undefined);
}

function spoken(content: Content): string {
  switch (content.kind) {
    case "text":
    case "object":
      return content.text;
    case "break":
      return "\n";
    case "noteReference":
      return content.mark;
    default:
      return "";
  }
}

function plainText(blocks: readonly BlockRecord[]): string {
  return blocks
    .map((block) => {
      if (block.kind === "paragraph") return block.pieces.map(({ content }) => spoken(content)).join("");
      return block.rows.map((row) => row.cells.map((cell) => plainText(cell.blocks)).join(" ")).join(" ");
    })
    .join(" ");
}
