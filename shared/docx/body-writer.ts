/**
 * A merged body to the elements of a story (ISO/IEC 29500-1 §17.2.2): paragraphs with their marks, tables between
 * them. A story ends with a paragraph and two tables never touch, because Word would join them. In its own file a
 * paragraph keeps the attributes, the properties and the edges that it has there.
 */
import type { Block } from "../schema/blocks";
import { element, type XmlElement } from "../xml/element";
import { anchoredLabel, anchorsAround } from "./anchored-pieces";
import type { BodyItem, FrameLine } from "./body-item";
import { contentPieces } from "./content-pieces";
import { countedPieces, labelPieces } from "./label-pieces";
import { writeLetterhead } from "./letterhead";
import type { MergedParagraph } from "./merged-items";
import { movedPart, movedPieces, moveRange, moveRevision } from "./move-writer";
import { lookElements, type ParagraphLook, paragraphLook, plainLook } from "./paragraph-look";
import { type MarkedParagraph, markParagraphs, type RunEnd } from "./paragraph-marks";
import type { Side } from "./records";
import type { Attribution, Revision } from "./revision-writer";
import { changeNames, type Piece, writeRuns } from "./run-writer";
import { writeTable } from "./table-writer";
import type { ParagraphSource } from "./word-source";
import type { Showing, WriterContext } from "./writer-context";

/** Writes a story. `alone` says that it may end without a mark of its own that stays (a tracked row). */
export function writeBody(items: readonly BodyItem[], context: WriterContext, alone = false): XmlElement[] {
  return [...bodyElements(items, context, alone)];
}

/** Writes a story element by element: a long one need not stand in memory as a whole. */
export function* bodyElements(
  items: readonly BodyItem[],
  context: WriterContext,
  alone = false,
): Generator<XmlElement, void> {
  let run: MergedParagraph[] = [];
  /** What was written last. */
  let last = "";
  function* flush(end: RunEnd): Generator<XmlElement, void> {
    for (const marked of markParagraphs(run, end)) {
      for (const each of writeMarked(marked, context)) {
        last = each.name;
        yield each;
      }
    }
    run = [];
  }
  for (const item of items) {
    if (item.kind === "paragraph") {
      run.push(item);
      continue;
    }
    if (item.kind === "line") {
      yield* flush("paragraph");
      yield writeLine(item, context);
      last = "w:p";
      continue;
    }
    yield* flush("table");
    if (last === "w:tbl") yield emptyParagraph(context);
    if (item.kind === "letterhead") yield writeLetterhead(item, context, writeBody);
    else yield writeTable(item, context, writeBody);
    last = "w:tbl";
  }
  yield* flush(alone ? "table" : "end");
  if (last === "" || last === "w:tbl") yield emptyParagraph(context);
}

/** Writes one paragraph with what must stand after it. */
export function writeMarked(
  marked: MarkedParagraph,
  context: WriterContext,
  opening: readonly Piece[] = [],
): XmlElement[] {
  const moved = movedPart(marked, context);
  if (!moved) return [writeParagraph(marked, context, opening)];
  const [start, end] = moveRange(moved, context.revisions);
  return [writeParagraph(marked, context, [], start), end];
}

