/**
 * What a text read from Word loses in another file than its own: images, equations, text boxes and the like are kept as
 * the file has them and stand nowhere else. Of fields and symbols the text is written.
 */
import type { Node } from "prosemirror-model";
import type { Message } from "../result";

const written: ReadonlySet<string> = new Set(["field", "symbol", "pageBreak"]);

/** Counts the objects that only the text's own file can hold. */
export function objectsOfOwnFile(doc: Node): number {
  let count = 0;
  doc.descendants(({ type, attrs }) => {
    if (type.name === "inlineObject" && attrs.source !== "" && !written.has(attrs.what)) count++;
  });
  return count;
}

/** Says that they were left out. */
export function objectsLeftOut(doc: Node): Message[] {
  const count = objectsOfOwnFile(doc);
  return count === 0 ? [] : [{ severity: "warning", code: "export.objects-left-out", values: { count } }];
}
