/**
 * An export into the package that the base came from: paragraphs that both texts have as the file has them, and every
 * part that holds no text of ours, leave with the bytes they came in with. A file may hold tracked changes of its own:
 * they stay where they still stand. One text given as both writes that text without marks.
 */
import type { Node } from "prosemirror-model";
import type { DocumentComment } from "../model/comment";
import type { Language } from "../model/document";
import { writePackage } from "../opc/package-writer";
import { languageData } from "../resolution/languages/languages";
import { type Result, success } from "../result";
import { type Block, blocksOf, bodyBlocksOf } from "../schema/blocks";
import { child, childElements, descendants, isElement } from "../xml/element";
import { highestIdElsewhere, highestIdIn } from "./annotation-ids";
import type { FrameLine } from "./body-item";
import { writeBody } from "./body-writer";
import { CommentAnchors, type CommentEnd } from "./comment-anchors";
import { commentNumbers, withComments } from "./comments-writer";
import { fileTexts, settledSide } from "./file-texts";
import { pairingOf } from "./merged-body";
import { planMoves } from "./move-plan";
import { numberOfNote } from "./note-keys";
import { numberPieces } from "./notes-part";
import { NoteRegister } from "./notes-writer";
import { openingLines, sourceLine } from "./proposal-frame";
import type { Side } from "./records";
import { type Attribution, type AttributionOf, RevisionWriter } from "./revision-writer";
import { type ComparedTexts, proposalsOf } from "./settled-proposals";
import { separatorPatches, withSettledHeaders } from "./side-parts";
import { noteStories, withNotes } from "./source-notes";
import { SourcePatcher } from "./source-patches";
import type { PlannedStory } from "./source-story";
import { styleIds } from "./style-ids";
import { blocksIn, type FlowItem, flowOf } from "./table-flow";
import { textWidth } from "./text-width";
import { findSlice, type Slice, type WordFile } from "./word-file";
import { WordSource } from "./word-source";
import type { Showing, WriterContext } from "./writer-context";

export interface SourceExport {
  showing: Showing;
  by: Attribution;
  attributionOf?: AttributionOf | undefined;
  /** The base of the draft: what a file without tracked changes says. */
  base: Node;
  /** The side that is written alone; null when both are. */
  only: Side | null;
  /** Changed labels and new items are left to the lists of the file, which Word counts; otherwise they are typed. */
  counts: boolean;
  /** What was said about the texts; null when the comments of the file stay as they are. */
  comments: readonly DocumentComment[] | null;
}

