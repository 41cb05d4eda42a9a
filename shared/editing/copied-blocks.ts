/**
 * What a selection holds, as blocks: the form in which text is copied. A block cut at its start or end is
 * marked as a part, because a part takes no label along and joins the text it is pasted into.
 */
import type { Node } from "prosemirror-model";
import type { EditorState } from "prosemirror-state";
import { blockText, contentText } from "../schema/blocks";

export interface Copied {
  /** Text blocks and tables in reading order. */
  blocks: Node[];
  /** The first (last) block is the rest (the beginning) of one that was cut. */
  startsInside: boolean;
  endsInside: boolean;
}

/** The blocks of the selection. */
export function copiedBlocks({ selection, doc }: EditorState): Copied {
  const { $from, $to } = selection;
  const blocks: Node[] = [];
  doc.nodesBetween($from.pos, $to.pos, (node, pos) => {
    if (node.type.name === "table" && pos >= $from.pos && pos + node.nodeSize <= $to.pos) {
      blocks.push(node);
      return false;
    }
    if (!node.isTextblock) return true;
    const start = Math.max($from.pos - pos - 1, 0);
    const end = Math.min($to.pos - pos - 1, node.content.size);
    // A block of which the selection holds only the border is not copied.
    if (end > start || node.content.size === 0) blocks.push(node.cut(start, end));
    return false;
  });
  const endsInside = $to.parent.isTextblock && $to.parentOffset > 0 && $to.parentOffset < $to.parent.content.size;
  const startsInside = $from.parent.isTextblock && $from.parentOffset > 0;
  // A word copied from the start of an item is a word, not an item.
  return { blocks, startsInside: startsInside || (blocks.length === 1 && endsInside), endsInside };
}

/** The copied text as plain lines, labels typed. */
export function plainTextOf({ blocks, startsInside }: Copied): string {
  const lines: string[] = [];
  blocks.forEach((block, i) => {
    if (i === 0 && startsInside && block.isTextblock) lines.push(contentText(block));
    else for (const inner of textBlocksOf(block)) lines.push(blockText(inner));
  });
  return lines.join("\n");
}

/** The text blocks of a node, itself included. */
export function textBlocksOf(node: Node): Node[] {
  if (node.isTextblock) return [node];
  const found: Node[] = [];
  node.descendants((child) => {
    if (child.isTextblock) found.push(child);
    return !child.isTextblock;
  });
  return found;
}
