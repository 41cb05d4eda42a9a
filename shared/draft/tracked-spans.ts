/**
 * Carries authors and dates from the paragraphs of a tracked Word file to the blocks of its two texts. A
 * block is found by the slice it was read from; where recognition took a label off the paragraph's text,
 * the offsets move by its length. What finds no block keeps no author, and the draft's author stands in.
 */
import type { Node } from "prosemirror-model";
import type { WordFile, WordSide } from "../docx/word-file";
import type { SourceParagraph } from "../model/source";

export interface TrackedSpan {
  side: "inserted" | "deleted";
  /** Id of the block, in the current text for an insertion, in the base for a deletion. */
  block: string;
  /** Offsets in the block's content. */
  from: number;
  to: number;
  author: string;
  date: string;
}

/** The insertions and deletions of a file, placed in the documents that were made of it. */
export function trackedSpans(file: WordFile, base: Node, current: Node): TrackedSpan[] {
  return [
    ...spansOf(file.sides.reject, base, "deleted", ["deletion", "moveFrom"]),
    ...spansOf(file.sides.accept, current, "inserted", ["insertion", "moveTo"]),
  ];
}

function spansOf(side: WordSide, doc: Node, name: TrackedSpan["side"], kinds: readonly string[]): TrackedSpan[] {
  const blocks = new Map<string, Node>();
  doc.descendants((node) => {
    if (node.isTextblock && node.attrs.slice !== null) blocks.set(node.attrs.slice, node);
    return !node.isTextblock;
  });
  return side.attributions.flatMap(({ paragraph, from, to, kind, author, date }) => {
    const source = side.paragraphs[paragraph];
    const block = source?.slice === undefined ? undefined : blocks.get(source.slice);
    if (!source || !block || !kinds.includes(kind)) return [];
    // Longer than its paragraph: several paragraphs were joined, and offsets say nothing.
    const taken = sizeOf(source) - block.content.size;
    if (taken < 0) return [];
    const span = { from: Math.max(from - taken, 0), to: Math.min(to - taken, block.content.size) };
    return span.from < span.to ? [{ side: name, block: block.attrs.id as string, ...span, author, date }] : [];
  });
}

/** The size that a paragraph's inlines would have as the content of a block. */
function sizeOf({ inlines }: SourceParagraph): number {
  return inlines.reduce((size, inline) => size + (inline.kind === "text" ? inline.text.length : 1), 0);
}