/** Writes the changes between two texts into the file that the first was read from. */
export function exportIntoSource(file: WordFile, texts: ComparedTexts, options: SourceExport): Result<Uint8Array> {
  const known = fileTexts(file, options.base);
  if (!known.ok) return known;
  const { base, current, redline } = texts;
  const settled = settledSide(known.value, base, current) ?? options.only;
  // Whoever rejected before editing writes that side alone, and not the one that the mode would take.
  const only = options.only && settled;
  const main = file.parts.get(file.main)!;
  const language = current.attrs.language as Language;
  const present = new Set(file.notes.keys());
  const notes = new NoteRegister(base, current, redline, nextNote(present), present);
  const source = new WordSource(file, known.value, only, options.counts ? current : null);
  const said = options.comments;
  const taken = highestId(file);
  const numbers = commentNumbers(said ?? [], file.comments, taken);
  const highest = Math.max(taken, ...[...numbers.values()].map(Number).filter(Number.isInteger));
  const styles = styleIds(file.styles);
  const inFile = new Set(file.comments.map(({ id }) => id));
  const reference = styles.character(["annotation reference"]);
  const comments = said && new CommentAnchors(said, base, current, numbers, reference, inFile);
  const patcher = new SourcePatcher({
    file,
    recommented: comments ? recommented(file, comments, numbers) : () => false,
    texts: known.value,
    pairing: pairingOf(redline, options.showing === "tracked"),
    only,
    lines: newOpenings(texts),
    unmarked: unmarkedItems(texts, options.showing),
  });
  const body = child(main.document.root, "w:body")!;
  const story = patcher.plan({
    records: file.body,
    before: bodyFlow(base),
    after: bodyFlow(current),
    part: main,
    start: body.children.find(isElement)?.start ?? body.end,
    end: "end",
  });
  const context: WriterContext = {
    language,
    rightToLeft: languageData(language).direction === "rtl",
    styles,
    showing: options.showing,
    moves: options.showing === "tracked" ? planMoves(story.gaps) : new Map(),
    textWidth: textWidth(childElements(body, "w:sectPr").at(-1)),
    revisions: new RevisionWriter(options.by, options.attributionOf, highest),
    notes,
    referenceStyle: styles.character(["footnote reference"]),
    inNotes: false,
    source,
    comments,
  };
  if (comments) leaveKept(story, comments);
  patcher.write(story, context);
  for (const { slice, line } of changedOpenings(texts)) replaceOpening(slice, line, patcher, context);

  const noteContext = { ...context, inNotes: true, comments: null };
  for (const each of noteStories(file, texts, notes)) {
    const opening = each.automatic ? numberPieces(each.kind, noteContext, [each.id], each.revision) : [];
    patcher.write(patcher.plan({ ...each.story, opening }), noteContext);
  }
  removeBrokenMoves(file, patcher);
  if (settled) {
    for (const [name, list] of separatorPatches(file, settled)) {
      patcher.patches.set(name, [...(patcher.patches.get(name) ?? []), ...list]);
    }
  }
  const written = withNotes(file, patcher, notes, current, noteContext);
  if (!written.ok) return written;
  const input = { comments: said ?? [], numbers, records: file.comments, styles, rightToLeft: context.rightToLeft };
  const beside = settled ? withSettledHeaders(written.value, main.name, settled) : written.value;
  const commented = said ? withComments(beside, main.name, input) : beside;
  return success(writePackage(commented), written.messages);
}

/**
 * Tells whether a unit of the file must be written anew for its comments: one that the file does not have stands in it,
 * or one that it has was removed.
 */
function recommented(
  file: WordFile,
  comments: CommentAnchors,
  numbers: ReadonlyMap<string, string>,
): (slices: readonly Slice[], before: readonly FlowItem[], after: readonly FlowItem[]) => boolean {
  const known = new Set(file.comments.map(({ id }) => id));
  const written = new Set(numbers.values());
  const isNew = (item: FlowItem, place: "before" | "after") =>
    blocksIn(item).some((block) => comments.of(block, place).some(({ number }) => !known.has(number)));
  return (slices, before, after) => {
    if (before.some((item) => isNew(item, "before")) || after.some((item) => isNew(item, "after"))) return true;
    return slices.some((slice) => commentEnds(slice).some(({ number }) => known.has(number) && !written.has(number)));
  };
}

/** Ends of comments in paragraphs that are kept are in the file already. */
function leaveKept({ gaps, kept }: PlannedStory, comments: CommentAnchors): void {
  const replaced = new Set(gaps.flatMap(({ units }) => units.map(({ unit }) => unit)));
  for (const unit of kept) {
    if (replaced.has(unit)) continue;
    for (const slice of unit.slices) for (const { number, end } of commentEnds(slice)) comments.leave(number, end);
  }
}

function commentEnds({ part, start, end }: Slice): { number: string; end: CommentEnd }[] {
  const anchor = /<[\w.-]*:?commentRange(Start|End)\b[^>]*?[\w.-]*:?id="([^"]*)"/g;
  return [...part.document.source.slice(start, end).matchAll(anchor)].map(([, kind, number]) => ({
    number: number!,
    end: kind === "Start" ? "start" : "end",
  }));
}

function bodyFlow(doc: Node): FlowItem[] {
  return flowOf(doc, bodyBlocksOf(doc));
}

/** Where no marks may be: everywhere in an export that does not track, and in proposals that show none. */
function unmarkedItems({ settled }: ComparedTexts, showing: Showing): (items: readonly FlowItem[]) => boolean {
  if (showing !== "tracked") return () => true;
  if (settled.size === 0) return () => false;
  const blockIn = (item: FlowItem): Block | undefined =>
    item.kind === "block"
      ? item.block
      : item.rows.flatMap(({ cells }) => cells.flatMap(({ items }) => items)).map(blockIn)[0];
  return (items) => {
    const first = items[0] && blockIn(items[0]);
    return first !== undefined && settled.has(first.proposal);
  };
}

