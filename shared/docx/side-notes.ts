/**
 * Notes of one side, in the order of their references: a note whose reference is not part of the side is
 * not part of it either. A typed mark (`customMarkFollows`, ISO/IEC 29500-1 §17.11.14) is typed again at the
 * start of the note; it is taken off there, because label and text are kept apart.
 */
import type { Inline, SourceNote, SourceParagraph } from "../model/source";
import type { NoteRecord } from "./records";
import { sideBlocks } from "./side-blocks";
import type { BlockContext, NoteUse, SideParagraph } from "./side-paragraph";

/** Makes the notes that a side refers to. */
export function sideNotes(notes: ReadonlyMap<string, NoteRecord>, context: BlockContext): SourceNote[] {
  const made: SourceNote[] = [];
  // A note may refer to a further note: the map grows while it is walked.
  for (const [id, use] of context.notes) {
    const record = notes.get(id);
    if (!record) continue;
    const from = context.made.length;
    sideBlocks(record.blocks, context);
    const paragraphs = context.made.slice(from);
    const first = paragraphs[0];
    if (first) takeMark(first, use);
    const blocks: SourceParagraph[] = paragraphs.map(({ paragraph }) => paragraph);
    made.push({ id, kind: record.kind, mark: use.automatic ? "" : use.mark, blocks });
  }
  return made;
}

/** Removes the typed mark and the space after it, or the space after an automatic one. */
function takeMark(first: SideParagraph, { mark, automatic }: NoteUse): void {
  const { inlines } = first.paragraph;
  const before = inlines.length;
  let text = "";
  let reach = 0;
  for (const inline of inlines) {
    if (inline.kind !== "text") break;
    text += inline.text;
    reach++;
  }
  const space = /^[\s\u00a0]*/;
  let taken = space.exec(text)?.[0].length ?? 0;
  if (!automatic && mark !== "" && text.startsWith(mark, taken)) {
    taken += mark.length;
    taken += space.exec(text.slice(taken))?.[0].length ?? 0;
  }
  if (taken === 0 || reach === 0) return;
  let rest = taken;
  const kept: Inline[] = [];
  for (const inline of inlines) {
    if (inline.kind !== "text" || rest === 0) {
      kept.push(inline);
      continue;
    }
    const cut = Math.min(rest, inline.text.length);
    rest -= cut;
    if (cut < inline.text.length) kept.push({ ...inline, text: inline.text.slice(cut) });
  }
  inlines.splice(0, before, ...kept);
  for (const change of first.changes) {
    change.from = Math.max(0, change.from - taken);
    change.to = Math.max(0, change.to - taken);
  }
  first.changes = first.changes.filter((change) => change.paragraphMark || change.from < change.to);
  for (const anchor of first.anchors) anchor.offset = Math.max(0, anchor.offset - taken);
}
