/**
 * Keeps the numbers of annexes, sections and numbered bodies in step with the text, under the label policy: under
 * `renumber` they count again when a part comes, goes or moves, under `bis` agreed numbers stay. A number in a heading
 * is text, so its change is an ordinary tracked edit; one in a label is a relabelling.
 */
import type { Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import type { Language } from "../model/document";
import { decimalLabel, type LabelPart } from "../resolution/labels";
import { samePath, writeNumber } from "../resolution/part-numbers";
import {
  type Agreed,
  agreedParts,
  countedParts,
  type Part,
  type PartSequence,
  partSequencesOf,
  partsCount,
} from "./part-sequences";

/** A stretch of a document. */
interface Stretch {
  doc: Node;
  from: number;
  to: number;
}

/** Counts the parts of a stretch anew where they came, went or moved against `before`; positions are those of `now`. */
export function renumberParts(tr: Transaction, before: Stretch, now: Stretch, base: Node | null, keeps: boolean): void {
  const known = partsIn(before);
  const { language } = now.doc.attrs;
  const agreed = agreedIn(base);
  for (const read of partsIn(now)) {
    const host = hostOf(read, known);
    if (!host || !partsCount(host)) continue;
    const sequence = readAs(host, read);
    if (sameParts(host, sequence)) continue;
    // In a list with nothing agreed there is nothing to keep.
    const bis = keeps && sequence.parts.some(({ id }) => agreed.has(id));
    const first = host.parts[0]!.path;
    write(tr, sequence, (bis ? agreedParts : countedParts)(sequence.parts, first, agreed), host, language);
  }
}

/** Counts all parts of a document by the other policy; agreed parts get their agreed numbers back. */
export function renumberAllParts(tr: Transaction, base: Node, keeps: boolean): void {
  const { doc } = tr;
  const known = partsIn({ doc: base, from: 0, to: base.content.size });
  const agreed = agreedIn(base);
  for (const read of partsIn({ doc, from: 0, to: doc.content.size })) {
    const host = hostOf(read, known);
    if (!host || !partsCount(host)) continue;
    const sequence = readAs(host, read);
    const count = keeps ? agreedParts : countedParts;
    write(tr, sequence, count(sequence.parts, host.parts[0]!.path, agreed), host, doc.attrs.language);
  }
}

/** Whether an item's label belongs to a numbered body, which counts by this module alone. */
export function numbersIn(stretch: Stretch): ReadonlySet<string> {
  return new Set(partsIn(stretch).flatMap(({ parts }) => parts.map(({ id }) => id)));
}

function write(
  tr: Transaction,
  { parts }: PartSequence,
  paths: readonly LabelPart[][],
  { form, backwards }: PartSequence,
  language: Language,
): void {
  const known = tr.mapping.maps.length;
  parts.forEach(({ pos, path, typed }, i) => {
    const next = paths[i]!;
    const at = tr.mapping.slice(known).map(pos);
    const { attrs } = tr.doc.nodeAt(at)!;
    if (!typed) {
      const label = decimalLabel(backwards ? [...next].reverse() : next, attrs.label, language);
      if (label !== attrs.label) {
        tr.setNodeMarkup(at, null, { ...attrs, label, separator: attrs.separator || "\t" });
      }
    } else if (!samePath(next, path)) {
      tr.insertText(writeNumber(next, form, language), at + 1 + typed.from, at + 1 + typed.to);
    }
  });
}

function partsIn({ doc, from, to }: Stretch): PartSequence[] {
  const { language } = doc.attrs;
  const visit = (node: Node, start: number): PartSequence[] => {
    const inside: PartSequence[] = [];
    node.forEach((child, offset) => {
      const pos = start + offset;
      if (!child.isTextblock && !child.isLeaf && pos <= to && pos + child.nodeSize >= from) {
        inside.push(...visit(child, pos + 1));
      }
    });
    return [...partSequencesOf(node, start, language), ...inside];
  };
  return visit(doc, 0);
}

/** An edit that put numbers out of order does not tell which way they are typed: the list as it was does. */
function readAs({ backwards }: PartSequence, sequence: PartSequence): PartSequence {
  if (backwards === sequence.backwards) return sequence;
  const turn = (part: Part): Part => (part.typed ? part : { ...part, path: [...part.path].reverse() });
  return { ...sequence, backwards, parts: sequence.parts.map(turn) };
}

/** The sequence, as it was, that most of these parts were in. */
function hostOf({ parts }: PartSequence, known: readonly PartSequence[]): PartSequence | null {
  const ids = new Set(parts.map(({ id }) => id));
  let host: PartSequence | null = null;
  let most = 0;
  for (const candidate of known) {
    const shared = candidate.parts.filter(({ id }) => ids.has(id)).length;
    if (shared > most) [host, most] = [candidate, shared];
  }
  return host;
}

function sameParts(a: PartSequence, b: PartSequence): boolean {
  return (
    a.parts.length === b.parts.length &&
    a.parts.every(({ id, path }, i) => id === b.parts[i]!.id && path.length === b.parts[i]!.path.length)
  );
}

const paths = new WeakMap<Node, Agreed>();
const none: Agreed = new Map();

function agreedIn(base: Node | null): Agreed {
  if (!base) return none;
  const known = paths.get(base);
  if (known) return known;
  const parts = partsIn({ doc: base, from: 0, to: base.content.size }).flatMap((sequence) => sequence.parts);
  const agreed = new Map(parts.map(({ id, path }) => [id, path]));
  paths.set(base, agreed);
  return agreed;
}
