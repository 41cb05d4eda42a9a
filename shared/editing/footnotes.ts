/**
 * Notes: a reference in the text, a body in the container at the end. A new note is put in the order of
 * the references; a note whose last reference goes, goes with it. Numbers follow the order of the
 * references as labels follow their list: counted again under `renumber`, kept as agreed under `bis`.
 */

import { isHistoryTransaction } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { Plugin, type Transaction } from "prosemirror-state";
import { schema } from "../schema/schema";
import { caretAt, type Edit } from "./edit";
import { changesStructure } from "./identity";
import { labelPolicyOf } from "./label-policy";
import { numberNotes, type Reference, referencesOf } from "./note-numbers";
import { blockAround } from "./place";
import { rebuild } from "./rebuild";
import { baseOf } from "./redline-plugin";
import { replaceContainer } from "./replace-container";

/** Puts a note reference at the caret and opens its note for typing. */
export const insertFootnote: Edit = (tr) => {
  const place = blockAround(tr.selection.$to);
  if (!place || place.node.type.name === "footnote") return false;
  const references = referencesOf(tr.doc);
  const note = freeName(tr.doc, references);
  // In a text whose notes Word counts, the new one is counted by Word too.
  const automatic = references.length > 0 && references.every((reference) => reference.automatic);
  const mark = String(1 + Math.max(0, ...beside(tr, references).map((each) => Number.parseInt(each.mark, 10) || 0)));
  const at = tr.selection.to;
  const following = references.filter(({ pos }) => pos < at).length;
  tr.insert(at, schema.node("footnoteReference", { note, mark, automatic }));
  const body = schema.node("footnote", { note, ...(automatic ? {} : { label: mark, separator: "\t" }) });
  return caretAt(tr, putNote(tr, body, following) + 1);
};

/** The references that a new one is counted with: where a number stands twice, those of its own proposal. */
function beside(tr: Transaction, references: readonly Reference[]): readonly Reference[] {
  const marks = new Map(references.map(({ note, mark }) => [note, mark]));
  if (new Set(marks.values()).size === marks.size) return references;
  const index = tr.selection.$to.index(0);
  return references.filter(({ pos }) => tr.doc.resolve(pos).index(0) === index);
}

/** From a reference to its note, and from a note to its first reference. */
export const followFootnote: Edit = (tr) => {
  const { $from } = tr.selection;
  const block = blockAround($from);
  if (block?.node.type.name === "footnote") {
    const reference = referencesOf(tr.doc).find(({ note }) => note === block.node.attrs.note);
    return reference !== undefined && caretAt(tr, reference.pos + 1);
  }
  const reference = [$from.nodeAfter, $from.nodeBefore].find((node) => node?.type.name === "footnoteReference");
  const body = reference && bodyOf(tr.doc, reference.attrs.note);
  return body != null && caretAt(tr, body.pos + 1);
};

/** Takes away the notes whose references a transaction deleted, and counts the others again. */
export function footnotePlugin(): Plugin {
  return new Plugin({
    appendTransaction(transactions, before, after) {
      const edits = transactions.filter((tr) => tr.docChanged);
      if (edits.length === 0 || edits.some(isHistoryTransaction) || !hasNotes(after.doc)) return null;
      if (!edits.some((tr) => touchesReference(tr))) return null;
      const tr = after.tr;
      dropNotes(tr, before.doc);
      if (labelPolicyOf(after) === "renumber") numberNotes(tr, before.doc, baseOf(after) ?? before.doc);
      return tr.docChanged ? tr : null;
    },
  });
}

function dropNotes(tr: Transaction, before: Node): void {
  const had = new Set(referencesOf(before).map(({ note }) => note));
  for (const { note } of referencesOf(tr.doc)) had.delete(note);
  if (had.size === 0) return;
  const range = { from: 0, to: tr.doc.content.size };
  const next = rebuild(tr.doc, range, (node) =>
    node.type.name === "footnote" && had.has(node.attrs.note) ? null : node,
  );
  replaceContainer(tr, -1, next);
}

function hasNotes(doc: Node): boolean {
  return doc.lastChild?.type.name === "footnotes";
}

/** True when a transaction may have deleted a reference: it deleted an atom, or more than one block. */
function touchesReference(tr: Transaction): boolean {
  return tr.steps.some((step, i) => {
    let found = changesStructure(tr);
    step.getMap().forEach((from, to) => {
      tr.docs[i]!.nodesBetween(from, to, (node) => {
        if (node.type.name === "footnoteReference") found = true;
      });
    });
    return found;
  });
}

function bodyOf(doc: Node, note: string): { node: Node; pos: number } | null {
  let found: { node: Node; pos: number } | null = null;
  doc.descendants((node, pos) => {
    if (node.type.name === "footnote" && node.attrs.note === note) found ??= { node, pos };
    return !node.isTextblock;
  });
  return found;
}

function putNote(tr: Transaction, body: Node, index: number): number {
  const { doc } = tr;
  const end = doc.content.size;
  if (!hasNotes(doc)) {
    tr.insert(end, schema.node("footnotes", null, [body]));
    return end + 1;
  }
  const notes = doc.lastChild!;
  let at = end - notes.nodeSize + 1;
  for (let i = 0; i < Math.min(index, notes.childCount); i++) at += notes.child(i).nodeSize;
  tr.insert(at, body);
  return at;
}

function freeName(doc: Node, references: readonly Reference[]): string {
  const taken = new Set(references.map(({ note }) => note));
  if (hasNotes(doc)) doc.lastChild!.forEach((node) => taken.add(node.attrs.note));
  let n = 1;
  while (taken.has(`note${n}`)) n++;
  return `note${n}`;
}
