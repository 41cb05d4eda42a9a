/**
 * The sequences of labels in a container: items of one level that follow one another in one list. A
 * sequence counts without a gap or it does not; only one that did is ever renumbered, so an extract
 * ("b)", then "m)") keeps the labels of the text it was taken from.
 */
import type { Node } from "prosemirror-model";
import type { Language } from "../model/document";
import { bisLabel, type LabelKind, nextLabel, parseLabel } from "../resolution/labels";
import { kindInList } from "./item-labels";

const counting: ReadonlySet<LabelKind> = new Set(["letter", "roman", "number", "decimal"]);

export interface Member {
  id: string;
  label: string;
  locked: boolean;
  /** Position before the item. */
  pos: number;
}

export interface Sequence {
  level: number;
  kind: LabelKind;
  members: Member[];
}

/**
 * The sequences among the direct children of a container whose content begins at `start`. Labels of
 * another kind begin a sequence of their own, unless `joined` says that the item came from another list.
 */
export function sequencesOf(
  container: Node,
  start: number,
  language: Language,
  joined: (id: string, others: readonly Member[]) => boolean = () => false,
): Sequence[] {
  const sequences: Sequence[] = [];
  let open: Sequence[] = [];
  container.forEach((node, offset) => {
    if (node.type.name === "heading" || node.type.name === "call") open = [];
    if (node.type.name !== "item" || node.attrs.label === "") return;
    const { id, label, level, labelLocked } = node.attrs;
    open = open.filter((sequence) => sequence.level <= level);
    const member = { id, label, locked: labelLocked, pos: start + offset };
    const current = open.find((sequence) => sequence.level === level);
    const kind = kindInList(label, current?.members.at(-1)?.label ?? null, language);
    if (
      current &&
      (current.kind === kind || labelLocked || mayJoin(kind, current.kind, () => joined(id, current.members)))
    ) {
      current.members.push(member);
      return;
    }
    const begun = { level, kind, members: [member] };
    sequences.push(begun);
    open = [...open.filter((sequence) => sequence !== current), begun];
  });
  return sequences;
}

/** A dash among letters stays a dash; what counts takes the count of the list it joins. */
function mayJoin(kind: LabelKind, list: LabelKind, joined: () => boolean): boolean {
  return counting.has(kind) && counting.has(list) && joined();
}

/** Whether the labels run without gap or repeat; bis labels and labels typed by hand stand outside the count. */
export function isContiguous({ members, kind }: Sequence, language: Language): boolean {
  let previous: string | null = null;
  for (const { label, locked } of members) {
    const inserted = (parseLabel(label, language).parts.at(-1)?.insertion ?? 0) > 0;
    if (!inserted && !locked && previous !== null && label !== nextLabel(previous, kind, language)) return false;
    if (!inserted) previous = label;
  }
  return true;
}

/** The labels of a sequence that counts from `first` on; only a bis form that was agreed stays one. */
export function countedLabels(
  { members, kind }: Sequence,
  first: string,
  isAgreed: (member: Member) => boolean,
  language: Language,
): string[] {
  let previous: string | null = null;
  return members.map((member) => {
    const { label, locked } = member;
    const parsed = parseLabel(label, language);
    const insertion = parsed.parts.at(-1)?.insertion ?? 0;
    if (locked) {
      if (insertion === 0 && parsed.kind !== "word") previous = label;
      return label;
    }
    if (insertion > 0 && previous !== null && isAgreed(member)) return bisLabel(previous, insertion, language);
    previous = previous === null ? first : nextLabel(previous, kind, language);
    return previous;
  });
}

/**
 * The labels of a sequence in which agreed labels stay: what is inserted after d) becomes d)bis, what is
 * added at the end goes on counting. Before the first agreed item ITU has no form; the label that was offered stays.
 */
export function agreedLabels(
  { members, kind }: Sequence,
  agreed: (member: Member) => string | null,
  language: Language,
): string[] {
  const lastAgreed = members.map((member) => agreed(member) !== null).lastIndexOf(true);
  let previous: string | null = null;
  let inserted = 0;
  return members.map((member, i) => {
    const own = member.locked ? member.label : agreed(member);
    if (own !== null) {
      previous = own;
      inserted = 0;
      return own;
    }
    if (i > lastAgreed && previous !== null) {
      previous = nextLabel(previous, kind, language);
      return previous;
    }
    if (previous === null) return member.label;
    inserted++;
    return bisLabel(previous, inserted, language);
  });
}
