/**
 * What stands between the number of an automatic note and its text: a tab in ITU documents, a space in many others. A
 * note that is written into a file keeps what it had there, a new one takes what the first note of the file has.
 */
import { descendants, textOf, type XmlElement } from "../xml/element";
import type { BlockRecord, ParagraphRecord } from "./records";
import { findSlice, type WordFile } from "./word-file";

/** The space in a note of the file, or else in its first; null for a file without automatic notes. */
export function noteSpace(file: WordFile, names: readonly (string | null)[]): string | null {
  const own = names.flatMap((name) => (name === null ? [] : (file.notes.get(name) ?? [])));
  for (const { kind, blocks } of [...own, ...file.notes.values()]) {
    const elements = paragraphsIn(blocks).flatMap(({ slice }) => findSlice(file, slice)?.elements ?? []);
    const space = elements[0] && spaceIn(elements[0], `w:${kind}Ref`);
    if (space !== undefined && space !== null) return space;
  }
  return null;
}

function spaceIn(paragraph: XmlElement, number: string): string | null {
  let space: string | null = null;
  for (const each of descendants(paragraph, number, "w:tab", "w:t", "w:delText")) {
    if (each.name === number) space = "";
    else if (space !== null) {
      const text = each.name === "w:tab" ? "\t" : textOf(each);
      const [own = ""] = /^[\s\u00a0]*/.exec(text)!;
      space += own;
      if (own.length < text.length) break;
    }
  }
  return space;
}

/** The paragraphs of a note, those of its tables included: a document has no tables in notes. */
export function paragraphsIn(blocks: readonly BlockRecord[]): ParagraphRecord[] {
  return blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [block]
      : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphsIn(cell.blocks))),
  );
}
