/** A text under another marker. */
import type { Node } from "prosemirror-model";

/** The document with this marker on each proposal. */
export function markedAs(doc: Node, marker: string): Node {
  const children = doc.children.map((node) =>
    node.type.name === "proposal" ? node.type.create({ ...node.attrs, marker }, node.content, node.marks) : node,
  );
  return doc.type.create(doc.attrs, children, doc.marks);
}
