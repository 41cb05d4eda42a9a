/**
 * A field that Word counts anew, at the start of a paragraph, becomes the paragraph's label as Word's own numbering
 * does: the field and the space after it leave the text, and their key stays with the label, so that a paragraph that
 * is written anew has both again.
 */
import type { SourceParagraph } from "../model/source";
import type { AnchorSpot } from "./anchors";
import { keptField, openingField } from "./field-objects";
import { isOn, type ParagraphRecord, type Piece } from "./records";
import type { BlockContext, ChangeSpan } from "./side-paragraph";

interface CountedLabel {
  numbering: NonNullable<SourceParagraph["numbering"]>;
  /** What stands before it or inside. */
  anchors: AnchorSpot[];
  /** The paragraphs without it. */
  records: ParagraphRecord[];
  /** Who put it there, or took it away on the other side. */
  changes: ChangeSpan[];
}

/** Takes the label off paragraphs that are one on a side; null where none is counted, or nothing stands behind it. */
export function takeCountedLabel(joined: readonly ParagraphRecord[], context: BlockContext): CountedLabel | null {
  const { side, kept, fields } = context;
  const [first, ...others] = joined as [ParagraphRecord, ...ParagraphRecord[]];
  if (first.pieces[0]?.content.kind === "text") return null;
  const visible = first.pieces.filter((piece) => isAnchor(piece) || isOn(side, piece));
  const shown = visible.filter((piece) => !isAnchor(piece));
  const opening = openingField(shown);
  const end = opening ? visible.indexOf(shown[opening.size - 1]!) + 1 : 0;
  const [behind, rest] = parted(visible.slice(end));
  const number = opening && !rest.every(isAnchor) ? fields.number(shown[0]!, opening.code) : undefined;
  if (!opening || !number || number.label === "") return null;
  const field = keptField(shown.slice(0, opening.size), kept, behind);
  const mark = side === "accept" ? shown[0]!.inserted : shown[0]!.deleted;
  return {
    numbering: { ...number, field },
    records: [{ ...first, pieces: rest }, ...others],
    anchors: visible.slice(0, end).flatMap((piece): AnchorSpot[] => {
      const { content } = piece;
      return content.kind === "anchor" ? [{ element: content.element, offset: -1, own: isOn(side, piece) }] : [];
    }),
    changes: mark ? [{ from: 0, to: 0, mark, paragraphMark: false }] : [],
  };
}

function isAnchor({ content }: Piece): boolean {
  return content.kind === "anchor";
}

/** What separates a label from its text is no part of the text. */
function parted(pieces: readonly Piece[]): [space: string, rest: Piece[]] {
  const [first, ...others] = pieces;
  if (first && isAnchor(first)) {
    const [further, rest] = parted(others);
    return [further, [first, ...rest]];
  }
  if (first?.content.kind !== "text") return ["", [...pieces]];
  const text = first.content.text.replace(/^[\s\u00a0]+/u, "");
  const space = first.content.text.slice(0, first.content.text.length - text.length);
  if (text !== "") return [space, [{ ...first, content: { kind: "text", text } }, ...others]];
  const [further, rest] = parted(others);
  return [space + further, rest];
}
