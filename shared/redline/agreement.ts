/**
 * How far the options of a row agree, and the one block that unites them where they can all stand. Labels
 * never make a conflict: they follow from what is added and suppressed around a provision, and are settled
 * when that is settled.
 */
import type { Node } from "prosemirror-model";
import { type BlockEdit, contentKey, editsOf, goTogether, makeEdits } from "./block-edits";
import type { Agreement, CompiledOption } from "./compilation-types";
import type { Provision } from "./redline-types";

/** Names what a draft proposes for a provision; equal names, equal proposals. */
export function proposalKey({ before, after, moved }: Provision, place: number): string {
  if (!after) return "gone";
  const { type, attrs, content } = after.node;
  const { label, separator, level } = attrs;
  // Where an addition stands is known by its row.
  return JSON.stringify([type.name, label, separator, level, moved && before ? place : "", contentKey(content)]);
}

/** Judges the options that stand for one provision. */
export function agreementOf(options: readonly CompiledOption[]): Agreement {
  if (options.length === 0) return "none";
  if (options.length === 1) return (options[0] as CompiledOption).sources.length > 1 ? "same" : "one";
  return options.every((one, index) => options.slice(index + 1).every((other) => canStandWith(one, other)))
    ? "overlap"
    : "conflict";
}

function canStandWith(one: CompiledOption, other: CompiledOption): boolean {
  const [a, b] = [one.provision, other.provision];
  // Two additions are options of one row because they are alternatives, or the same words under two labels.
  if (!a.before && !b.before && a.after && b.after) return sameWords(a.after.node, b.after.node);
  // What is gone stands with nothing.
  if (!a.before || !b.before || !a.after || !b.after) return false;
  if (a.moved && b.moved && one.place !== other.place) return false;
  return sameShapeOrOneChanged(a, b) && goTogether(editsOf(a), editsOf(b));
}

function sameWords(one: Node, other: Node): boolean {
  return shapeOf(one) === shapeOf(other) && contentKey(one.content) === contentKey(other.content);
}

function sameShapeOrOneChanged(a: Provision, b: Provision): boolean {
  const [base, one, other] = [shapeOf(a.before?.node), shapeOf(a.after?.node), shapeOf(b.after?.node)];
  return one === other || one === base || other === base;
}

function shapeOf(node: Node | undefined): string {
  return node ? `${node.type.name} ${node.attrs.level}` : "";
}

/** The block that has the changes of all options, which must be able to stand together. */
export function unite(base: Node, options: readonly CompiledOption[]): Node {
  const edits: BlockEdit[] = options.flatMap(({ provision }) => editsOf(provision));
  const nodes = options.flatMap(({ provision }) => (provision.after ? [provision.after.node] : []));
  const shaped = nodes.find((node) => shapeOf(node) !== shapeOf(base)) ?? base;
  // Of several new labels the first in the alphabet, so that the order of the drafts does not matter.
  const labels = nodes.filter(({ attrs }) => attrs.label !== base.attrs.label);
  labels.sort((a, b) => (a.attrs.label < b.attrs.label ? -1 : 1));
  const { label, separator } = (labels[0] ?? base).attrs;
  return shaped.type.create({ ...shaped.attrs, label, separator }, makeEdits(base, edits), base.marks);
}
