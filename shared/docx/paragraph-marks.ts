/**
 * Which paragraph marks of a marked text are inserted, deleted or left alone. In Word a mark ends its
 * paragraph and is a revision of its own: when it goes, the paragraph runs on into the following one,
 * whose mark decides how the whole looks (ECMA-376 Part 1 §17.13.5.15, §17.13.5.20). The last mark
 * before a table, at the end of a cell, a note or the body cannot go; there the marks before it carry
 * the change, one place earlier. Either way accepting and rejecting give the paragraphs of each text.
 */
import type { MergedParagraph, Presence } from "./merged-items";

export type Mark = "kept" | "inserted" | "deleted";

export interface MarkedParagraph {
  /** What stands in it: one paragraph, or a replaced one (the old, then the new). */
  parts: MergedParagraph[];
  mark: Mark;
  /** True when the mark comes or goes with this paragraph, and not for a neighbour. */
  own: boolean;
  /** The paragraph whose properties hold when its mark is read in the base, or in the current text. */
  rejected: MergedParagraph | null;
  accepted: MergedParagraph | null;
}

/** What follows a run of paragraphs: a paragraph, a table, or the end of the cell, note or body that holds it. */
export type RunEnd = "paragraph" | "table" | "end";

const ownMark: Record<Presence, Mark> = { both: "kept", frame: "kept", base: "deleted", current: "inserted" };

/** True for a paragraph whose mark stands in both texts. */
export function staysOnBothSides(paragraph: MergedParagraph): boolean {
  return markOf(paragraph) === "kept";
}

function markOf({ presence, part }: MergedParagraph): Mark {
  return ownMark[part?.mark ?? presence];
}

/** Gives each paragraph of a run between tables its mark. */
export function markParagraphs(run: readonly MergedParagraph[], end: RunEnd): MarkedParagraph[] {
  const groups: MergedParagraph[][] = run.map((paragraph) => [paragraph]);
  if (run.length === 0) return [];
  let anchor = lastIndexWhere(groups, ([paragraph]) => markOf(paragraph!) === "kept");
  if (anchor < 0 && end !== "paragraph") {
    // Nothing stays: an old paragraph and the new one after it share a mark, which then stays.
    const replaced = lastIndexWhere(groups, ([paragraph], index) => {
      const next = groups[index + 1]?.[0];
      return next !== undefined && next.presence !== paragraph!.presence;
    });
    if (replaced >= 0) {
      const pair = [...groups[replaced]!, ...groups[replaced + 1]!];
      // Deletion before insertion, whichever stood first.
      pair.sort((x, y) => Number(x.presence === "current") - Number(y.presence === "current"));
      groups.splice(replaced, 2, pair);
      anchor = replaced;
    }
  }
  const own = groups.map((parts) => (parts.length > 1 ? "kept" : markOf(parts[0]!)));
  const shifted = (index: number) => end !== "paragraph" && index >= anchor;
  const marks = own.map((mark, index): Mark => {
    if (!shifted(index)) return mark;
    // A lone side before a table keeps its own marks: Word removes such paragraphs whole.
    if (anchor < 0) return index === groups.length - 1 && end === "end" ? "kept" : mark;
    return own[index + 1] ?? "kept";
  });
  let rejected: MergedParagraph | null = null;
  let accepted: MergedParagraph | null = null;
  return groups.map((parts, index) => {
    for (const part of parts) {
      if (part.presence !== "current") rejected = part;
      if (part.presence !== "base") accepted = part;
    }
    return { parts, mark: marks[index]!, own: !shifted(index), rejected, accepted };
  });
}

function lastIndexWhere<T>(values: readonly T[], holds: (value: T, index: number) => boolean): number {
  for (let index = values.length - 1; index >= 0; index--) if (holds(values[index]!, index)) return index;
  return -1;
}