/** Writes one paragraph; `opening` stands before its label (the number of a note). */
export function writeParagraph(
  marked: MarkedParagraph,
  context: WriterContext,
  opening: readonly Piece[] = [],
  rangeStart: XmlElement | null = null,
): XmlElement {
  const moved = movedPart(marked, context);
  const labelOf = (part: MergedParagraph) =>
    labelPieces(part, context.revisions, context.language, context.referenceStyle, context.source);
  const around = moved ? anchorsAround(moved.paragraph, context) : ([[], []] as const);
  const contentOf = (part: MergedParagraph) => contentPieces(part, context, moved === null);
  const numberOf = (part: MergedParagraph) =>
    anchoredLabel(
      isNumbered(part, context) ? countedPieces(part, context.revisions, context.source) : labelOf(part),
      part,
      context,
    );
  const pieces = moved
    ? movedPieces(moved, isListed(moved.paragraph, context), labelOf, contentOf, context.revisions)
    : marked.parts.flatMap((part) => [...numberOf(part), ...contentOf(part)]);
  const all = opening.length > 0 ? [...opening, ...pieces] : pieces;
  const { showing } = context;
  const shown = showing === "tracked" ? all : all.flatMap((piece) => show(piece, showing));
  const source = sourceOf(marked, context);
  return element("w:p", attributesOf(marked, source), [
    ...properties(marked, context, source),
    ...(rangeStart ? [rangeStart] : []),
    ...elementsOf(around[0]),
    ...writeRuns(shown, context.revisions, context.rightToLeft),
    ...elementsOf(around[1]),
  ]);
}

/** The attributes of the file's own paragraph; a name (`w14:paraId`) stays with one paragraph alone. */
function attributesOf({ parts }: MarkedParagraph, source: ParagraphSource | null): Readonly<Record<string, string>> {
  if (!source) return {};
  const [first] = parts;
  const named = first!.part ? first!.part.opens : parts.some(({ before }) => before);
  const entries = Object.entries(source.attributes).filter(([name]) => named || name.startsWith("w:rsid"));
  return Object.fromEntries(entries);
}

function elementsOf(pieces: readonly Piece[]): XmlElement[] {
  return pieces.flatMap(({ content }) => (content.kind === "object" ? [...content.elements] : []));
}

/** The paragraph of the file that a marked one stands for. */
function sourceOf({ parts }: MarkedParagraph, { source }: WriterContext): ParagraphSource | null {
  const block = parts.find(({ before }) => before)?.before ?? parts.find(({ after }) => after)?.after;
  const own = (block && source?.paragraph(block.node)) ?? null;
  const part = parts[0]!.part;
  if (!own || !part) return own;
  return { ...own, section: part.closes ? own.section : [] };
}

function properties(marked: MarkedParagraph, context: WriterContext, source: ParagraphSource | null): XmlElement[] {
  const { accepted, rejected } = marked;
  const mark = context.showing === "tracked" ? marked.mark : "kept";
  const side = (mark === "deleted" && rejected) || !accepted ? "before" : "after";
  const shown = (side === "before" ? rejected : accepted)!;
  const look = propertiesOf(shown, side, context);
  const children = [...look];
  const markChange: XmlElement[] = [];
  if (mark !== "kept") {
    const moved = movedPart(marked, context);
    const revision = moved ? moveRevision(moved, context.revisions) : markRevision(mark, shown, side, context);
    markChange.push(element(changeNames[revision.kind], context.revisions.attributes(revision)));
  }
  const markProperties = [...markChange, ...(source?.mark ?? [])];
  if (markProperties.length > 0) children.push(element("w:rPr", {}, markProperties));
  children.push(...(source?.section ?? []));
  if (mark === "kept" && context.showing === "tracked" && accepted && rejected) {
    const former = propertiesOf(rejected, "before", context);
    if (former.length + look.length > 0 && signature(former) !== signature(look)) {
      const by = source?.former?.by ?? context.revisions.attribution(accepted.provision);
      children.push(change(former, by, context));
    }
  }
  return children.length > 0 ? [element("w:pPr", {}, children)] : [];
}

/** The change of a mark: that of the file, where it still stands. */
function markRevision(
  mark: "inserted" | "deleted",
  shown: MergedParagraph,
  side: "before" | "after",
  { revisions, source }: WriterContext,
): Revision {
  const standing = source?.standing.of(shown[side], side === "before" ? "reject" : "accept").mark;
  return standing
    ? { kind: mark, id: standing.id, author: standing.author, date: standing.date }
    : { kind: mark, ...revisions.markAttribution(shown.provision, shown.part?.whole ?? null) };
}

