/**
 * The changes that a Word file tracks, as far as they still stand in a draft made of it: each with its number, author
 * and date, and the stretch of the block that it covers now. So a paragraph that is written anew keeps what others
 * changed in it under their names.
 */
import type { Node } from "prosemirror-model";
import { sizeOfInlines } from "../model/source";
import type { Block } from "../schema/blocks";
import { type FileTexts, survivors } from "./file-texts";
import type { Side } from "./records";
import { type Attribution, paragraphsBySlice, type WordFile, type WordSide } from "./word-file";

export interface StandingChange {
  from: number;
  to: number;
  id: string;
  author: string;
  date: string;
}

export interface StandingChanges {
  /** Stretches of a block's content. */
  content: readonly StandingChange[];
  label: StandingChange | null;
  /** The change of the paragraph mark. */
  mark: StandingChange | null;
}

const none: StandingChanges = { content: [], label: null, mark: null };
const kinds: Readonly<Record<Side, readonly string[]>> = {
  accept: ["insertion", "moveTo"],
  reject: ["deletion", "moveFrom"],
};

interface IndexedSide {
  paragraphs: ReadonlyMap<string, number>;
  attributions: ReadonlyMap<number, readonly Attribution[]>;
}

export class StandingRegister {
  private readonly sides: Readonly<Record<Side, IndexedSide>>;

  constructor(
    private readonly file: WordFile,
    private readonly texts: FileTexts,
  ) {
    this.sides = { accept: indexed(file.sides.accept), reject: indexed(file.sides.reject) };
  }

  /** What stands in a block of the base (`reject`) or of the current text (`accept`). */
  of(block: Block | null, side: Side): StandingChanges {
    const slice: string | null = block?.node.attrs.slice ?? null;
    const inFile = slice === null ? undefined : this.texts[side].blocks.get(slice)?.node;
    const index = slice === null ? undefined : this.sides[side].paragraphs.get(slice);
    const found = index === undefined ? undefined : this.sides[side].attributions.get(index);
    if (!block || !inFile || index === undefined || !found) return none;
    const own = found.filter(({ kind }) => kinds[side].includes(kind));
    const taken = labelSize(this.file.sides[side], index, inFile);
    const surviving = survivors(inFile, block.node);
    const change = ({ id, author, date }: Attribution, from: number, to: number) => ({ from, to, id, author, date });
    const mark = own.find(({ paragraphMark }) => paragraphMark);
    // A label that a field counts has no width.
    const label = own.find(({ paragraphMark, from, to }) => !paragraphMark && (from < taken || from === to));
    const content = own
      .filter(({ paragraphMark }) => !paragraphMark)
      .flatMap((each) =>
        surviving.flatMap(({ from, to, shift }) => {
          const [start, end] = [Math.max(each.from - taken, from), Math.min(each.to - taken, to)];
          return start < end ? [change(each, start + shift, end + shift)] : [];
        }),
      );
    return { content, label: label ? change(label, 0, 0) : null, mark: mark ? change(mark, 0, 0) : null };
  }
}

/** Cuts a stretch where one change ends and another begins; null for what no change of the file covers. */
export function stretchesOf(
  from: number,
  to: number,
  changes: readonly StandingChange[],
): { from: number; to: number; by: StandingChange | null }[] {
  const stretches: { from: number; to: number; by: StandingChange | null }[] = [];
  let at = from;
  for (const change of changes) {
    const [start, end] = [Math.max(change.from, at), Math.min(change.to, to)];
    if (start >= end) continue;
    if (start > at) stretches.push({ from: at, to: start, by: null });
    stretches.push({ from: start, to: end, by: change });
    at = end;
  }
  if (at < to) stretches.push({ from: at, to, by: null });
  return stretches;
}

function indexed(side: WordSide): IndexedSide {
  const attributions = new Map<number, Attribution[]>();
  for (const each of side.attributions) {
    attributions.set(each.paragraph, [...(attributions.get(each.paragraph) ?? []), each]);
  }
  return { paragraphs: paragraphsBySlice(side), attributions };
}

/** How much of a paragraph of the file became the label of a block, and what separates it from the text. */
export function labelSize({ paragraphs }: WordSide, index: number, inFile: Node): number {
  return Math.max(sizeOfInlines(paragraphs[index]!.inlines) - inFile.content.size, 0);
}
