/** Small edits to any document, at places chosen by count only, for tests on files that nobody chose. */
import type { Node } from "prosemirror-model";
import { schema } from "../../shared/schema/schema";

/** Positions of the paragraphs, notes apart, whose first text has a space within. */
export function spacedParagraphs(doc: Node): number[] {
  const places: number[] = [];
  doc.descendants((node, pos) => {
    const spaced = node.isTextblock && node.firstChild?.isText && node.firstChild.text!.trim().includes(" ");
    if (spaced && node.type.name !== "footnote") places.push(pos);
    return !node.isTextblock;
  });
  return places;
}

/** The document with the word "ajouté" after the first word of each of these paragraphs. */
export function withWordAt(doc: Node, places: ReadonlySet<number>): Node {
  const insert = (node: Node, pos: number): Node => {
    const chosen = places.has(pos);
    if (node.isTextblock && !chosen) return node;
    const children: Node[] = [];
    node.forEach((child, offset) =>
      children.push(child.isText || child.isLeaf ? child : insert(child, pos + 1 + offset)),
    );
    if (chosen) {
      const text = node.firstChild!.text!;
      const cut = text.length - text.trimStart().length + text.trimStart().indexOf(" ");
      children[0] = schema.text(`${text.slice(0, cut)} ajouté${text.slice(cut)}`, node.firstChild!.marks);
    }
    return node.type.create(node.attrs, children, node.marks);
  };
  return insert(doc, -1);
}

/** The document with the first occurrence of some words replaced. */
export function replaced(doc: Node, from: string, to: string): Node {
  let done = false;
  const edit = (node: Node): Node => {
    if (done) return node;
    if (!node.isText) return node.isLeaf ? node : node.type.create(node.attrs, node.children.map(edit), node.marks);
    done = node.text!.includes(from);
    return done ? schema.text(node.text!.replace(from, to), node.marks) : node;
  };
  return edit(doc);
}
