/**
 * Compares the content of one block of the base with its counterpart in the current text. The result
 * covers both contents piece by piece, a deletion before the insertion that replaces it; formatting
 * that differs over equal text is a segment of its own, so that writers can say so. Labels are not
 * content. The result depends on the two contents and the language alone.
 */
import type { Mark, Node } from "prosemirror-model";
import { leafText, silentMarks } from "../schema/schema";
import type { Segment } from "./redline-types";
import { diffPieces } from "./word-diff";
import { piecesOf } from "./words";

/** Names a note the same way in base and current text when the two notes were paired. */
export interface NoteKeys {
  before: (note: string) => string;
  after: (note: string) => string;
}

/** Compares two blocks; equal contents give one `=` segment, or none when both are empty. */
export function diffBlock(base: Node, current: Node, language: string, notes?: NoteKeys): Segment[] {
  const piecesA = piecesOf(base, language, notes?.before);
  const piecesB = piecesOf(current, language, notes?.after);
  const startA = (index: number) => piecesA[index]?.from ?? base.content.size;
  const startB = (index: number) => piecesB[index]?.from ?? current.content.size;
  const segments: Segment[] = [];
  let a = 0;
  let b = 0;
  for (const change of diffPieces(piecesA, piecesB)) {
    const [fromA, toA] = [startA(change.fromA), startA(change.toA)];
    const [fromB, toB] = [startB(change.fromB), startB(change.toB)];
    pushEqual(segments, base, current, a, fromA, b, fromB);
    if (toA > fromA) {
      segments.push({ op: "-", text: textOf(base, fromA, toA), fromA, toA, fromB, toB: fromB });
    }
    if (toB > fromB) {
      segments.push({ op: "+", text: textOf(current, fromB, toB), fromA: toA, toA, fromB, toB });
    }
    a = toA;
    b = toB;
  }
  pushEqual(segments, base, current, a, base.content.size, b, current.content.size);
  return segments;
}

/** The one segment of a block that exists on one side only, or of a block that did not change. */
export function wholeSegments(op: Segment["op"], block: Node): Segment[] {
  const size = block.content.size;
  if (size === 0) return [];
  const [toA, toB] = [op === "+" ? 0 : size, op === "-" ? 0 : size];
  return [{ op, text: textOf(block, 0, size), fromA: 0, toA, fromB: 0, toB }];
}

function textOf(block: Node, from: number, to: number): string {
  const only = block.childCount === 1 ? block.firstChild!.text : undefined;
  return only?.slice(from, to) ?? block.textBetween(from, to, undefined, leafText);
}

function pushEqual(
  segments: Segment[],
  base: Node,
  current: Node,
  fromA: number,
  toA: number,
  fromB: number,
  toB: number,
): void {
  if (toA === fromA) return;
  const runsA = formattingRuns(base, fromA, toA);
  const runsB = formattingRuns(current, fromB, toB);
  const length = toA - fromA;
  let start = 0;
  let formatted = false;
  let indexA = 0;
  let indexB = 0;
  for (let offset = 0; offset < length; ) {
    const runA = runsA[indexA]!;
    const runB = runsB[indexB]!;
    const differs = runA.key !== runB.key;
    if (differs !== formatted && offset > start) {
      push(start, offset, formatted);
      start = offset;
    }
    formatted = differs;
    const end = Math.min(runA.to - fromA, runB.to - fromB);
    if (runA.to - fromA === end) indexA++;
    if (runB.to - fromB === end) indexB++;
    offset = end;
  }
  push(start, length, formatted);

  function push(from: number, to: number, isFormatted: boolean): void {
    const segment: Segment = {
      op: "=",
      text: textOf(current, fromB + from, fromB + to),
      fromA: fromA + from,
      toA: fromA + to,
      fromB: fromB + from,
      toB: fromB + to,
    };
    if (isFormatted) segment.formatted = true;
    segments.push(segment);
  }
}

interface FormattingRun {
  to: number;
  key: string;
}

function formattingRuns(block: Node, from: number, to: number): FormattingRun[] {
  const runs: FormattingRun[] = [];
  block.nodesBetween(from, to, (node, pos) => {
    if (node.isInline) runs.push({ to: Math.min(pos + node.nodeSize, to), key: formattingKey(node.marks) });
    return true;
  });
  return runs;
}

/** Names the formatting that a drafter gave. */
function formattingKey(marks: readonly Mark[]): string {
  return marks
    .map((mark) => mark.type.name)
    .filter((name) => !silentMarks.has(name))
    .sort()
    .join(" ");
}
