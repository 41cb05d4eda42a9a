/**
 * Keeps labels in step with the text. Under `renumber` a sequence counts again when items join, leave or
 * move; under `bis` agreed labels stay and what is inserted takes the bis form. Only the sequences that a
 * transaction changed are looked at, and the new labels belong to the same undo step as the edit.
 */

import { isHistoryTransaction } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { type Command, type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state";
import { Mapping } from "prosemirror-transform";
import type { Language } from "../model/document";
import { changesStructure } from "./identity";
import { agreedLabels, countedLabels, isContiguous, type Member, type Sequence, sequencesOf } from "./list-sequences";
import { baseOf } from "./redline-plugin";
import { numbersIn, renumberAllParts, renumberParts } from "./renumber-parts";

export type LabelPolicy = "renumber" | "bis";

interface PolicyState {
  policy: LabelPolicy;
}

const labelPolicyKey = new PluginKey<PolicyState>("labelPolicy");

/** Set on a transaction that brings its labels with it. */
export const labelsStand = "labelsStand";

/** Watches the labels of a draft against its base. */
export function labelPolicyPlugin(policy: LabelPolicy): Plugin<PolicyState> {
  return new Plugin<PolicyState>({
    key: labelPolicyKey,
    state: {
      init: () => ({ policy }),
      apply: (tr, value) => ({ ...value, ...tr.getMeta(labelPolicyKey) }),
    },
    appendTransaction(transactions, before, after) {
      const edits = transactions.filter((tr) => tr.docChanged);
      // An undo restores labels itself: they were part of what it undoes.
      if (edits.length === 0 || edits.some(isHistoryTransaction) || !edits.some(changesStructure)) return null;
      if (edits.some((tr) => tr.getMeta(labelsStand))) return null;
      const tr = after.tr;
      const { from, to } = changedRange(edits, after.doc);
      const old = changedRange(edits, after.doc, before.doc);
      const lists = listsIn(before.doc, old.from, old.to);
      const known = lists.flat();
      const now = { doc: after.doc, from, to };
      const numbered = numbersIn(now);
      for (const sequence of listsIn(after.doc, from, to, cameFromElsewhere(lists)).flat()) {
        if (!isNumbered(sequence, numbered)) relabel(tr, after, sequence, known);
      }
      renumberParts(tr, { doc: before.doc, ...old }, now, baseOf(after), labelPolicyOf(after) === "bis");
      return tr.docChanged ? tr : null;
    },
  });
}

/** Which policy is in force. */
export function labelPolicyOf(state: EditorState): LabelPolicy {
  return labelPolicyKey.getState(state)?.policy ?? "renumber";
}

/** Changes the policy and the labels with it: to bis, agreed items get their agreed labels back. */
export function setLabelPolicy(policy: LabelPolicy, base: Node): Command {
  return (state, dispatch) => {
    if (labelPolicyOf(state) === policy) return false;
    if (!dispatch) return true;
    const tr = state.tr.setMeta(labelPolicyKey, { policy });
    const { language } = state.doc.attrs;
    const agreed = agreedIn(state);
    const known = listsIn(base, 0, base.content.size).flat();
    const whole = { doc: state.doc, from: 0, to: state.doc.content.size };
    const numbered = numbersIn(whole);
    for (const sequence of listsIn(state.doc, 0, state.doc.content.size).flat()) {
      const host = hostOf(sequence, known);
      if (isNumbered(sequence, numbered) || !host || !isContiguous(host, language)) continue;
      const labels =
        policy === "renumber"
          ? countedLabels(sequence, host.members[0]!.label, ({ id }) => agreed.has(id), language)
          : agreedLabels(sequence, ({ id }) => agreed.get(id) ?? null, language);
      write(tr, sequence, labels);
    }
    renumberAllParts(tr, base, policy === "bis");
    dispatch(tr);
    return true;
  };
}

/** Whether a list is part of a numbered body, whose numbers are counted together. */
function isNumbered({ members }: Sequence, numbered: ReadonlySet<string>): boolean {
  return members.some(({ id }) => numbered.has(id));
}

function relabel(tr: Transaction, state: EditorState, sequence: Sequence, known: readonly Sequence[]): void {
  const host = hostOf(sequence, known);
  const language: Language = state.doc.attrs.language;
  // Labels given to a list as it comes in (a paste, a restored section) are taken as they are.
  if (!host || sameMembers(host, sequence) || !isContiguous(host, language)) return;
  const policy = labelPolicyOf(state);
  const agreed = agreedIn(state);
  const isAgreed = (member: Member) => (agreed.get(member.id) ? member.label : null);
  const counted = policy === "renumber" || !sequence.members.some(isAgreed);
  const labels = counted
    ? countedLabels({ ...sequence, kind: host.kind }, host.members[0]!.label, ({ id }) => agreed.has(id), language)
    : agreedLabels({ ...sequence, kind: host.kind }, isAgreed, language);
  write(tr, sequence, labels);
}

function write(tr: Transaction, { members }: Sequence, labels: readonly string[]): void {
  members.forEach(({ pos, label }, i) => {
    const next = labels[i]!;
    if (next === label) return;
    const { attrs } = tr.doc.nodeAt(pos)!;
    tr.setNodeMarkup(pos, null, { ...attrs, label: next, separator: next && (attrs.separator || "\t") });
  });
}

/** The sequence, as it was, that most of these items were in. */
function hostOf(sequence: Sequence, known: readonly Sequence[]): Sequence | null {
  let host: Sequence | null = null;
  let most = 0;
  const ids = new Set(sequence.members.map(({ id }) => id));
  for (const candidate of known) {
    if (candidate.level !== sequence.level) continue;
    const shared = candidate.members.filter(({ id }) => ids.has(id)).length;
    if (shared > most) {
      host = candidate;
      most = shared;
    }
  }
  return host;
}

function sameMembers(a: Sequence, b: Sequence): boolean {
  return a.members.length === b.members.length && a.members.every(({ id }, i) => id === b.members[i]!.id);
}

type Joined = (id: string, others: readonly Member[]) => boolean;

/** The sequences of every container with blocks in a range, container by container. */
function listsIn(doc: Node, from: number, to: number, joined?: Joined): Sequence[][] {
  const lists: Sequence[][] = [];
  const { language } = doc.attrs;
  const visit = (node: Node, start: number) => {
    let holdsItems = false;
    node.forEach((child, offset) => {
      const pos = start + offset;
      if (child.type.name === "item") holdsItems = true;
      if (!child.isTextblock && !child.isLeaf && pos <= to && pos + child.nodeSize >= from) visit(child, pos + 1);
    });
    if (holdsItems) lists.push(sequencesOf(node, start, language, joined));
  };
  visit(doc, 0);
  return lists;
}

/** Tells an item that an edit brought into a list, from another one or from outside: it takes the list's kind of label. */
function cameFromElsewhere(lists: readonly Sequence[][]): Joined {
  const container = new Map<string, number>();
  lists.forEach((sequences, i) => {
    for (const { members } of sequences) for (const { id } of members) container.set(id, i);
  });
  return (id, others) => container.get(id) !== container.get(others[0]!.id);
}

/** What the transactions changed, in the document after them or, when `before` is given, in that one. */
function changedRange(edits: readonly Transaction[], after: Node, before?: Node): { from: number; to: number } {
  const whole = new Mapping(edits.flatMap((tr) => tr.mapping.maps));
  let from = Number.POSITIVE_INFINITY;
  let to = 0;
  whole.maps.forEach((map, i) => {
    map.forEach((_oldFrom, _oldTo, start, end) => {
      const rest = before ? whole.slice(0, i + 1).invert() : whole.slice(i + 1);
      from = Math.min(from, rest.map(start, -1));
      to = Math.max(to, rest.map(end, 1));
    });
  });
  const { size } = (before ?? after).content;
  return { from: Math.max(Math.min(from, size), 0), to: Math.min(to, size) };
}

const labels = new WeakMap<Node, ReadonlyMap<string, string>>();
const none: ReadonlyMap<string, string> = new Map();

/** Labels of the base by block id: the agreed ones. */
function agreedIn(state: EditorState): ReadonlyMap<string, string> {
  const base = baseOf(state);
  if (!base) return none;
  const known = labels.get(base) ?? labelsOf(base);
  labels.set(base, known);
  return known;
}

function labelsOf(doc: Node): Map<string, string> {
  const labels = new Map<string, string>();
  doc.descendants((node) => {
    if (node.isTextblock) labels.set(node.attrs.id, node.attrs.label);
    return !node.isTextblock;
  });
  return labels;
}
