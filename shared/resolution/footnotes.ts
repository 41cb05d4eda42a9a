/**
 * Notes to footnote blocks. The typed mark in front of a note's text ("1<TAB>Par pays …") becomes the label of
 * its first block, whether the reader left it in the text or not; an automatic note has no label.
 */
import type { Language, TextBlock } from "../model/document";
import type { SourceNote } from "../model/source";
import { blockFrom, labelledBlock } from "./blocks";
import { type Line, readLine } from "./lines";

/** Turns notes into blocks, one per paragraph; all blocks of a note carry its key. */
export function footnoteBlocks(notes: readonly SourceNote[], language: Language): TextBlock[] {
  return notes.flatMap((note) => {
    const lines = note.blocks.map((paragraph) => readLine(paragraph, language));
    const role = note.kind === "endnote" ? "endnote" : "";
    return lines.map((line, index) =>
      index === 0
        ? firstBlock(note, line, { role, note: note.id })
        : blockFrom("footnote", line, { role, note: note.id }),
    );
  });
}

function firstBlock(note: SourceNote, line: Line, attributes: { role: string; note: string }): TextBlock {
  if (note.mark === "") return blockFrom("footnote", line, attributes);
  const space = line.text.startsWith(note.mark)
    ? /^[\t \u00A0]+/u.exec(line.text.slice(note.mark.length))?.[0]
    : undefined;
  if (space === undefined) return blockFrom("footnote", line, { ...attributes, label: note.mark, separator: "\t" });
  return labelledBlock("footnote", line, { label: note.mark, separator: space }, attributes);
}
