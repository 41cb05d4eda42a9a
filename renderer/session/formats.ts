/** What bytes become in the window and what the window's document becomes as bytes, in one place. */
import type { Node } from "prosemirror-model";
import type { DocumentModel } from "../../shared/model/document";
import { failure, type Result, success } from "../../shared/result";
import { modelToDoc } from "../../shared/schema/model-to-doc";
import { readText } from "../../shared/text/reader";

export interface ReadBase {
  base: Node;
  /** Differs from the base when the file carries tracked changes. */
  current: Node;
}

/** Reads a text or Word file as a base. */
export function readBase(bytes: Uint8Array, name: string): Result<ReadBase> {
  const source = readText(bytes, name);
  if (!source.ok) return source;
  const children = source.value.blocks.flatMap((block, index) =>
    block.kind === "paragraph"
      ? [
          {
            type: "paragraph" as const,
            id: `b${index + 1}`,
            label: "",
            separator: "",
            level: 0,
            role: "",
            slice: null,
            inlines: block.inlines,
          },
        ]
      : [],
  );
  const model: DocumentModel = { type: "document", language: "fr", children, footnotes: [] };
  const base = modelToDoc(model);
  return base ? success({ base, current: base }, source.messages) : failure("unexpected");
}
