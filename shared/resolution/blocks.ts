/**
 * Makes the text blocks of the model from lines. Labels leave the text and become attributes exactly as
 * typed; ids are given at the end (`assignIds`), when the order of the document is known.
 */
import type { BodyBlock, DocumentModel, TextBlock, TextBlockType } from "../model/document";
import type { Inline } from "../model/source";
import type { Line } from "./lines";
import { withoutStart } from "./lines";

/** A block with all of the line's text; no label. */
export function blockFrom(type: TextBlockType, line: Line, attributes: Partial<TextBlock> = {}): TextBlock {
  return {
    type,
    id: "",
    label: "",
    separator: "",
    level: 0,
    role: "",
    slice: line.source.slice ?? null,
    inlines: line.source.inlines,
    ...attributes,
  };
}

/** A block whose label stands in the line's text or in its numbering. */
export function labelledBlock(
  type: TextBlockType,
  line: Line,
  label: { label: string; separator: string },
  attributes: Partial<TextBlock> = {},
): TextBlock {
  const typed = line.source.numbering ? 0 : label.label.length + label.separator.length;
  return blockFrom(type, line, {
    label: label.label,
    separator: label.separator,
    inlines: withoutStart(line.source.inlines, typed),
    ...attributes,
  });
}

/** Joins lines that a converter broke into one block with line breaks; its place is the first line's. */
export function joinedBlock(
  type: TextBlockType,
  lines: readonly Line[],
  attributes: Partial<TextBlock> = {},
): TextBlock {
  const inlines = lines.flatMap((line, index): Inline[] =>
    index === 0 ? line.source.inlines : [{ kind: "break" }, ...line.source.inlines],
  );
  return blockFrom(type, lines[0] as Line, { inlines, ...attributes });
}

/** Gives `b1 … bn` to text blocks, tables and rows in document order; notes come last. */
export function assignIds(model: DocumentModel): void {
  let last = 0;
  const name = () => `b${++last}`;
  const visit = (node: { type: string; children?: unknown[] } | BodyBlock): void => {
    if (node.type === "table" && "rows" in node) {
      node.id = name();
      for (const row of node.rows) {
        row.id = name();
        for (const cell of row.cells) cell.children.forEach(visit);
      }
    } else if ("inlines" in node) {
      node.id = name();
    } else if ("children" in node) {
      for (const child of node.children ?? []) visit(child as BodyBlock);
    }
  };
  model.children.forEach(visit);
  model.footnotes.forEach(visit);
}
