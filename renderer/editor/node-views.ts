/** Which nodes have a view of their own: every text block is drawn with its label column, sections only when near. */
import type { NodeViewConstructor } from "prosemirror-view";
import { schema } from "../../shared/schema/schema";
import { BlockView } from "./block-view";
import { SectionView } from "./section-view";

const textBlocks = Object.values(schema.nodes).filter((type) => type.isTextblock);

export const nodeViews: Record<string, NodeViewConstructor> = {
  ...Object.fromEntries(
    textBlocks.map((type): [string, NodeViewConstructor] => [
      type.name,
      (node, view, getPos, decorations) => new BlockView(node, view, getPos, decorations),
    ]),
  ),
  section: (node) => new SectionView(node),
};
