/**
 * Decisions on a compilation to the text they make: each row keeps the base, takes one of its options, or
 * takes all of them at once where they can stand together. Taking everything that one draft proposes gives
 * that draft's text; what several drafts change in different places goes together whatever their order.
 */
import type { Node } from "prosemirror-model";
import { unite } from "./agreement";
import type { Compilation, CompiledOption, CompiledRow } from "./compilation-types";

/** The options that a row takes; none keeps the base. Several must be able to stand together. */
export type Decide = (row: CompiledRow) => readonly CompiledOption[];

/** Takes what one draft proposes, everywhere. */
export function takeAllOf(source: string): Decide {
  return ({ options }) => options.filter(({ sources }) => sources.includes(source));
}

/** Takes everything on which the drafts do not stand against each other. */
export function takeAllThatAgree({ options, agreement }: CompiledRow): readonly CompiledOption[] {
  return agreement === "conflict" ? [] : options;
}

interface Placed {
  node: Node;
  option: CompiledOption;
}

/** The blocks of the text that the decisions make, in order. */
export function blocksAfter(compilation: Compilation, decide: Decide): Node[] {
  const staying: (Node | null)[] = compilation.base.map(({ node }) => node);
  const arriving = new Map<number, Placed[]>();
  const arrive = (place: number, placed: Placed) => arriving.set(place, [...(arriving.get(place) ?? []), placed]);
  for (const row of compilation.rows) {
    const taken = decide(row);
    if (taken.length === 0) continue;
    if (!row.base) {
      for (const option of taken)
        arrive(option.place, { node: (option.provision.after as { node: Node }).node, option });
      continue;
    }
    const moved = taken.find(({ provision }) => provision.moved);
    const node = nodeOf(row.base.node, taken);
    staying[row.place] = moved ? null : node;
    if (moved && node) arrive(moved.place, { node, option: moved });
  }
  const text: Node[] = [];
  for (let place = -1; place < staying.length; place++) {
    const node = staying[place];
    if (node) text.push(node);
    text.push(...inOrder(arriving.get(place) ?? []));
  }
  return text;
}

function nodeOf(base: Node, taken: readonly CompiledOption[]): Node | null {
  if (taken.length === 1) return taken[0]?.provision.after?.node ?? null;
  return taken.some(({ provision }) => !provision.after) ? null : unite(base, taken);
}

/** What arrives at one place: in the order of a draft that has all of it, else draft by draft, by name. */
function inOrder(placed: readonly Placed[]): Node[] {
  if (placed.length < 2) return placed.map(({ node }) => node);
  const names = [...new Set(placed.flatMap(({ option }) => option.sources))].sort();
  const common = names.find((name) => placed.every(({ option }) => option.order.has(name)));
  const placeOf = ({ option: { order } }: Placed): [number, number] => {
    const name = common ?? (names.find((each) => order.has(each)) as string);
    return [names.indexOf(name), order.get(name) as number];
  };
  const sorted = placed.map((each) => ({ each, at: placeOf(each) }));
  sorted.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]);
  return sorted.map(({ each }) => each.node);
}
