/**
 * The pieces of a paragraph with what takes no room between them: the ends of comments, of bookmarks and permissions. A
 * segment of the redline is cut where one stands. What closes a range stands behind its last character, what opens one or
 * is a point before the next, so that neither takes words in that were inserted beside it.
 */
import type { Segment } from "../redline/redline-types";
import type { Anchor, CommentAnchors } from "./comment-anchors";
import type { FileAnchor } from "./file-anchors";
import type { MergedParagraph } from "./merged-items";
import type { Piece } from "./run-writer";
import type { WordSource } from "./word-source";

export interface AnchorContext {
  /** The Word file that the base was read from, when the export goes into it. */
  source: WordSource | null;
  /** Where comments stand; null when those of the file stay as they are. */
  comments: CommentAnchors | null;
}

interface Spot {
  offset: number;
  closing: boolean;
  take: () => Piece[];
}

/** The content of a paragraph, segment by segment. */
export function anchoredContent(
  paragraph: MergedParagraph,
  context: AnchorContext,
  piecesOf: (segment: Segment) => Piece[],
): Piece[] {
  const { segments, part } = paragraph;
  const { before: former, after: present } = spotsIn(paragraph, context);
  if (former.length + present.length === 0) return segments.flatMap(piecesOf);
  const pieces: Piece[] = [];
  if (part?.opens !== false) {
    for (const { offset, closing, take } of [...former, ...present])
      if (closing && offset === 0) pieces.push(...take());
  }
  for (const segment of segments) {
    const ends = [
      ...(segment.op === "+" ? [] : former.map((spot) => ({ spot, at: spot.offset - segment.fromA }))),
      ...(segment.op === "-" ? [] : present.map((spot) => ({ spot, at: spot.offset - segment.fromB }))),
    ];
    const size = segment.op === "-" ? segment.toA - segment.fromA : segment.toB - segment.fromB;
    const own = ends
      .filter(({ spot, at }) => (spot.closing ? at > 0 && at <= size : at >= 0 && at < size))
      .sort((a, b) => a.at - b.at || Number(b.spot.closing) - Number(a.spot.closing));
    let done = 0;
    for (const { spot, at } of own) {
      if (at > done) pieces.push(...piecesOf(cut(segment, done, at)));
      done = Math.max(done, at);
      pieces.push(...spot.take());
    }
    if (done < size) pieces.push(...piecesOf(cut(segment, done, size)));
  }
  // What stands behind the last character, or in a paragraph without any.
  const left = [...(part?.closes === false ? [] : former), ...(part?.mark === "base" ? [] : present)];
  left.sort((a, b) => Number(b.closing) - Number(a.closing));
  return [...pieces, ...left.filter(({ offset }) => offset >= 0).flatMap(({ take }) => take())];
}

/** The label of a paragraph with what stands before it and behind it. */
export function anchoredLabel(label: readonly Piece[], paragraph: MergedParagraph, context: AnchorContext): Piece[] {
  const { before, after } = spotsIn(paragraph, context);
  const taken = (offset: number) =>
    [...before, ...after].filter((spot) => spot.offset === offset).flatMap(({ take }) => take());
  if (paragraph.part?.opens === false) return [...label];
  const separator = label.findIndex(({ content }) => content.kind === "text" && content.text.trim() === "");
  const end = separator < 0 ? label.length : separator;
  return [...taken(-2), ...label.slice(0, end), ...taken(-1), ...label.slice(end)];
}

/** What stands in a paragraph that moved stands around it at its new place. */
export function anchorsAround(
  paragraph: MergedParagraph,
  context: AnchorContext,
): [opening: Piece[], closing: Piece[]] {
  if (paragraph.presence === "base") return [[], []];
  const { before, after } = spotsIn(paragraph, context);
  const spots = [...before, ...after];
  const taken = (closing: boolean) => spots.filter((spot) => spot.closing === closing).flatMap(({ take }) => take());
  return [taken(false), taken(true)];
}

function spotsIn(paragraph: MergedParagraph, { comments, source }: AnchorContext): { before: Spot[]; after: Spot[] } {
  const inFile = source?.anchors.of(paragraph, comments === null);
  const ownSpot = ({ element, ...place }: FileAnchor): Spot => ({
    ...place,
    take: () => source!.anchors.take(element),
  });
  const commentSpot = (anchor: Anchor): Spot => ({
    offset: anchor.offset,
    closing: anchor.end === "end" && !anchor.point,
    take: () => {
      const opens = anchor.point && anchor.end === "end" ? comments!.take({ ...anchor, end: "start" }) : [];
      return [...opens, ...comments!.take(anchor)];
    },
  });
  const of = (place: "before" | "after") => [
    ...(comments?.of(paragraph[place], place) ?? []).map(commentSpot),
    ...(inFile?.[place] ?? []).map(ownSpot),
  ];
  return { before: of("before"), after: of("after") };
}

/** The part of a segment between two places in it. */
function cut(segment: Segment, from: number, to: number): Segment {
  const { op, fromA, toA, fromB, toB } = segment;
  return {
    ...segment,
    ...(op === "+" ? { fromA, toA } : { fromA: fromA + from, toA: fromA + to }),
    ...(op === "-" ? { fromB, toB } : { fromB: fromB + from, toB: fromB + to }),
  };
}
