/**
 * Compares the lines that a file gives with those that it must give. Lines of the frame may stand
 * between them, in their own order, or be left out; everything else must be there and nothing more.
 */
import { readMarkerLine } from "../resolution/marker";
import type { TextLine } from "./text-lines";

export interface Mismatch {
  /** What should stand here; null when the file holds more than it should. */
  expected: TextLine | null;
  /** What stands here; null when the file ends too early. */
  found: TextLine | null;
}

/** Finds the first line that is not as it must be; null when all are. */
export function matchLines(
  found: readonly TextLine[],
  expected: readonly TextLine[],
  beside: readonly TextLine[],
): Mismatch | null {
  if (beside.length === 0) return firstDifference(found, expected);
  // Number of expected lines met so far, with the fewest lines of the frame used up on the way there.
  let states = new Map([[0, 0]]);
  const openings = beside.map(({ text }) => openingText(text));
  for (const line of found) {
    const opening = openingText(line.text);
    const next = new Map<number, number>();
    const reach = (met: number, used: number) => {
      if (used < (next.get(met) ?? Number.POSITIVE_INFINITY)) next.set(met, used);
    };
    for (const [met, used] of states) {
      if (expected[met]?.text === line.text) reach(met + 1, used);
      const frame = openings.findIndex((text, index) => index >= used && text === opening);
      if (frame >= 0) reach(met, frame + 1);
    }
    if (next.size === 0) return { expected: expected[Math.max(...states.keys())] ?? null, found: line };
    states = next;
  }
  const met = Math.max(...states.keys());
  return met === expected.length ? null : { expected: expected[met]!, found: null };
}

/** A line that opens a proposal without what tells one file from another: the sign between marker and identifier. */
function openingText(text: string): string {
  const read = readMarkerLine(text);
  return read ? [read.marker, read.identifier].filter(Boolean).join("\t") : text;
}

/** Without a frame there is one way to read a file: line by line. */
function firstDifference(found: readonly TextLine[], expected: readonly TextLine[]): Mismatch | null {
  const length = Math.max(found.length, expected.length);
  for (let index = 0; index < length; index++) {
    if (found[index]?.text !== expected[index]?.text) {
      return { expected: expected[index] ?? null, found: found[index] ?? null };
    }
  }
  return null;
}
