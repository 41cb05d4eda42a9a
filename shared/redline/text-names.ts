/**
 * The names of the texts of a shelf (see `compared-base`): each proposal names the text that it changes. Names are
 * local to a draft; what comes from elsewhere takes those of the draft that it is laid beside, or has none.
 */
import { type Attrs, Fragment, type Node } from "prosemirror-model";

/** Names each proposal of a document anew; the same document where nothing changes. */
export function renameTexts(doc: Node, nameOf: (attrs: Attrs, index: number, proposal: Node) => string): Node {
  let proposal = -1;
  const children = doc.children.map((node) => {
    if (node.type.name !== "proposal") return node;
    proposal++;
    const baseId = nameOf(node.attrs, proposal, node);
    return baseId === node.attrs.baseId ? node : node.type.create({ ...node.attrs, baseId }, node.content, node.marks);
  });
  return children.every((node, index) => node === doc.child(index)) ? doc : doc.copy(Fragment.from(children));
}

/** A document whose texts have no names. */
export function withoutNames(doc: Node): Node {
  return renameTexts(doc, () => "");
}