/** What the file has no line for: the marker and identifier of a proposal, who makes it; each before its first block. */
function newOpenings(texts: ComparedTexts): Map<number, FrameLine[]> {
  const lines = new Map<number, FrameLine[]>();
  const opening = openingLines(texts.current, openingMarkers(texts));
  let opened = -1;
  blocksOf(texts.current).forEach(({ pos, proposal }, index) => {
    const before = index === 0 ? sourceLine(texts.current) : [];
    while (proposal > opened) before.push(...opening[++opened]!);
    if (before.length > 0) lines.set(pos, before);
  });
  return lines;
}

/**
 * A file that is a resolution and no contribution gets no line that nobody asked for: who typed a marker or an identifier
 * did, and so does a text that shows no marks, since nothing else would say what is proposed.
 */
function openingMarkers({ current, markers, settled }: ComparedTexts): (string | null)[] {
  return proposalsOf(current).map(({ attrs }, index) => {
    // The file's own line stands where it stood.
    if (attrs.slice !== null && attrs.slice !== undefined) return null;
    return attrs.marker !== "" || attrs.identifier !== "" || settled.has(index) ? markers[index]! : "";
  });
}

/** Opening lines that the file has and that say something else now. */
function changedOpenings({ base, current, markers }: ComparedTexts): { slice: string; line: FrameLine }[] {
  const former = proposalsOf(base);
  const lines = openingLines(current, markers);
  return proposalsOf(current).flatMap(({ attrs }, index) => {
    const slice: string | null = attrs.slice ?? null;
    const before = former.find((proposal) => slice !== null && proposal.attrs.slice === slice);
    const line = lines[index]?.[0];
    const same = before?.attrs.marker === attrs.marker && before?.attrs.identifier === attrs.identifier;
    return slice !== null && before && line && !same ? [{ slice, line }] : [];
  });
}

/** Replaces the line that opens a proposal; it may stand on two. */
function replaceOpening(keys: string, line: FrameLine, patcher: SourcePatcher, context: WriterContext): void {
  keys.split(" ").forEach((key, index) => {
    const slice = findSlice(patcher.input.file, key);
    if (!slice) return;
    const text = patcher.textOf(index === 0 ? writeBody([line], context) : [], slice.part);
    patcher.add(slice.part, { start: slice.start, end: slice.end, text });
  });
}

/** The ends of moves that are written anew, where they stand between paragraphs. */
function removeBrokenMoves(file: WordFile, patcher: SourcePatcher): void {
  if (patcher.brokenMoves.size === 0) return;
  for (const part of file.parts.values()) {
    const ids = new Set<string>();
    const remove = (start: number, end: number) => {
      const inside = (patcher.patches.get(part.name) ?? []).some((patch) => patch.start <= start && end <= patch.end);
      const inParagraph = part.slices.p.some((paragraph) => paragraph.start < start && end < paragraph.end);
      if (!inside && !inParagraph) patcher.add(part, { start, end, text: "" });
    };
    for (const each of descendants(part.document.root, "w:moveFromRangeStart", "w:moveToRangeStart")) {
      if (!patcher.brokenMoves.has(each.attributes["w:name"] ?? "")) continue;
      ids.add(each.attributes["w:id"] ?? "");
      remove(each.start, each.end);
    }
    for (const each of descendants(part.document.root, "w:moveFromRangeEnd", "w:moveToRangeEnd")) {
      if (ids.has(each.attributes["w:id"] ?? "")) remove(each.start, each.end);
    }
  }
}

function nextNote(present: ReadonlySet<string>): number {
  return Math.max(0, ...[...present].map((key) => Number(numberOfNote(key)) || 0)) + 1;
}

/** The highest number that names a change, a bookmark or a comment: all share one space. */
function highestId(file: WordFile): number {
  const texts = [...file.parts.values()].map(({ document }) => highestIdIn(document.source));
  return Math.max(highestIdElsewhere(file.package), ...texts);
}
