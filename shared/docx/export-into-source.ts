/**
 * An export into the package that the base came from: paragraphs that did not change, and every part that
 * holds no text of ours, leave with the bytes they came in with. The file must be the one that the base was
 * read from, and must hold no tracked changes of its own.
 */
import type { Language } from "../model/document";
import { patchRoot } from "../opc/content-types";
import { withPart } from "../opc/package";
import { writePackage } from "../opc/package-writer";
import { languageData } from "../resolution/languages/languages";
import { type Result, success } from "../result";
import { child, isElement } from "../xml/element";
import { encodeXml } from "../xml/encoding";
import { appendTo, applyPatches, type Patch } from "../xml/patch";
import { writeXml } from "../xml/writer";
import type { FrameLine } from "./body-item";
import { type MergedParagraph, mergeBodies } from "./merged-body";
import { planMoves } from "./move-plan";
import { numberPieces, writeNote } from "./notes-part";
import { NoteRegister, type PlannedNote } from "./notes-writer";
import { markParagraphs } from "./paragraph-marks";
import { framed, openingLines } from "./proposal-frame";
import { type Attribution, type AttributionOf, RevisionWriter } from "./revision-writer";
import { type ComparedTexts, proposalsOf } from "./settled-proposals";
import { SourcePatcher } from "./source-patches";
import { styleIds } from "./style-ids";
import { templateParts } from "./template-parts";
import { findSlice, type WordFile, type WordPart } from "./word-file";
import { WordSource } from "./word-source";
import type { Showing, WriterContext } from "./writer-context";

export interface SourceExport {
  showing: Showing;
  by: Attribution;
  attributionOf?: AttributionOf | undefined;
}

/** True for a file that can take an export: its own tracked changes would mix with ours. */
export function canTakeExport(file: WordFile): boolean {
  return Object.values(file.sides).every(({ attributions }) => attributions.length === 0);
}

/** Writes the changes between two texts into the file that the first was read from. */
export function exportIntoSource(file: WordFile, texts: ComparedTexts, options: SourceExport): Result<Uint8Array> {
  const main = file.parts.get(file.main)!;
  const language = texts.current.attrs.language as Language;
  const ids = styleIds(file.styles);
  const present = new Set([...file.notes.keys()]);
  const notes = new NoteRegister(texts.base, texts.current, texts.redline, nextNote(present), present);
  const items = mergeBodies(texts.base, texts.current, texts.redline);
  const story = framed(items, texts.current, openingMarkers(texts));
  const context: WriterContext = {
    language,
    rightToLeft: languageData(language).direction === "rtl",
    styles: ids,
    showing: options.showing,
    moves: options.showing === "tracked" ? planMoves(story) : new Map(),
    textWidth: 9639,
    revisions: new RevisionWriter(options.by, options.attributionOf, highestId(file)),
    notes,
    referenceStyle: ids.character(["footnote reference"]),
    inNotes: false,
    source: new WordSource(file),
  };
  const body = child(main.document.root, "w:body")!;
  const first = body.children.find(isElement);
  const patcher = new SourcePatcher(file, context);
  patcher.story(story, main, first?.start ?? body.end);
  for (const change of changedOpenings(texts)) patcher.opening(change.slice, change.line);

  const noteContext = { ...context, inNotes: true };
  const notePatcher = new SourcePatcher(file, noteContext);
  const added: string[] = [];
  let notesPart: WordPart | undefined;
  for (const part of file.parts.values()) if (part.document.root.name === "w:footnotes") notesPart = part;
  for (const note of notes.planned) {
    if (note.present) patchNote(note, file, notePatcher, noteContext);
    else added.push(writeXml(writeNote(note, noteContext), notesPart?.document.prefixes));
  }

  let result = file.package;
  const patches = new Map([...patcher.patches]);
  for (const [name, more] of notePatcher.patches) patches.set(name, [...(patches.get(name) ?? []), ...more]);
  if (added.length > 0 && notesPart) {
    const patch: Patch = appendTo(notesPart.document, notesPart.document.root, added.join(""));
    patches.set(notesPart.name, [...(patches.get(notesPart.name) ?? []), patch]);
  } else if (added.length > 0) {
    const template = templateParts(file.package);
    if (!template.ok) return template;
    result = patchRoot(template.value.package, template.value.footnotes, added.join(""));
  }
  for (const [name, list] of patches) {
    const part = file.parts.get(name)!;
    result = withPart(result, name, encodeXml(applyPatches(part.document.source, list), part.encoding));
  }
  return success(writePackage(result));
}

/** A text without changes gets no marker that nobody typed. */
function openingMarkers({ current, redline, markers }: ComparedTexts): (string | null)[] {
  let index = -1;
  const typed: (string | null)[] = [];
  current.forEach((node) => {
    if (node.type.name !== "proposal") return;
    index++;
    const unchanged = redline.provisions.every(({ status }) => status === "unchanged");
    // The file's own line stands where it stood.
    const stands = node.attrs.slice !== null && node.attrs.slice !== undefined;
    typed.push(stands ? null : unchanged && node.attrs.marker === "" ? "" : markers[index]!);
  });
  return typed;
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

function patchNote(note: PlannedNote, file: WordFile, patcher: SourcePatcher, context: WriterContext): void {
  // A note whose reference is deleted goes with it and needs no marks of its own.
  if (note.revision !== null) return;
  const paragraphs = note.items.filter((item): item is MergedParagraph => item.kind === "paragraph");
  const part = [...file.parts.values()].find(
    ({ document }) => document.root.name === `w:${context.notes.kindOf(note.id)}s`,
  );
  if (!part) return;
  const owner = paragraphs.find(({ before }) => before !== null);
  const start = owner && findSlice(file, owner.before!.node.attrs.slice ?? "")?.start;
  if (start === undefined) return;
  let cursor = start;
  markParagraphs(paragraphs, "end").forEach((marked, index) => {
    cursor = patcher.paragraph(marked, part, cursor, index === 0 && note.automatic ? numberPieces(note, context) : []);
  });
}

function nextNote(present: ReadonlySet<string>): number {
  return Math.max(0, ...[...present].map((id) => Number(id.slice(id.indexOf("-") + 1)) || 0)) + 1;
}

/** The highest number that names a change, a bookmark or a comment: all share one space. */
function highestId(file: WordFile): number {
  let highest = 0;
  for (const { document } of file.parts.values()) {
    for (const match of document.source.matchAll(/:id="(\d{1,9})"/g)) highest = Math.max(highest, Number(match[1]));
  }
  return highest;
}
