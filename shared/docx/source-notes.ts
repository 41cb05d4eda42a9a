/**
 * The notes of a file that an export goes into: those it has are patched where they stand, as stories of their own; those
 * it gets stand in its notes part before the notes that are referred to later, under numbers in the order of their
 * references (`note-order.ts`).
 */
import type { Node } from "prosemirror-model";
import { type Package, patchRoot, withPart } from "../opc/package";
import type { Result } from "../result";
import { type Block, noteBlocksOf } from "../schema/blocks";
import { childElements, descendants } from "../xml/element";
import { encodeXml } from "../xml/encoding";
import { appendTo, applyPatches, type Patch } from "../xml/patch";
import { writeXml } from "../xml/writer";
import { asDocument } from "./document-type";
import { withFilledCells } from "./letterhead";
import { numberOfNote } from "./note-keys";
import { numberedInOrder } from "./note-order";
import { paragraphsIn } from "./note-space";
import { writeNote } from "./notes-part";
import type { NoteRegister, PlannedNote } from "./notes-writer";
import type { Revision } from "./revision-writer";
import type { ComparedTexts } from "./settled-proposals";
import type { SourcePatcher } from "./source-patches";
import type { Patches, Story } from "./source-story";
import type { FlowItem } from "./table-flow";
import { templateParts } from "./template-parts";
import { findSlice, type WordFile, type WordPart } from "./word-file";
import type { WriterContext } from "./writer-context";

export interface NoteStory {
  id: string;
  kind: string;
  /** Word counts the note. */
  automatic: boolean;
  /** The change that the whole note belongs to. */
  revision: Revision | null;
  story: Story;
}

/** The notes of the file that a text refers to, each with its former and its present text. */
export function noteStories(file: WordFile, { base, current }: ComparedTexts, notes: NoteRegister): NoteStory[] {
  const [before, after] = [noteBlocksOf(base), noteBlocksOf(current)];
  const flow = (note: string | null, blocks: ReadonlyMap<string, Block[]>) =>
    ((note && blocks.get(note)) || []).map((block): FlowItem => ({ kind: "block", block }));
  return [...file.notes.values()].flatMap(({ id, kind, blocks }) => {
    const part = [...file.parts.values()].find(({ document }) => document.root.name === `w:${kind}s`);
    const records = paragraphsIn(blocks);
    const first = records.map(({ slice }) => findSlice(file, slice)).find((slice) => slice !== undefined);
    const planned = notes.planned.find((note) => note.present && note.id === id);
    if (!part || !first) return [];
    const { formerly, now } = planned ?? { formerly: id, now: id };
    const story: Story = {
      records,
      before: flow(formerly, before),
      after: flow(now, after),
      part,
      start: first.start,
      end: "end",
    };
    // A note whose reference is deleted is deleted with it; one that neither text refers to is not part of them.
    const revision = planned?.revision?.kind === "deleted" ? planned.revision : null;
    if (story.after.length === 0 && !revision) return [];
    const automatic = first.elements.some((each) => descendants(each, `w:${kind}Ref`).length > 0);
    return [{ id, kind, automatic, revision, story }];
  });
}

/** The package with the patches in it, the notes that it did not have, and none that lost its last reference. */
export function withNotes(
  file: WordFile,
  { patches }: SourcePatcher,
  notes: NoteRegister,
  current: Node,
  context: WriterContext,
): Result<Package> {
  let result = file.package;
  const main = file.parts.get(file.main)!;
  const former = main.document.source;
  let text = withFilledCells(applyPatches(former, patches.get(main.name) ?? []), former);
  const notesParts = [...file.parts.values()].filter(({ document }) => /^w:(foot|end)notes$/.test(document.root.name));
  const footnotes = notesParts.find(({ document }) => document.root.name === "w:footnotes");
  const fresh = notes.planned.filter(({ present }) => !present);
  const added = fresh.map((note) => writeXml(writeNote(note, context), footnotes?.document.prefixes));
  for (const part of notesParts) removeUnreferred(part, former, text, patches);
  if (footnotes && fresh.length > 0) {
    const { document, name } = footnotes;
    const placed = fresh.map((note, index): Patch => {
      const next = follower(note, notes, file, current);
      const element = childElements(document.root, "w:footnote").find(({ attributes }) => attributes["w:id"] === next);
      const text = added[index]!;
      return element ? { start: element.start, end: element.start, text } : appendTo(document, document.root, text);
    });
    patches.set(name, [...(patches.get(name) ?? []), ...placed]);
    const written = applyPatches(document.source, patches.get(name)!);
    const [ordered, own] = numberedInOrder(text, written, new Set(fresh.map(({ id }) => numberOfNote(id))));
    text = ordered;
    result = withPart(result, name, encodeXml(own, document.encoding));
    patches.delete(name);
  } else if (added.length > 0) {
    const template = templateParts(file.package);
    if (!template.ok) return template;
    result = patchRoot(template.value.package, template.value.footnotes, added.join(""));
  }
  for (const [name, list] of patches) {
    const part = file.parts.get(name)!;
    const written = part === main ? text : applyPatches(part.document.source, list);
    result = withPart(result, name, encodeXml(written, part.document.encoding));
  }
  // A base that came as a template, or with macros, leaves as a document.
  return asDocument(result, file.main);
}

/** A note whose last reference went goes with it: its text must not travel on unseen. */
function removeUnreferred({ document, name }: WordPart, before: string, after: string, patches: Patches): void {
  const kind = document.root.name.slice(2, -1);
  const referred = (text: string) =>
    new Set(
      [...text.matchAll(new RegExp(`<[\\w.-]*:?${kind}Reference\\b[^>]*?:id="(-?\\d+)"`, "g"))].map(([, id]) => id),
    );
  const [former, present] = [referred(before), referred(after)];
  for (const { attributes, start, end } of childElements(document.root, `w:${kind}`)) {
    const id = attributes["w:id"];
    if (!former.has(id) || present.has(id)) continue;
    const others = (patches.get(name) ?? []).filter((patch) => patch.end <= start || patch.start >= end);
    patches.set(name, [...others, { start, end, text: "" }]);
  }
}

/** The number of the next note that the file has: notes stand in the order of their references, and some count on it. */
function follower(note: PlannedNote, notes: NoteRegister, file: WordFile, current: Node): string | undefined {
  const references: string[] = [];
  current.descendants((node) => {
    if (node.type.name === "footnoteReference") references.push(node.attrs.note);
  });
  const known = new Map(notes.planned.flatMap(({ present, now, id }) => (present && now ? [[now, id] as const] : [])));
  const later = note.now === null ? [] : references.slice(references.indexOf(note.now) + 1);
  const next = later.map((name) => known.get(name) ?? name).find((name) => file.notes.get(name)?.kind === "footnote");
  return next && numberOfNote(next);
}
