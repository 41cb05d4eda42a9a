/**
 * Turns a recognised document into a ProseMirror document. The names agree, so the only work is to
 * turn inlines into text nodes with marks; a tree that the schema refuses is a programming error.
 */
import type { Mark, Node } from "prosemirror-model";
import type { BodyBlock, DocumentModel, TextBlock } from "../model/document";
import type { Formatting, Inline } from "../model/source";
import { schema } from "./schema";

type ModelNode =
  | DocumentModel["children"][number]
  | Exclude<BodyBlock, TextBlock>["rows"][number]
  | { type: string; children: readonly ModelNode[] };

/** Converts the model; the result is checked against the schema. */
export function modelToDoc(model: DocumentModel): Node {
  const children = model.children.map((child) => toNode(child as ModelNode));
  if (model.footnotes.length > 0) {
    children.push(schema.node("footnotes", null, model.footnotes.map(textBlockToNode)));
  }
  if (children.length === 0) children.push(schema.node("paragraph", { id: "b1" }));
  const doc = schema.node("doc", { language: model.language }, children);
  doc.check();
  return doc;
}

/** Converts inlines to inline nodes; empty texts vanish, as the schema has no empty text. */
function inlinesToNodes(inlines: readonly Inline[]): Node[] {
  return inlines.flatMap((inline) => {
    const marks = formattingToMarks(inline.formatting);
    switch (inline.kind) {
      case "text":
        return inline.text === "" ? [] : [schema.text(inline.text, marks)];
      case "break":
        return [schema.node("hardBreak", null, undefined, marks)];
      case "noteReference": {
        const { note, mark, automatic } = inline;
        return [schema.node("footnoteReference", { note, mark, automatic }, undefined, marks)];
      }
      case "object": {
        const { what, text, source } = inline;
        return [schema.node("inlineObject", { what, text, source }, undefined, marks)];
      }
    }
  });
}

function formattingToMarks(formatting: Formatting = {}): Mark[] {
  return Object.entries(formatting).flatMap(([name, value]) => {
    if (name === "language") return [schema.mark("language", { tag: value })];
    if (name === "properties") return [schema.mark("properties", { key: value })];
    return value ? [schema.mark(name)] : [];
  });
}

function textBlockToNode(block: TextBlock): Node {
  const { type, inlines, ...attrs } = block;
  return schema.node(type, attrs, inlinesToNodes(inlines));
}

function toNode(model: ModelNode): Node {
  const record = model as unknown as Record<string, unknown> & { type: string };
  if ("inlines" in record) return textBlockToNode(model as TextBlock);
  const { type, children, rows, cells, columnSpan, rowSpan, ...attrs } = record;
  if (columnSpan !== undefined) Object.assign(attrs, { colspan: columnSpan, rowspan: rowSpan });
  const content = (children ?? rows ?? cells ?? []) as ModelNode[];
  return schema.node(type, attrs, content.map(toNode));
}
