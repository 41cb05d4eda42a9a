/**
 * Which label an item gets when a command makes one: the next of its list, or the first of the kind of
 * list that ITU puts there (letters in the preamble, numbers in the operative part, Roman numerals under
 * letters, letters under numbers, dashes below). The label policy may change it afterwards.
 */
import type { Node } from "prosemirror-model";
import type { Language } from "../model/document";
import { type LabelKind, nextLabel, parseLabel } from "../resolution/labels";
import { isBodyBlock, previousSibling } from "./place";

/** The label that follows `label`; of two readings of a letter (`i)`) the one that continues the list is taken. */
export function labelAfter(label: string, before: string | null, language: Language): string {
  const parsed = parseLabel(label, language);
  if (parsed.kind === "none" || parsed.kind === "word") return "";
  return nextLabel(label, kindInList(label, before, language), language);
}

/** How a label reads in its list: `i)` after `h)` is a letter, as the first of a list below letters it is Roman. */
export function kindInList(label: string, before: string | null, language: Language): LabelKind {
  const parsed = parseLabel(label, language);
  if (parsed.letter === null || parsed.roman === null) return parsed.kind;
  if (before === null) return parsed.roman === 1 ? "roman" : parsed.kind;
  const previous = parseLabel(before, language);
  if (previous.letter !== null && previous.letter + 1 === parsed.letter) return "letter";
  if (previous.roman !== null && previous.roman + 1 === parsed.roman) return "roman";
  // In a list that an edit put out of order (ii, i) the neighbour still says how it counts.
  return previous.kind === "roman" ? "roman" : parsed.kind;
}

/** The label of an item of this level that is to stand at `index` of its container. */
export function labelAt(parent: Node, index: number, level: number, language: Language): string {
  const previous = previousSibling(parent, index, level);
  if (previous?.attrs.label) {
    return labelAfter(previous.attrs.label, labelBefore(parent, previous, level), language);
  }
  const following = followingSibling(parent, index, level);
  // Before the first item of a list: take over its label, the policy moves the others on.
  if (previous === null && following?.attrs.label) return following.attrs.label;
  return firstLabel(parent, index, level, language);
}

/** The first label of a list of this level, by what stands above it. */
function firstLabel(parent: Node, index: number, level: number, language: Language): string {
  if (level <= 1) return nextLabel(null, parent.attrs.part === "operative" ? "number" : "letter", language);
  const above = parentItem(parent, index, level);
  const kind = above ? parseLabel(above.attrs.label, language).kind : "number";
  if (kind === "number" || kind === "decimal") return nextLabel(null, "letter", language);
  return nextLabel(null, kind === "letter" ? "roman" : "dash", language);
}

function labelBefore(parent: Node, node: Node, level: number): string | null {
  for (let i = 0; i < parent.childCount; i++) {
    if (parent.child(i) === node) return previousSibling(parent, i, level)?.attrs.label ?? null;
  }
  return null;
}

function parentItem(parent: Node, index: number, level: number): Node | null {
  for (let i = index - 1; i >= 0; i--) {
    const node = parent.child(i);
    if (node.type.name === "item" && node.attrs.level < level) return node;
  }
  return null;
}

function followingSibling(parent: Node, index: number, level: number): Node | null {
  for (let i = index; i < parent.childCount; i++) {
    const node = parent.child(i);
    if (!isBodyBlock(node) || (node.isTextblock && node.attrs.level < level)) return null;
    if (node.type.name === "item" && node.attrs.level === level) return node;
  }
  return null;
}
