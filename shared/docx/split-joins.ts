/**
 * Paragraphs that were split or joined, as Word tracks them: not as words that went and came, but as a paragraph mark that
 * came or went (ISO/IEC 29500-1 §17.13.5.15, 20). The redline pairs one of the parts and calls the other added or
 * suppressed; where the parts, read as one, share their words with the paragraph that they come from or became, each
 * is given its share of the comparison. Reading either side gives the same paragraphs as before.
 */
import { Fragment, type Node } from "prosemirror-model";
import { diffBlock } from "../redline/block-diff";
import type { Segment } from "../redline/redline-types";
import { schema } from "../schema/schema";
import type { MergedItem, MergedParagraph } from "./merged-items";

type Side = "before" | "after";

/** Share of a part's words that must come from the whole, or go to it. */
const SHARED = 0.6;
/** LibreOffice joins no third paragraph to two that it has just joined; what is left is told by its words. */
const MOST_JOINED = 2;
/** Fewer signs than these say nothing. */
const FEWEST_SIGNS = 4;

/** Gives the parts of split and joined paragraphs marks of their own. */
export function withSplitsAndJoins(items: readonly MergedItem[]): MergedItem[] {
  const result = [...items];
  for (let at = 0; at < result.length; at++) {
    const whole = result[at]!;
    if (whole.kind !== "paragraph" || !isEdited(whole)) continue;
    for (const [lone, op] of [
      ["after", "-"],
      ["before", "+"],
    ] as const) {
      const marked = lengthOf(whole, op);
      let [from, to] = [at, at + 1];
      if (marked < FEWEST_SIGNS) continue;
      if (isLone(result[from - 1], lone)) from--;
      while (to - from < 6 && isLone(result[to], lone)) to++;
      const parts = partsAmong(result.slice(from, to) as MergedParagraph[], at - from, lone, marked);
      if (!parts) continue;
      result.splice(from + parts.from, parts.paragraphs.length, ...parts.paragraphs);
      at = from + parts.from + parts.paragraphs.length - 1;
      break;
    }
  }
  return result;
}

function isEdited({ presence, provision, part, segments }: MergedParagraph): boolean {
  return presence === "both" && !part && provision?.moved === false && segments.some(({ op }) => op !== "=");
}

/** A paragraph of one text alone that did not move there. */
function isLone(item: MergedItem | undefined, side: Side): boolean {
  if (item?.kind !== "paragraph" || item.presence !== (side === "after" ? "current" : "base")) return false;
  return item.provision?.moved === false && item[side]!.node.content.size >= FEWEST_SIGNS;
}

function lengthOf({ segments }: MergedParagraph, op: Segment["op"]): number {
  return segments.reduce((sum, { op: own, text }) => (own === op ? sum + text.length : sum), 0);
}

/** Finds the longest stretch around the whole whose members are its parts. */
function partsAmong(
  stretch: readonly MergedParagraph[],
  at: number,
  side: Side,
  marked: number,
): { from: number; paragraphs: MergedParagraph[] } | null {
  const most = side === "before" ? Math.min(stretch.length, MOST_JOINED) : stretch.length;
  for (let length = most; length > 1; length--) {
    for (let from = Math.max(0, at - length + 1); from <= at && from + length <= stretch.length; from++) {
      const members = stretch.slice(from, from + length);
      const others = members.filter((_, index) => from + index !== at);
      const size = others.reduce((sum, other) => sum + other[side]!.node.content.size, 0);
      if (size * SHARED > marked) continue;
      const paragraphs = partsOf(members, stretch[at]!, side);
      if (paragraphs) return { from, paragraphs };
    }
  }
  return null;
}

/** The members as parts of the whole, each with its share of one comparison; null when one of them is no part of it. */
function partsOf(members: readonly MergedParagraph[], whole: MergedParagraph, side: Side): MergedParagraph[] | null {
  const nodes = members.map((member) => member[side]!.node);
  // A break between the parts keeps the last word of one and the first of the next apart; no part holds it.
  const lines = nodes.flatMap(({ children }, index) =>
    index === 0 ? [...children] : [schema.nodes.hardBreak!.create(), ...children],
  );
  const joined = nodes[0]!.type.create(null, Fragment.from(lines));
  const other: Node = (side === "after" ? whole.before : whole.after)!.node;
  const segments = side === "after" ? diffBlock(other, joined, "en") : diffBlock(joined, other, "en");
  let start = 0;
  const breaks: number[] = [];
  const shares = nodes.map((node) => {
    const end = start + node.content.size;
    const share = shareOf(segments, side, start, end);
    breaks.push(end);
    start = end + 1;
    return share;
  });
  const [from, to] = rangeOf(side);
  const taken = (place: number) => segments.some((each) => each.op === "=" && each[from] <= place && place < each[to]);
  if (breaks.slice(0, -1).some(taken)) return null;
  const isPart = shares.every((share, index) => {
    const kept = share.reduce((sum, { op, fromB, toB }) => (op === "=" ? sum + toB - fromB : sum), 0);
    return kept >= SHARED * nodes[index]!.content.size;
  });
  if (!isPart) return null;
  return members.map((member, index): MergedParagraph => {
    const last = index === members.length - 1;
    const only = side === "after" ? ("current" as const) : ("base" as const);
    return {
      ...member,
      presence: "both",
      before: side === "after" ? whole.before : member.before,
      after: side === "after" ? member.after : whole.after,
      segments: shares[index]!,
      part: {
        mark: last ? "both" : only,
        label: index === 0 ? "both" : only,
        opens: side === "before" || index === 0,
        closes: side === "before" || last,
        whole: whole.provision,
      },
    };
  });
}

function rangeOf(side: Side): readonly ["fromA", "toA"] | readonly ["fromB", "toB"] {
  return side === "after" ? ["fromB", "toB"] : ["fromA", "toA"];
}

/** The segments of one part; what the other text alone has stands with the part that it follows. */
function shareOf(segments: readonly Segment[], side: Side, start: number, end: number): Segment[] {
  const [from, to] = rangeOf(side);
  return segments.flatMap((segment): Segment[] => {
    const foreign = segment[from] === segment[to];
    if (foreign) {
      const place = segment[from];
      return start <= place && place <= end ? [{ ...segment, [from]: place - start, [to]: place - start }] : [];
    }
    const [cutFrom, cutTo] = [Math.max(segment[from], start), Math.min(segment[to], end)];
    if (cutFrom >= cutTo) return [];
    const [ahead, behind] = [cutFrom - segment[from], segment[to] - cutTo];
    const equal = segment.op === "=";
    const whole = segment.text.length === segment[to] - segment[from];
    const cut: Segment = {
      ...segment,
      text: whole ? segment.text.slice(ahead, segment.text.length - behind) : segment.text,
    };
    if (side === "after" || equal) {
      cut.fromB += ahead;
      cut.toB -= behind;
    }
    if (side === "before" || equal) {
      cut.fromA += ahead;
      cut.toA -= behind;
    }
    cut[from] -= start;
    cut[to] -= start;
    return [cut];
  });
}
