/**
 * Numbers of automatic notes (ISO/IEC 29500-1 §17.11). They are counted over the whole file, tracked
 * insertions and deletions included, so that a note has one number on both sides: Word renumbers by itself,
 * and a number that moved is not a change of the text.
 */
import { child, descend, type XmlElement } from "../xml/element";
import { childValue, wholeNumber } from "./attributes";
import { kindOfNote } from "./note-keys";
import { formatNumber } from "./number-formats";
import type { BlockRecord } from "./records";

const forms = [
  { kind: "footnote", properties: "w:footnotePr", format: "decimal" },
  { kind: "endnote", properties: "w:endnotePr", format: "lowerRoman" },
] as const;

/** Numbers the automatic notes that a text refers to, in order of reference, as its sections say. */
export function numberNotes(
  referred: Iterable<string>,
  sections: readonly XmlElement[],
  settings: XmlElement | undefined,
): Map<string, string> {
  const numbers = new Map<string, string>();
  const references = [...referred];
  for (const { kind, properties, format } of forms) {
    const own = sections.map((section) => descend(section, properties)).find((found) => found !== undefined);
    const general = descend(settings, properties);
    const shape = childValue(own, "w:numFmt") ?? childValue(general, "w:numFmt") ?? format;
    let next = wholeNumber(childValue(own, "w:numStart") ?? childValue(general, "w:numStart")) ?? 1;
    for (const note of references) {
      if (kindOfNote(note) === kind && !numbers.has(note)) numbers.set(note, formatNumber(next++, shape));
    }
  }
  return numbers;
}

/** Properties of a section: in its last paragraph, those of the last section in the body itself. */
export function sectionOf(node: XmlElement): XmlElement[] {
  const section = node.name === "w:sectPr" ? node : child(child(node, "w:pPr"), "w:sectPr");
  return section ? [section] : [];
}

/** The automatic notes that blocks refer to. */
export function* referencesIn(blocks: readonly BlockRecord[]): Generator<string> {
  for (const block of blocks) {
    if (block.kind === "paragraph") {
      for (const { content } of block.pieces) {
        if (content.kind === "noteReference" && !content.custom) yield content.note;
      }
    } else {
      for (const row of block.rows) for (const cell of row.cells) yield* referencesIn(cell.blocks);
    }
  }
}
