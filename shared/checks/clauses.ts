/**
 * The clauses of a section as drafters count them: its items by level, and what follows each. A list is a run of
 * items of one level; what is deeper belongs to the item above it.
 */
import type { Node } from "prosemirror-model";
import type { Language } from "../model/document";
import { type LabelKind, parseLabel, readsAs } from "../resolution/labels";

/** The items and bare paragraphs of a section, without its call, tables and notes. */
export function clausesOf(section: Node): Node[] {
  return section.children.slice(1).filter((node) => node.isTextblock && node.content.size > 0);
}

export interface List {
  level: number;
  kind: LabelKind;
  items: Node[];
}

const counting: readonly LabelKind[] = ["letter", "roman", "number"];

/** The lists of labelled items in a section, outermost first where they begin. */
export function listsOf(section: Node, language: Language): List[] {
  const runs: { level: number; items: Node[] }[] = [];
  let open: { level: number; items: Node[] }[] = [];
  for (const node of section.children) {
    if (node.type.name === "heading") open = [];
    if (node.type.name !== "item" || node.attrs.label === "") continue;
    const { level } = node.attrs;
    open = open.filter((run) => run.level <= level);
    const run = open.find((each) => each.level === level);
    if (run) run.items.push(node);
    else {
      const begun = { level, items: [node] };
      runs.push(begun);
      open.push(begun);
    }
  }
  return runs.map((run) => ({ ...run, kind: kindOf(run.items, language) }));
}

/** The reading that most of the labels allow; the second label settles what `i)` is. */
function kindOf(items: readonly Node[], language: Language): LabelKind {
  const labels = items.map(({ attrs }) => parseLabel(attrs.label, language));
  const fits = counting.map((kind) => ({ kind, count: labels.filter((label) => readsAs(label, kind)).length }));
  const first = labels[0];
  const best = Math.max(...fits.map(({ count }) => count));
  if (best === 0) return first?.kind ?? "none";
  const able = fits.filter(({ count }) => count === best).map(({ kind }) => kind);
  if (able.length === 1 || !first) return able[0] ?? "none";
  // `i)` alone, or `c)` and `d)`: the list that begins with its first sign.
  if (able.includes("roman") && first.roman === 1) return "roman";
  return able.includes("letter") ? "letter" : able[0]!;
}
