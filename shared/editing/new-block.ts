/** Blocks that commands make. They have no id yet: the identity plugin gives it in the same transaction. */
import type { Attrs, Fragment, Node } from "prosemirror-model";
import { schema } from "../schema/schema";

const ownToBlock = { id: "", slice: null, labelLocked: false };

/** A text block of a type with a label, which a tab separates from its text. */
export function newBlock(type: string, label = "", level = 0, content?: Fragment | readonly Node[]): Node {
  return schema.node(type, { label, separator: label ? "\t" : "", level }, content);
}

/** The block as another type, label or level; attributes that the type does not know are left out. */
export function asBlock(node: Node, type: string, change: Attrs = {}): Node {
  return schema.node(type, attributesFor(type, { ...node.attrs, ...change }), node.content, node.marks);
}

/** Attributes of a block that takes after another one without being it: a new id, no label, no source. */
export function attributesLike(node: Node, type: string, change: Attrs = {}): Attrs {
  return attributesFor(type, { ...node.attrs, ...ownToBlock, label: "", separator: "", ...change });
}

function attributesFor(type: string, attrs: Attrs): Attrs {
  const known = schema.nodes[type]!.spec.attrs ?? {};
  return Object.fromEntries(Object.entries(attrs).filter(([name]) => name in known));
}
