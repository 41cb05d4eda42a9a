/**
 * Carries authors and dates from the paragraphs of a tracked Word file to the blocks of its two texts. A
 * block is found by the slice it was read from; where recognition took a label off the paragraph's text,
 * the offsets move by its length. What finds no block keeps no author, and the draft's author stands in.
 */
import type { Node } from "prosemirror-model";
import type { WordFile, WordSide } from "../docx/word-file";
import { sizeOfInlines } from "../model/source";
import { isChange, type Redline } from "../redline/redline-types";
import { blocksBySlice } from "../schema/blocks";

export interface TrackedSpan {
  side: "inserted" | "deleted";
  /** Id of the block, in the current text for an insertion, in the base for a deletion. */
  block: string;
  /** Offsets in the block's content; equal where the block as a whole is meant. */
  from: number;
  to: number;
  author: string;
  date: string;
}

/**
 * The insertions and deletions of a file, placed in the documents that were made of it. What has no width there signs
 * its whole block: a label that recognition took off, new formatting, the mark of a joined or split paragraph.
 */
export function trackedSpans(file: WordFile, base: Node, current: Node, compared: Redline): TrackedSpan[] {
  const sides = [
    placedSpans(file.sides.reject, base, "deleted", ["deletion", "moveFrom"]),
    placedSpans(file.sides.accept, current, "inserted", ["insertion", "moveTo"]),
  ];
  // The first that signs a block stands for it.
  const groups = ["own", "marks", "words", "beside"] as const;
  const spans = groups.flatMap((group) => sides.flatMap((side) => side[group]));
  return [...spans, ...unsigned(compared, spans, blocksBySlice(base), blocksBySlice(current))];
}

/**
 * Where a line stands many times, or two could have moved, the redline may mark another one than the file does: such a
 * change is signed by whoever made most of them.
 */
function unsigned(
  { provisions }: Redline,
  spans: readonly TrackedSpan[],
  base: ReadonlyMap<string, Node>,
  current: ReadonlyMap<string, Node>,
): TrackedSpan[] {
  const signed = new Set(spans.map(({ block }) => block));
  const most = mostFrequent(spans);
  if (!most) return [];
  return provisions.flatMap(({ status, before, after }) => {
    if (!isChange(status)) return [];
    const found = current.get(after?.node.attrs.slice ?? "") ?? base.get(before?.node.attrs.slice ?? "");
    const block: string | undefined = found?.attrs.id;
    if (block === undefined || signed.has(block)) return [];
    return [{ ...most, side: after ? ("inserted" as const) : ("deleted" as const), block, from: 0, to: 0 }];
  });
}

/** The act that most of the changes belong to. */
function mostFrequent(spans: readonly TrackedSpan[]): TrackedSpan | undefined {
  const counts = new Map<string, { span: TrackedSpan; count: number }>();
  for (const span of spans) {
    const act = `${span.author} ${span.date}`;
    counts.set(act, { span, count: (counts.get(act)?.count ?? 0) + 1 });
  }
  let most: { span: TrackedSpan; count: number } | undefined;
  for (const each of counts.values()) if (!most || each.count > most.count) most = each;
  return most?.span;
}

interface PlacedSpans {
  /** Of a label, or of formatting. */
  own: TrackedSpan[];
  marks: TrackedSpan[];
  words: TrackedSpan[];
  /** A mark stands between two paragraphs: the second may be what came or went with it. */
  beside: TrackedSpan[];
}

function placedSpans(side: WordSide, doc: Node, name: TrackedSpan["side"], kinds: readonly string[]): PlacedSpans {
  const blocks = blocksBySlice(doc);
  const spans: PlacedSpans = { own: [], marks: [], words: [], beside: [] };
  for (const { paragraph, paragraphMark, from, to, kind, author, date } of side.attributions) {
    const add = (group: keyof PlacedSpans, index: number, start = 0, end = 0) => {
      const block = blocks.get(side.paragraphs[index]?.slice ?? "");
      if (block) spans[group].push({ side: name, block: block.attrs.id, from: start, to: end, author, date });
    };
    if (kind === "formatting") {
      add("own", paragraph);
      continue;
    }
    if (paragraphMark) {
      add("marks", paragraph);
      add("beside", paragraph + 1);
      continue;
    }
    const source = side.paragraphs[paragraph];
    const block = blocks.get(source?.slice ?? "");
    if (!source || !block || !kinds.includes(kind)) continue;
    // Longer than its paragraph: several paragraphs were joined, and offsets say nothing.
    const taken = sizeOfInlines(source.inlines) - block.content.size;
    if (taken < 0) continue;
    // A label that a field counted has no width either.
    if (from < taken || from === to) add("own", paragraph);
    if (to > taken) add("words", paragraph, Math.max(from - taken, 0), Math.min(to - taken, block.content.size));
  }
  return spans;
}
