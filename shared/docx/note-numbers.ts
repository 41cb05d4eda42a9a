/**
 * Numbers of automatic notes (ISO/IEC 29500-1 §17.11). They are counted over the whole file, tracked
 * insertions and deletions included, so that a note has one number on both sides: Word renumbers by itself,
 * and a number that moved is not a change of the text.
 */
import { child, childElements, descend, type XmlElement } from "../xml/element";
import { childValue, wholeNumber } from "./attributes";
import { formatNumber } from "./number-formats";
import type { BlockRecord } from "./records";

const forms = [
  { kind: "footnote", properties: "w:footnotePr", format: "decimal" },
  { kind: "endnote", properties: "w:endnotePr", format: "lowerRoman" },
] as const;

/** Numbers the automatic notes that the blocks refer to, in order of reference. */
export function numberNotes(
  blocks: readonly BlockRecord[],
  body: XmlElement,
  settings: XmlElement | undefined,
): Map<string, string> {
  const sections = sectionsOf(body);
  const numbers = new Map<string, string>();
  const references = [...referencesIn(blocks)];
  for (const { kind, properties, format } of forms) {
    const own = sections.map((section) => descend(section, properties)).find((found) => found !== undefined);
    const general = descend(settings, properties);
    const shape = childValue(own, "w:numFmt") ?? childValue(general, "w:numFmt") ?? format;
    let next = wholeNumber(childValue(own, "w:numStart") ?? childValue(general, "w:numStart")) ?? 1;
    for (const note of references) {
      if (note.startsWith(`${kind}-`) && !numbers.has(note)) numbers.set(note, formatNumber(next++, shape));
    }
  }
  return numbers;
}

/** Properties of the sections: each in the last paragraph of its section, those of the last one in the body. */
function sectionsOf(body: XmlElement): XmlElement[] {
  return childElements(body).flatMap((node) => {
    const section = node.name === "w:sectPr" ? node : child(child(node, "w:pPr"), "w:sectPr");
    return section ? [section] : [];
  });
}

function* referencesIn(blocks: readonly BlockRecord[]): Generator<string> {
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
