/**
 * The two ends of a move. What moved is `w:moveFrom` where it stood and `w:moveTo` where it stands, its
 * paragraph marks too, between the ends of a range that bears the name of the pair (ECMA-376 Part 1
 * §17.13.5.21–28). What was edited on the way is deleted at the old place and inserted at the new one:
 * a deletion inside `w:moveTo` would say the same, but LibreOffice keeps such text in both answers.
 */
import { element, type XmlElement } from "../xml/element";
import type { MergedParagraph } from "./merged-items";
import type { Move } from "./move-plan";
import type { MarkedParagraph } from "./paragraph-marks";
import type { Revision, RevisionWriter } from "./revision-writer";
import type { Piece } from "./run-writer";
import type { WriterContext } from "./writer-context";

export interface MovedPart {
  paragraph: MergedParagraph;
  move: Move;
}

type PiecesOf = (paragraph: MergedParagraph) => Piece[];

/** What a paragraph is an end of; null for one that did not move or is not written so. */
export function movedPart({ parts }: MarkedParagraph, { moves }: WriterContext): MovedPart | null {
  const [paragraph] = parts;
  const move = paragraph?.provision && moves.get(paragraph.provision);
  return paragraph && move && parts.length === 1 ? { paragraph, move } : null;
}

/** The change that an end of a move is. */
export function moveRevision({ paragraph }: MovedPart, revisions: RevisionWriter): Revision {
  const provision = paragraph.provision!;
  const whole = { op: "+", text: "", fromA: 0, toA: 0, fromB: 0, toB: provision.after!.node.content.size } as const;
  return { kind: isOldPlace(paragraph) ? "movedFrom" : "movedTo", ...revisions.attribution(provision, whole) };
}

/** The start and the end of the range around an end of a move. */
export function moveRange(moved: MovedPart, revisions: RevisionWriter): [start: XmlElement, end: XmlElement] {
  const name = isOldPlace(moved.paragraph) ? "w:moveFromRange" : "w:moveToRange";
  const attributes = revisions.attributes(moveRevision(moved, revisions));
  return [
    element(`${name}Start`, { ...attributes, "w:name": moved.move.name }),
    element(`${name}End`, { "w:id": attributes["w:id"]! }),
  ];
}

/** The pieces of an end of a move; `numbered` says that Word writes the label of the old place. */
export function movedPieces(
  moved: MovedPart,
  numbered: boolean,
  labelOf: PiecesOf,
  contentOf: PiecesOf,
  revisions: RevisionWriter,
): Piece[] {
  const { paragraph } = moved;
  const { before, after, segments } = paragraph.provision!;
  const revision = moveRevision(moved, revisions);
  const old = isOldPlace(paragraph);
  const elsewhere = old ? "inserted" : "deleted";
  const label = numbered ? [] : labelOf({ ...paragraph, presence: "both", before, after });
  const travels = ({ formerly, ...piece }: Piece): Piece => ({
    ...piece,
    look: old ? (formerly?.look ?? piece.look) : piece.look,
    revision,
  });
  return [
    ...label
      .filter((piece) => piece.revision?.kind !== elsewhere)
      .map((piece) => (piece.revision ? piece : travels(piece))),
    ...segments.flatMap((segment) => {
      const op = old ? "-" : "+";
      if (segment.op !== "=" && segment.op !== op) return [];
      const pieces = contentOf({ ...paragraph, segments: [{ ...segment, op }] });
      return segment.op === "=" ? pieces.map(travels) : pieces;
    }),
  ];
}

function isOldPlace({ presence }: MergedParagraph): boolean {
  return presence === "base";
}
