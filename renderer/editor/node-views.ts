/** Which nodes have a view of their own: every text block is drawn with its label column, sections and tables only when near. */
import type { Node } from "prosemirror-model";
import type { NodeViewConstructor } from "prosemirror-view";
import { schema } from "../../shared/schema/schema";
import { BlockView } from "./block-view";
import { bareFrame, type ProposalFrame, ProposalView } from "./proposal-view";
import { SectionView } from "./section-view";
import { TableView } from "./table-view";

const textBlocks = Object.values(schema.nodes).filter((type) => type.isTextblock);

export const nodeViews: Record<string, NodeViewConstructor> = {
  ...Object.fromEntries(
    textBlocks.map((type): [string, NodeViewConstructor] => [
      type.name,
      (node, view, getPos, decorations) => new BlockView(node, view, getPos, decorations),
    ]),
  ),
  section: (node) => new SectionView(node),
  table: (node) => new TableView(node),
};

/** The same with proposals that know their frame: what is derived about them and where their fields are. */
export function framedNodeViews(frame: ProposalFrame = bareFrame): Record<string, NodeViewConstructor> {
  return {
    ...nodeViews,
    proposal: (node, view, getPos) =>
      new ProposalView(node, getPos, (pos) => proposalsBefore(view.state.doc, pos), frame),
  };
}

function proposalsBefore(doc: Node, pos: number): number {
  let count = 0;
  doc.forEach((node, at) => {
    if (at < pos && node.type.name === "proposal") count++;
  });
  return count;
}
