/**
 * Which paragraphs that moved are written as moves: a pair of `w:moveFrom` and `w:moveTo` under one name
 * (ECMA-376 Part 1 §17.13.5.21–28), never half of one. A pair needs a mark of its own at both places. Where
 * the mark is another paragraph's (the last one before a table, at the end of a cell or of the text, a row of
 * one text only, a note), the paragraph is written as a deletion and an insertion instead.
 */
import type { Provision } from "../redline/redline-types";
import type { BodyItem } from "./body-item";
import type { MergedParagraph } from "./merged-items";
import { markParagraphs, type RunEnd } from "./paragraph-marks";

export interface Move {
  /** The name that both ends share; no other move of the package has it. */
  name: string;
}

/** The moves of a text, by what moved. */
export type Moves = ReadonlyMap<Provision, Move>;

/** Finds the paragraphs of a story, or of what is written of it, that can be written as moves. */
export function planMoves(stretches: readonly { items: readonly BodyItem[]; end: RunEnd }[]): Moves {
  const ends = new Map<Provision, Set<"base" | "current">>();
  for (const { items, end } of stretches) visit(items, end);
  const moves = new Map<Provision, Move>();
  for (const [provision, found] of ends) {
    if (found.size === 2) moves.set(provision, { name: `move${moves.size + 1}` });
  }
  return moves;

  function visit(story: readonly BodyItem[], storyEnd: RunEnd): void {
    let run: MergedParagraph[] = [];
    const flush = (end: RunEnd) => {
      // Most texts have no moves, and then nobody asks whose the marks are.
      if (run.some(isOneEnd)) {
        for (const paragraph of withOwnMarks(run, end)) note(paragraph);
      }
      run = [];
    };
    for (const item of story) {
      if (item.kind === "paragraph") {
        run.push(item);
      } else if (item.kind === "line") {
        flush("paragraph");
      } else if (item.kind === "letterhead") {
        // Its lines are in both texts.
        flush("table");
      } else {
        flush("table");
        const shared = item.rows.filter(({ presence }) => presence === "both" || presence === "frame");
        for (const cell of shared.flatMap(({ cells }) => cells)) visit(cell.items, "end");
      }
    }
    flush(storyEnd);
  }

  function note(paragraph: MergedParagraph): void {
    if (!isOneEnd(paragraph)) return;
    const { provision, presence } = paragraph;
    ends.set(provision, (ends.get(provision) ?? new Set()).add(presence));
  }
}

interface End extends MergedParagraph {
  provision: Provision;
  presence: "base" | "current";
}

/**
 * Whether a paragraph stands here in one text and elsewhere in the other. Of two that changed places a file may say that
 * one moved and the redline that the other did: whichever is written at two places is the one.
 */
function isOneEnd(paragraph: MergedParagraph): paragraph is End {
  const { provision, presence } = paragraph;
  return !!provision?.before && !!provision.after && (presence === "base" || presence === "current");
}

/** The paragraphs of a run whose own mark goes or comes with them. */
function withOwnMarks(run: readonly MergedParagraph[], end: RunEnd): MergedParagraph[] {
  return markParagraphs(run, end).flatMap(({ parts, own }) => (own && parts.length === 1 ? parts : []));
}
