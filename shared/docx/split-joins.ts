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

interface Parts {
  /** Where they begin in the stretch that was asked about. */
  from: number;
  paragraphs: MergedParagraph[];
}

/** Share of a part's words that must come from the whole, or go to it. */
const sharedByParts = 0.6;
/** As many paragraphs on either side are asked whether they are parts; nobody splits one into more at once. */
const farthestPart = 11;
/** Fewer signs than these say nothing. */
const fewestSigns = 4;

/** Gives the parts of split and joined paragraphs marks of their own. */
export function withSplitsAndJoins(items: readonly MergedItem[]): MergedItem[] {
  const result = [...items];
  for (let at = 0; at < result.length; at++) {
    const whole = result[at]!;
    if (whole.kind !== "paragraph" || whole.part) continue;
    for (const [lone, op] of [
      ["after", "-"],
      ["before", "+"],
    ] as const) {
      // What the redline did not pair stands beside its parts; what it paired is one of them.
      const apart = isLone(whole, lone === "after" ? "before" : "after");
      let [from, to] = [at, at + 1];
      while (at - from < farthestPart && isLone(result[from - 1], lone)) from--;
      while (to - at <= farthestPart && isLone(result[to], lone)) to++;
      if (to - from < (apart ? 3 : 2) || (!apart && !isEdited(whole))) continue;
      const marked = lengthOf(whole, op);
      if (marked < fewestSigns) continue;
      const stretch = result.slice(from, to) as MergedParagraph[];
      const parts = apart ? partsBeside(stretch, at - from, lone) : partsAmong(stretch, at - from, lone, marked);
      if (!parts) continue;
      const first = from + parts.from;
      result.splice(first, parts.paragraphs.length + Number(apart), ...parts.paragraphs);
      at = first + parts.paragraphs.length - 1;
      break;
    }
  }
  return result;
}

function isEdited({ presence, provision, segments }: MergedParagraph): boolean {
  return presence === "both" && provision?.moved === false && segments.some(({ op }) => op !== "=");
}

/** A paragraph of one text alone that did not move there. */
function isLone(item: MergedItem | undefined, side: Side): boolean {
  if (item?.kind !== "paragraph" || item.presence !== (side === "after" ? "current" : "base")) return false;
  return item.provision?.moved === false && item[side]!.node.content.size >= fewestSigns;
}

function lengthOf({ segments }: MergedParagraph, op: Segment["op"]): number {
  const [from, to] = op === "-" ? (["fromA", "toA"] as const) : (["fromB", "toB"] as const);
  return segments.reduce((sum, segment) => (segment.op === op ? sum + segment[to] - segment[from] : sum), 0);
}

/** Finds the longest stretch around the whole whose members are its parts. */
function partsAmong(stretch: readonly MergedParagraph[], at: number, side: Side, marked: number): Parts | null {
  for (let length = stretch.length; length > 1; length--) {
    for (let from = Math.max(0, at - length + 1); from <= at && from + length <= stretch.length; from++) {
      const members = stretch.slice(from, from + length);
      const others = members.filter((_, index) => from + index !== at);
      const size = others.reduce((sum, other) => sum + other[side]!.node.content.size, 0);
      if (size * sharedByParts > marked) continue;
      const paragraphs = partsOf(members, stretch[at]!, side);
      if (paragraphs) return { from, paragraphs };
    }
  }
  return null;
}

/** The longest stretch directly before or behind an unpaired whole whose members are its parts. */
function partsBeside(stretch: readonly MergedParagraph[], at: number, side: Side): Parts | null {
  for (let length = Math.max(at, stretch.length - at - 1); length > 1; length--) {
    for (const from of [at - length, at + 1]) {
      if (from < 0 || from + length > stretch.length) continue;
      const paragraphs = partsOf(stretch.slice(from, from + length), stretch[at]!, side);
      if (paragraphs) return { from: Math.min(from, at), paragraphs };
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
    return kept >= sharedByParts * nodes[index]!.content.size;
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
