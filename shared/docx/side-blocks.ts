/**
 * Blocks of one side. A paragraph whose mark is not part of the side has no end there: its content runs
 * on into the FOLLOWING paragraph, which lends its properties (ISO/IEC 29500-1 §17.13.5.15); before a table
 * or at the end it stays a paragraph if anything is left of it.
 */
import type { SourceBlock, SourceParagraph } from "../model/source";
import { takeCountedLabel } from "./counted-label";
import { type BlockRecord, isOn, type ParagraphProperties, type ParagraphRecord, type Side } from "./records";
import { type BlockContext, type ChangeSpan, sideInlines } from "./side-paragraph";
import { isTableOn, sideTable } from "./side-table";
import { outlineLevel, paragraphStyleNames } from "./styles-reader";

/** Makes the blocks of one side. */
export function sideBlocks(records: readonly BlockRecord[], context: BlockContext): SourceBlock[] {
  const { side } = context;
  const blocks: SourceBlock[] = [];
  let open: ParagraphRecord[] = [];
  for (const record of records) {
    if (record.kind === "table") {
      // A table that is gone on this side does not keep the paragraphs around it apart.
      if (!isTableOn(record, side)) continue;
      if (hasContent(open, side)) blocks.push(makeParagraph(open, context));
      open = [];
      blocks.push(sideTable(record, context, (inner) => sideBlocks(inner, context)));
      continue;
    }
    open.push(record);
    if (isOn(side, record.mark)) {
      blocks.push(makeParagraph(open, context));
      open = [];
    }
  }
  if (hasContent(open, side)) blocks.push(makeParagraph(open, context));
  return blocks;
}

/** Whether paragraphs without an end of their own leave anything on a side. */
export function hasContent(records: readonly ParagraphRecord[], side: Side): boolean {
  return records.some(({ pieces }) => pieces.some((piece) => isOn(side, piece) && piece.content.kind !== "anchor"));
}

function makeParagraph(joined: readonly ParagraphRecord[], context: BlockContext): SourceParagraph {
  const properties = propertiesOn(context.side, joined.at(-1) as ParagraphRecord);
  const paragraph: SourceParagraph = { kind: "paragraph", inlines: [] };
  addProperties(paragraph, properties, context);
  context.fields.enter(properties.styleId);
  const counted = paragraph.numbering ? null : takeCountedLabel(joined, context);
  if (counted) paragraph.numbering = counted.numbering;
  const records = counted?.records ?? joined;
  const pieces = records.flatMap((record) => record.pieces);
  const { inlines, size, changes, anchors } = sideInlines(pieces, context);
  paragraph.inlines = inlines;
  const slice = sliceOfAll(records);
  if (slice !== "") paragraph.slice = slice;
  const all = [...(counted?.changes ?? []), ...changes, ...markChanges(records, size, context)];
  context.made.push({ paragraph, changes: all, anchors: [...(counted?.anchors ?? []), ...anchors] });
  return paragraph;
}

function propertiesOn(side: Side, { former, properties }: ParagraphRecord): ParagraphProperties {
  return side === "reject" ? (former ?? properties) : properties;
}

function addProperties(paragraph: SourceParagraph, properties: ParagraphProperties, context: BlockContext): void {
  const [style, ...basedOn] = paragraphStyleNames(context.styles, properties.styleId);
  if (style !== undefined) paragraph.style = style;
  if (basedOn.length > 0) paragraph.basedOn = basedOn;
  const level = outlineLevel(context.styles, properties.styleId);
  if (level !== undefined) paragraph.outlineLevel = level;
  if (properties.alignment) paragraph.alignment = properties.alignment;
  if (properties.indentTwips !== undefined) paragraph.indentTwips = properties.indentTwips;
  const numbering = context.labels.next(properties);
  if (numbering) paragraph.numbering = numbering;
}

/** The end of the paragraph is tracked as well: what made it, joined it or restyled it. */
function markChanges(records: readonly ParagraphRecord[], size: number, context: BlockContext): ChangeSpan[] {
  const last = records.at(-1) as ParagraphRecord;
  const { inserted, deleted } = last.mark;
  const own = context.side === "accept" ? (inserted ?? last.propertiesChange) : deleted;
  const spans: ChangeSpan[] = own ? [{ from: size, to: size, mark: own, paragraphMark: true }] : [];
  let offset = 0;
  for (const record of records.slice(0, -1)) {
    offset += sideInlines(record.pieces, context).size;
    const gone = context.side === "accept" ? record.mark.deleted : record.mark.inserted;
    if (gone) spans.push({ from: offset, to: offset, mark: gone, paragraphMark: true });
  }
  return spans;
}

/** The key of one slice, or of a range of slices that are one paragraph on this side. */
export function sliceOfAll(records: readonly ParagraphRecord[]): string {
  if (records.length === 1) return records[0]!.slice;
  const keys = records.map(({ slice }) => slice);
  const [first, last] = [keys[0]!, keys.at(-1)!];
  if (keys.includes("") || first === last) return first === last ? first : "";
  return `${first}-${last.slice(last.indexOf("#") + 1)}`;
}
