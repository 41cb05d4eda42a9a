/**
 * Turns a ProseMirror document back into records: the inverse of `model-to-doc`. What only editing knows
 * (a label that was locked by hand, a proposal's source line) has no place in the records and stays behind.
 */
import type { Mark, Node } from "prosemirror-model";
import type { DocumentModel, TextBlock } from "../model/document";
import type { Formatting, Inline } from "../model/source";

type Container = { type: string; children: unknown[] };

/** Converts a document. */
export function docToModel(doc: Node): DocumentModel {
  const footnotes = doc.lastChild?.type.name === "footnotes" ? doc.lastChild : null;
  const children = doc.children.filter((child) => child !== footnotes).map(toRecord);
  return {
    type: "document",
    language: doc.attrs.language,
    children: children as DocumentModel["children"],
    footnotes: (footnotes?.children ?? []).map(toTextBlock),
  };
}

function toRecord(node: Node): TextBlock | Container | object {
  const type = node.type.name;
  const { id, slice, part, marker, identifier, colspan, rowspan, columns } = node.attrs;
  if (node.isTextblock) return toTextBlock(node);
  const children = node.children.map(toRecord);
  switch (type) {
    case "table":
      return { type, id, slice, columns, rows: children };
    case "table_row":
      return { type, id, slice, cells: children };
    case "table_cell":
    case "table_header":
      return { type, columnSpan: colspan, rowSpan: rowspan, children };
    case "section":
      return { type, part, children };
    case "proposal":
      return { type, marker, identifier, children };
    default:
      return { type, children };
  }
}

function toTextBlock(node: Node): TextBlock {
  const { id, label, separator, level, role, slice, note } = node.attrs;
  return {
    type: node.type.name as TextBlock["type"],
    id,
    label,
    separator,
    level,
    role,
    slice,
    ...(note === undefined ? {} : { note }),
    inlines: node.children.map(toInline),
  };
}

function toInline(node: Node): Inline {
  const formatting = node.marks.length > 0 ? { formatting: toFormatting(node.marks) } : {};
  const { note, mark, automatic, what, text, source } = node.attrs;
  switch (node.type.name) {
    case "hardBreak":
      return { kind: "break", ...formatting };
    case "footnoteReference":
      return { kind: "noteReference", note, mark, automatic, ...formatting };
    case "inlineObject":
      return { kind: "object", what, text, source, ...formatting };
    default:
      return { kind: "text", text: node.text ?? "", ...formatting };
  }
}

function toFormatting(marks: readonly Mark[]): Formatting {
  const formatting: Record<string, string | true> = {};
  for (const { type, attrs } of marks) {
    if (type.name === "language") formatting.language = attrs.tag;
    else if (type.name === "properties") formatting.properties = attrs.key;
    else if (type.name !== "held") formatting[type.name] = true;
  }
  return formatting;
}