function change(former: XmlElement[], by: Attribution, context: WriterContext): XmlElement {
  return element("w:pPrChange", context.revisions.attributes(by), [element("w:pPr", {}, former)]);
}

/** True where Word writes the label, in the file that the paragraph came from. */
function isNumbered({ before, after }: MergedParagraph, context: WriterContext): boolean {
  const { source } = context;
  const asInFile = (block: Block | null, side: Side) =>
    !block || source?.inFile(block.node, side)?.node.attrs.label === block.node.attrs.label;
  const block = (before ?? after)!.node;
  if (source?.isCounted(block)) return true;
  if (!source?.paragraph(block)?.numbered) return false;
  return (
    (asInFile(before, "reject") && asInFile(after, "accept")) || before?.node.attrs.label === after?.node.attrs.label
  );
}

/** True where a list of the file writes the label; a field does not travel, its number is typed. */
function isListed(paragraph: MergedParagraph, context: WriterContext): boolean {
  const { node } = (paragraph.before ?? paragraph.after)!;
  if (context.source?.isCounted(node)) return true;
  return isNumbered(paragraph, context) && context.source?.paragraph(node)?.labelField.length === 0;
}

/** The properties of a paragraph as one of the two texts has it. */
function propertiesOf(paragraph: MergedParagraph, side: "before" | "after", context: WriterContext): XmlElement[] {
  const block = (paragraph[side] ?? paragraph.after ?? paragraph.before)!;
  const own = [block, paragraph.before].flatMap((each) => {
    const source = each && context.source?.paragraph(each.node);
    const inFile = each && context.source?.inFile(each.node, side === "before" ? "reject" : "accept");
    return source && inFile ? [{ source, look: paragraphLook(inFile) }] : [];
  })[0];
  const look = paragraphLook(block);
  const listed = own ? null : context.source?.listProperties(block.node);
  if (listed) return listed;
  // In its own file a paragraph keeps its properties as long as it is the same kind of block.
  if (!own || (side === "after" && !sameKind(look, own.look))) {
    return lookElements(look, context.styles, context.rightToLeft);
  }
  const { properties, former } = own.source;
  return side === "before" && former ? former.properties : properties;
}

function sameKind(a: ParagraphLook, b: ParagraphLook): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function signature(elements: readonly XmlElement[]): string {
  return JSON.stringify(elements.map(({ name, attributes }) => [name, attributes]));
}

function writeLine(line: FrameLine, context: WriterContext): XmlElement {
  const children = lookElements(line.look, context.styles, context.rightToLeft);
  return element("w:p", {}, [
    ...(children.length > 0 ? [element("w:pPr", {}, children)] : []),
    ...writeRuns(linePieces(line), context.revisions, context.rightToLeft),
  ]);
}

/** The text of a line of the frame. */
function linePieces({ text, underlined = 0 }: FrameLine): Piece[] {
  const pieces = [
    { look: { underline: true }, text: text.slice(0, underlined) },
    { look: {}, text: text.slice(underlined) },
  ];
  return pieces
    .filter((piece) => piece.text !== "")
    .map((piece) => ({ revision: null, look: piece.look, content: { kind: "text", text: piece.text } }));
}

/** The paragraph that stands between two tables, and behind the last one. */
export function emptyParagraph(context: WriterContext): XmlElement {
  const children = lookElements(plainLook, context.styles, context.rightToLeft);
  return element("w:p", {}, children.length > 0 ? [element("w:pPr", {}, children)] : []);
}

/** A piece as its change is to be shown; as formatting, what is deleted is struck, what is inserted underlined. */
function show(piece: Piece, showing: Exclude<Showing, "tracked">): Piece[] {
  const { formerly: _, ...plain } = piece;
  if (!piece.revision) return [plain];
  const struck = piece.revision.kind === "deleted";
  if (showing === "clean") return struck ? [] : [{ ...plain, revision: null }];
  return [{ ...plain, revision: null, look: { ...piece.look, ...(struck ? { strike: true } : { underline: true }) } }];
}
