/** A recognised document as short lines, so that a case reads like the text it is about. */
import type { DocumentModel, Language, TextBlock } from "../../../shared/model/document";
import type { SourceDocument } from "../../../shared/model/source";
import { recognise } from "../../../shared/resolution/recognise";
import type { Message } from "../../../shared/result";
import { sourceFromText } from "../../../shared/text/reader";

export interface Recognised {
  model: DocumentModel;
  messages: Message[];
}

export function sourceOf(text: string): SourceDocument {
  const result = sourceFromText(text);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

export function recogniseText(text: string, language?: Language): Recognised {
  return recogniseSource(sourceOf(text), language);
}

export function recogniseSource(source: SourceDocument, language?: Language): Recognised {
  const result = recognise(source, language ? { language } : {});
  if (!result.ok) throw new Error(result.error.code);
  return { model: result.value, messages: result.messages };
}

export function textOf(block: TextBlock): string {
  return block.inlines
    .map((inline) => {
      if (inline.kind === "text") return inline.text;
      return inline.kind === "break" ? "/" : inline.kind === "noteReference" ? `[^${inline.mark}]` : inline.text;
    })
    .join("");
}

/** Each text block as `type level role label|text`, indented by its containers. */
export function outline(model: DocumentModel): string[] {
  const lines: string[] = [];
  const visit = (node: object, depth: number): void => {
    const record = node as Record<string, unknown> & { type?: string };
    if ("inlines" in record) {
      const block = node as TextBlock;
      const level = block.level > 0 ? ` ${block.level}` : "";
      const role = block.role ? ` (${block.role})` : "";
      const label = block.label ? ` ${block.label.trim()}` : "";
      lines.push(`${"  ".repeat(depth)}${block.type}${level}${role}${label}: ${textOf(block)}`);
      return;
    }
    const part = record.type === "section" ? ` ${String(record.part)}` : "";
    const marker = record.type === "proposal" ? ` ${String(record.marker)} ${String(record.identifier)}`.trimEnd() : "";
    if (record.type && record.type !== "document") lines.push(`${"  ".repeat(depth)}<${record.type}${part}${marker}>`);
    for (const child of (record.children ?? record.rows ?? record.cells ?? []) as object[]) {
      visit(child, record.type === "document" ? depth : depth + 1);
    }
  };
  visit(model, 0);
  model.footnotes.forEach((note) => visit(note, 0));
  return lines;
}

/** The outline without containers and indentation. */
export function blockLines(text: string, language?: Language): string[] {
  return outline(recogniseText(text, language).model)
    .map((line) => line.trim())
    .filter((line) => !line.startsWith("<"));
}
