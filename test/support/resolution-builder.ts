/**
 * Builds documents for tests from plain lines, without the recogniser: a line without a tab is a call
 * (the first one the enacting formula), a line with a tab is an item; deeper items begin with spaces.
 */
import type { Node } from "prosemirror-model";
import { schema } from "../../shared/schema/schema";

let serial = 0;

/** An id that no other node of these tests has. */
export function freshId(): string {
  return `t${++serial}`;
}

/** A text block with a fresh id. */
export function block(type: string, text: string, label = "", level = 0): Node {
  const separator = label ? "\t" : "";
  const content = text
    .split(/(\n|\[\^[^\]]+\])/u)
    .filter(Boolean)
    .map((part) => {
      if (part === "\n") return schema.node("hardBreak");
      if (part.startsWith("[^")) {
        const mark = part.slice(2, -1);
        return schema.node("footnoteReference", { note: `note ${mark}`, mark });
      }
      return schema.text(part);
    });
  return schema.node(type, { id: freshId(), label, separator, level }, content);
}

/** A resolution inside a proposal, from its lines. */
export function resolution(text: string, language = "fr", notes: Node[] = []): Node {
  const head: Node[] = [];
  const sections: Node[][] = [];
  for (const line of text.split("\n").filter(Boolean)) {
    const tab = line.indexOf("\t");
    if (tab >= 0) {
      const label = line.slice(0, tab).trim();
      const level = 1 + (line.length - line.trimStart().length) / 2;
      sections.at(-1)?.push(block("item", line.slice(tab + 1), label, level));
    } else if (head.length === 0) head.push(block("enacting", line));
    else sections.push([block("call", line)]);
  }
  const content = [...head, ...sections.map((children) => schema.node("section", null, children))];
  const proposal = schema.node("proposal", { id: freshId() }, [schema.node("resolution", null, content)]);
  const doc = schema.node(
    "doc",
    { language },
    notes.length ? [proposal, schema.node("footnotes", null, notes)] : proposal,
  );
  doc.check();
  return doc;
}
