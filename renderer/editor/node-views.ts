/** Which nodes have a view of their own: every text block is drawn with its label column. */
import type { NodeViewConstructor } from "prosemirror-view";
import { schema } from "../../shared/schema/schema";
import { BlockView } from "./block-view";

const textBlocks = Object.values(schema.nodes).filter((type) => type.isTextblock);

export const nodeViews: Record<string, NodeViewConstructor> = Object.fromEntries(
  textBlocks.map((type) => [
    type.name,
    (node, view, getPos, decorations) => new BlockView(node, view, getPos, decorations),
  ]),
);
