/**
 * The numbers of notes. Where the notes of a text counted without a gap in the order of their references, they
 * count so again after an edit: references, marks in front of the notes and the order of the notes. They may count
 * through the document, or anew in each proposal of a contribution, whose text comes with its own notes 1, 2. A mark
 * that is no number (an asterisk), one typed by hand, and a text that did not count are left alone.
 */
import { Fragment, type Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import { replaceContainer } from "./replace-container";
import { childrenOf } from "./sections";

export interface Reference {
  note: string;
  mark: string;
  automatic: boolean;
  pos: number;
}

/** The note references of a document in reading order. */
export function referencesOf(doc: Node): Reference[] {
  const references: Reference[] = [];
  doc.descendants((node, pos) => {
    const { note, mark, automatic } = node.attrs;
    if (node.type.name === "footnoteReference") references.push({ note, mark, automatic, pos });
  });
  return references;
}

/**
 * Counts the notes again after an edit, when they counted before it. A text that refers to the notes of the base, all
 * of them and in the base's order, has the base's marks, however they count.
 */
export function numberNotes(tr: Transaction, before: Node, base: Node): void {
  if (sameReferences(tr.doc, base)) {
    takeMarks(tr, base);
    return;
  }
  const former = countedMarks(before);
  const now = countedMarks(tr.doc);
  // Through the whole document, or in each proposal from its own first number.
  const apart = counts(former) ? null : byProposal(before, former);
  if (apart && ![...apart.values()].every(counts)) return;
  const groups = apart ? byProposal(tr.doc, now) : new Map([[-1, now]]);
  const marks = new Map<string, string>();
  for (const group of groups.values()) {
    const from = firstOf(group, apart ? [...apart.values()] : [former]);
    for (const [i, { note }] of group.entries()) marks.set(note, String(from + i));
  }
  const wrong = referencesOf(tr.doc).filter(({ note, mark }) => mark !== (marks.get(note) ?? mark));
  if (wrong.length === 0) return;
  // A reference is as long as before, so no position moves.
  for (const { note, pos } of wrong) {
    const { attrs } = tr.doc.nodeAt(pos)!;
    tr.setNodeMarkup(pos, null, { ...attrs, mark: marks.get(note)! });
  }
  markNotes(tr, marks);
  if (notesOf(tr.doc).length > 0 && areInOrder(before)) sortNotes(tr);
}

function counts(marks: readonly Reference[]): boolean {
  const first = Number(marks[0]?.mark ?? 1);
  return marks.every(({ mark }, i) => Number(mark) === first + i);
}

/** The references by the proposal that they stand in; -1 for those beside all proposals. */
function byProposal(doc: Node, references: readonly Reference[]): Map<number, Reference[]> {
  const groups = new Map<number, Reference[]>();
  for (const reference of references) {
    const index = doc.resolve(reference.pos).index(0);
    const group = doc.child(index).type.name === "proposal" ? index : -1;
    groups.set(group, [...(groups.get(group) ?? []), reference]);
  }
  return groups;
}

/** Where a group began to count, by a note that it still has; a new one begins with 1. */
function firstOf(group: readonly Reference[], former: readonly (readonly Reference[])[]): number {
  const ids = new Set(group.map(({ note }) => note));
  const host = former.find((each) => each.some(({ note }) => ids.has(note)));
  return Number(host?.[0]?.mark ?? 1);
}

function sameReferences(doc: Node, base: Node): boolean {
  const [references, agreed] = [referencesOf(doc), referencesOf(base)];
  return references.length === agreed.length && references.every(({ note }, i) => note === agreed[i]!.note);
}

function takeMarks(tr: Transaction, base: Node): void {
  const agreed = referencesOf(base);
  for (const [i, { pos, mark }] of referencesOf(tr.doc).entries()) {
    if (mark === agreed[i]!.mark) continue;
    tr.setNodeMarkup(pos, null, { ...tr.doc.nodeAt(pos)!.attrs, mark: agreed[i]!.mark });
  }
  const labels = new Map(notesOf(base).map(({ attrs }) => [attrs.note, attrs.label]));
  relabelNotes(tr, ({ attrs }) => (attrs.labelLocked ? attrs.label : (labels.get(attrs.note) ?? attrs.label)));
}

/** Each note gets its mark, in whatever the mark is set (`1`, `1)`). */
function markNotes(tr: Transaction, marks: ReadonlyMap<string, string>): void {
  relabelNotes(tr, ({ attrs }) => attrs.label.replace(/\d+/, marks.get(attrs.note) ?? "$&"));
}

function relabelNotes(tr: Transaction, labelOf: (note: Node) => string): void {
  const notes = notesOf(tr.doc);
  if (notes.length === 0) return;
  let pos = tr.doc.content.size - tr.doc.lastChild!.nodeSize + 1;
  for (const note of notes) {
    const label = labelOf(note);
    if (label !== note.attrs.label) tr.setNodeMarkup(pos, null, { ...note.attrs, label });
    pos += note.nodeSize;
  }
}

function notesOf(doc: Node): Node[] {
  return doc.lastChild?.type.name === "footnotes" ? childrenOf(doc.lastChild) : [];
}

function sortNotes(tr: Transaction): void {
  if (areInOrder(tr.doc)) return;
  const notes = tr.doc.lastChild!;
  const order = orderOf(tr.doc);
  const place = ({ attrs }: Node) => (order.includes(attrs.note) ? order.indexOf(attrs.note) : order.length);
  const sorted = childrenOf(notes).sort((one, other) => place(one) - place(other));
  replaceContainer(tr, tr.doc.content.size - notes.nodeSize, notes.copy(Fragment.from(sorted)));
}

/** The first reference of each note whose mark is a number and was not typed by hand. */
function countedMarks(doc: Node): Reference[] {
  const locked = new Set<string>();
  for (const { attrs } of notesOf(doc)) if (attrs.labelLocked) locked.add(attrs.note);
  const seen = new Set<string>();
  return referencesOf(doc).filter(({ note, mark }) => {
    const counts = /^\d+$/.test(mark) && !locked.has(note) && !seen.has(note);
    seen.add(note);
    return counts;
  });
}

/** The notes in the order in which the text first refers to them. */
function orderOf(doc: Node): string[] {
  return [...new Set(referencesOf(doc).map(({ note }) => note))];
}

function areInOrder(doc: Node): boolean {
  const order = orderOf(doc);
  const places = notesOf(doc)
    .map(({ attrs }) => order.indexOf(attrs.note))
    .filter((at) => at >= 0);
  return places.every((at, i) => i === 0 || at > places[i - 1]!);
}
