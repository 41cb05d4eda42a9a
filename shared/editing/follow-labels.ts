/**
 * Labels and notes of a text that was put together from several: a list that no longer counts is counted anew
 * by the label policy, as an edit of the base would have been, unless one of the texts has that very list. A
 * note without a reference goes, a reference without its note gets it from the text it came with.
 */
import { Fragment, type Node } from "prosemirror-model";
import type { Language } from "../model/document";
import type { LabelPolicy } from "./label-policy";
import { agreedLabels, countedLabels, isContiguous, type Sequence, sequencesOf } from "./list-sequences";
import { referencesOf } from "./note-numbers";
import { rebuild } from "./rebuild";

/**
 * The text with labels and notes that follow; `sources` are the texts that it was put together from. Without a
 * policy labels stay as they are.
 */
export function followLabels(doc: Node, base: Node, sources: readonly Node[], policy: LabelPolicy | null): Node {
  const noted = withNotes(doc, [base, ...sources]);
  if (!policy) return noted;
  const language: Language = noted.attrs.language;
  const known = new Set([base, ...sources].flatMap((text) => listsOf(text, language).map(nameOfList)));
  const agreed = new Map(listsOf(base, language).flatMap(({ members }) => members.map(({ id, label }) => [id, label])));
  const hosts = listsOf(base, language).filter((list) => isContiguous(list, language));
  const labels = new Map<number, string>();
  for (const list of listsOf(noted, language)) {
    if (known.has(nameOfList(list)) || isContiguous(list, language)) continue;
    const host = hostOf(list, hosts);
    if (!host) continue;
    const counted =
      policy === "renumber"
        ? countedLabels(
            { ...list, kind: host.kind },
            host.members[0]?.label ?? "",
            ({ id }) => agreed.has(id),
            language,
          )
        : agreedLabels({ ...list, kind: host.kind }, ({ id }) => agreed.get(id) ?? null, language);
    for (const [index, { pos, label }] of list.members.entries()) {
      if (counted[index] !== label) labels.set(pos, counted[index] ?? label);
    }
  }
  if (labels.size === 0) return noted;
  return rebuild(noted, { from: 0, to: noted.content.size }, (node, pos) => {
    const label = labels.get(pos);
    if (label === undefined) return node;
    const separator = label && (node.attrs.separator || "\t");
    return node.type.create({ ...node.attrs, label, separator }, node.content, node.marks);
  });
}

const readLists = new WeakMap<Node, Sequence[]>();

/** The lists of a text, read once: base and drafts stay while a meeting decides. */
function listsOf(doc: Node, language: Language): Sequence[] {
  const read = readLists.get(doc);
  if (read) return read;
  const lists: Sequence[] = [];
  readLists.set(doc, lists);
  const visit = (node: Node, start: number) => {
    let holdsItems = false;
    node.forEach((child, offset) => {
      if (child.type.name === "item") holdsItems = true;
      if (!child.isTextblock) visit(child, start + offset + 1);
    });
    if (holdsItems) lists.push(...sequencesOf(node, start, language));
  };
  visit(doc, 0);
  return lists;
}

function nameOfList({ members }: Sequence): string {
  return members.map(({ id, label }) => `${id}\u0001${label}`).join("\u0002");
}

function hostOf({ level, members }: Sequence, hosts: readonly Sequence[]): Sequence | null {
  const ids = new Set(members.map(({ id }) => id));
  let best: Sequence | null = null;
  let most = 0;
  for (const host of hosts) {
    const shared = host.level === level ? host.members.filter(({ id }) => ids.has(id)).length : 0;
    if (shared > most) [best, most] = [host, shared];
  }
  return best;
}

function withNotes(doc: Node, texts: readonly Node[]): Node {
  const wanted = new Set(referencesOf(doc).map(({ note }) => note));
  const there = notesIn(doc);
  const ofTexts = texts.map((text) => ({
    notes: notesIn(text),
    named: new Set(referencesOf(text).map(({ note }) => note)),
  }));
  // A note that its own text does not refer to either is left alone.
  const isLoose = (note: string) =>
    !wanted.has(note) && ofTexts.every(({ notes, named }) => !notes.has(note) || named.has(note));
  const isDangling = (note: string) => ofTexts.some(({ notes, named }) => named.has(note) && !notes.has(note));
  const missing = [...wanted].filter((note) => !there.has(note) && !isDangling(note));
  const added = missing.flatMap((note) => ofTexts.flatMap(({ notes }) => notes.get(note) ?? []).slice(0, 1));
  if (added.length === 0 && ![...there.keys()].some(isLoose)) return doc;
  const kept = rebuild(doc, { from: 0, to: doc.content.size }, (node) =>
    node.type.name === "footnote" && isLoose(node.attrs.note) ? null : node,
  );
  if (added.length === 0) return kept;
  const last = kept.lastChild?.type.name === "footnotes" ? kept.lastChild : null;
  const container = last ?? doc.type.schema.node("footnotes", null, added);
  const content = last ? kept.content.cut(0, kept.content.size - last.nodeSize) : kept.content;
  const notes = [...(last?.children ?? []), ...added];
  const ordered = texts.every(areInOrder) ? inOrder(notes, [...wanted]) : notes;
  return kept.copy(content.addToEnd(container.copy(Fragment.from(ordered))));
}

/** Whether the notes of a text stand in the order of their references. */
function areInOrder(text: Node): boolean {
  const order = [...new Set(referencesOf(text).map(({ note }) => note))];
  const notes = [...notesIn(text).keys()].filter((note) => order.includes(note));
  return notes.every((note, index) => index === 0 || order.indexOf(notes[index - 1] as string) < order.indexOf(note));
}

/** Notes in the order of their references; those that nothing refers to behind them. */
function inOrder(notes: readonly Node[], order: readonly string[]): Node[] {
  const place = ({ attrs }: Node) => (order.includes(attrs.note) ? order.indexOf(attrs.note) : order.length);
  return [...notes].sort((one, other) => place(one) - place(other));
}

function notesIn(doc: Node): Map<string, Node> {
  const notes = new Map<string, Node>();
  doc.descendants((node) => {
    if (node.type.name === "footnote") notes.set(node.attrs.note, node);
    return !node.isTextblock;
  });
  return notes;
}
