/**
 * A provision's label as the first words of its paragraph. ITU labels are typed, never numbered by
 * Word: letters in italics with their bracket, digits upright, a tab after them. A label that changed
 * is a deletion and an insertion like any other text. In the file that a base came from it looks as it did there.
 */
import type { Language } from "../model/document";
import { parseLabel } from "../resolution/labels";
import type { Block } from "../schema/blocks";
import type { MergedParagraph } from "./merged-items";
import type { Revision, RevisionWriter } from "./revision-writer";
import type { RunLook } from "./run-properties-writer";
import type { Piece } from "./run-writer";
import type { WordSource } from "./word-source";

/** The label of a merged paragraph, with what stands between it and the text. */
export function labelPieces(
  paragraph: MergedParagraph,
  revisions: RevisionWriter,
  language: Language,
  /** Id of the style of note marks in this template. */
  referenceStyle: string | null,
  source: WordSource | null = null,
): Piece[] {
  const { before, after, provision } = paragraph;
  if (!hasLabel(before) && !hasLabel(after)) return [];
  const presence = paragraph.part?.label ?? paragraph.presence;
  const change = (kind: "deleted" | "inserted") => labelChange(kind, paragraph, revisions, source);
  // A block that was not read from the file looks as the one that it stands for.
  const inFile = (block: Block | null) =>
    block && block.node.type.name !== "footnote" ? (source?.labelLook(block.node) ?? null) : null;
  const look = (block: Block) =>
    inFile(block) ??
    inFile(before) ??
    inFile(after) ??
    labelLook(block.node.attrs.label, block, language, referenceStyle);
  const labelPiece = (block: Block, revision: Revision | null): Piece[] =>
    block.node.attrs.label === ""
      ? []
      : [{ revision, look: look(block), content: { kind: "text", text: block.node.attrs.label } }];
  if (presence !== "both") {
    const block = (presence === "base" ? before : (after ?? before))!;
    const revision = presence === "frame" ? null : change(presence === "base" ? "deleted" : "inserted");
    return [...labelPiece(block, revision), ...separatorPiece(block.node.attrs.separator, revision)];
  }
  const [a, b] = [before!.node.attrs, after!.node.attrs];
  const [deleted, inserted] = [change("deleted"), change("inserted")];
  const by = revisions.attribution(provision);
  if (a.label === b.label) {
    const label = labelPiece(after!, null).map((piece) => ({ ...piece, formerly: { look: look(before!), by } }));
    const separator =
      a.separator === b.separator
        ? separatorPiece(b.separator, null)
        : [...separatorPiece(a.separator, deleted), ...separatorPiece(b.separator, inserted)];
    return [...label, ...separator];
  }
  if (a.separator === b.separator) {
    return [...labelPiece(before!, deleted), ...labelPiece(after!, inserted), ...separatorPiece(b.separator, null)];
  }
  return [
    ...labelPiece(before!, deleted),
    ...separatorPiece(a.separator, deleted),
    ...labelPiece(after!, inserted),
    ...separatorPiece(b.separator, inserted),
  ];
}

function hasLabel(block: Block | null): boolean {
  return block !== null && (block.node.attrs.label !== "" || block.node.attrs.separator !== "");
}

/** A label that Word writes: nothing, or the field that counts it, tracked where only one of the texts has it. */
export function countedPieces(
  paragraph: MergedParagraph,
  revisions: RevisionWriter,
  source: WordSource | null,
): Piece[] {
  const { before, after } = paragraph;
  const block = after?.node.attrs.label ? after : (before ?? after)!;
  const elements = source?.paragraph(block.node)?.labelField ?? [];
  if (elements.length === 0) return [];
  const { label } = block.node.attrs;
  const [was, is] = [before, after].map((each) => each !== null && each.node.attrs.label !== "");
  const { presence } = paragraph;
  const kept = presence === "frame" || (presence === "both" && was === is);
  const revision = kept
    ? null
    : labelChange(is && presence !== "base" ? "inserted" : "deleted", paragraph, revisions, source);
  return [{ revision, look: {}, content: { kind: "object", elements, text: label } }];
}

/** The change of a label: that of the file, where it still stands. */
function labelChange(
  kind: "deleted" | "inserted",
  { before, after, provision }: MergedParagraph,
  revisions: RevisionWriter,
  source: WordSource | null,
): Revision {
  const [block, side] = kind === "deleted" ? ([before, "reject"] as const) : ([after, "accept"] as const);
  const standing = source?.standing.of(block, side).label;
  if (!standing) return revisions.revision(kind, provision);
  return { kind, id: standing.id, author: standing.author, date: standing.date };
}

/** How a new label looks where it stands. */
function labelLook(label: string, block: Block, language: Language, referenceStyle: string | null): RunLook {
  if (block.node.type.name === "footnote") return referenceStyle ? { style: referenceStyle } : { superscript: true };
  if (block.containers.includes("reasons") && block.node.type.name === "paragraph") return { bold: true };
  if (block.node.type.name !== "item") return {};
  const parsed = parseLabel(label, language);
  // Below an item, ii) and iv) are Roman numerals, which stay upright.
  const letter = block.node.attrs.level > 1 && parsed.roman !== null ? null : parsed.letter;
  return letter !== null ? { italic: true } : {};
}

function separatorPiece(separator: string, revision: Revision | null): Piece[] {
  return separator === "" ? [] : [{ revision, look: {}, content: { kind: "text", text: separator } }];
}
