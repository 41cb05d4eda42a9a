/**
 * Decisions on a compilation to the text they make: each row keeps the base, takes one of its options, or
 * takes all of them at once where they can stand together. Taking everything that one draft proposes gives
 * that draft's text; what several drafts change in different places goes together whatever their order.
 */
import type { Node } from "prosemirror-model";
import type { Block } from "../schema/blocks";
import { unite } from "./agreement";
import type { Compilation, CompiledOption, CompiledRow } from "./compilation-types";

/** The options that a row takes; none keeps the base. Several must be able to stand together. */
export type Decide = (row: CompiledRow) => readonly CompiledOption[];

/** A block of the text that decisions make, with the place in a draft or in the base that it comes from. */
export interface Placed {
  node: Node;
  from: Block;
  /** The draft it comes from; null for the base. */
  source: string | null;
}

/** What stands for a row of the base in place of its options: a block of the deciders' own making. */
export type Rewrite = (row: CompiledRow) => Node | undefined;

interface Choices {
  decide: Decide;
  /** Whose wording is taken first where several say the same; their notes may differ. */
  prefer?: string | undefined;
  rewrite?: Rewrite | undefined;
}

interface Arriving extends Placed {
  option: CompiledOption;
}

/** The blocks of the text that the decisions make, in order, with the places that they come from. */
export function placedAfter(compilation: Compilation, { decide, prefer, rewrite }: Choices): Placed[] {
  const staying: (Placed | null)[] = untouched(compilation, prefer);
  const arriving = new Map<number, Arriving[]>();
  const arrive = (place: number, placed: Arriving) => arriving.set(place, [...(arriving.get(place) ?? []), placed]);
  for (const row of compilation.rows) {
    const made = rewrite?.(row);
    const taken = decide(row);
    if (!row.base) {
      // Additions that stand together say the same under several labels: they are one.
      for (const option of made || row.agreement === "overlap" ? firstByName(taken) : taken) {
        const own = afterOf(compilation, option, prefer) as Placed;
        arrive(option.place, { ...own, node: made ?? own.node, option });
      }
    } else if (made || taken.length > 0) {
      const moved = taken.find(({ provision }) => provision.moved);
      const own = { from: row.base, source: null };
      const placed = made ? { ...own, node: made } : placedRow(compilation, row.base, taken, prefer);
      staying[row.place] = moved ? null : placed;
      const home = moved && afterOf(compilation, moved, prefer);
      if (home && placed) arrive(moved.place, { ...home, node: placed.node, option: moved });
    }
  }
  const text: Placed[] = [];
  for (let place = -1; place < staying.length; place++) {
    const placed = staying[place];
    if (placed) text.push(placed);
    text.push(...inOrder(arriving.get(place) ?? []));
  }
  return text;
}

/** Of several labels that of the draft whose name comes first, so that the order of the drafts does not matter. */
function firstByName(options: readonly CompiledOption[]): CompiledOption[] {
  return [...options].sort((a, b) => (a.owner < b.owner ? -1 : 1)).slice(0, 1);
}

/** The base, block by block; what the preferred draft leaves alone stands as that draft has it. */
function untouched({ base, drafts }: Compilation, prefer: string | undefined): Placed[] {
  const draft = drafts.find(({ source }) => source === prefer);
  const places = new Map(base.map(({ pos }, index) => [pos, index]));
  const staying: Placed[] = base.map((block) => ({ node: block.node, from: block, source: null }));
  for (const { before, after, status } of draft?.redline.provisions ?? []) {
    if (!before || !after || status !== "unchanged") continue;
    staying[places.get(before.pos) as number] = { node: after.node, from: after, source: draft?.source ?? null };
  }
  return staying;
}

function placedRow(
  compilation: Compilation,
  base: Block,
  taken: readonly CompiledOption[],
  prefer: string | undefined,
): Placed | null {
  const [first] = taken;
  if (first && taken.length === 1) return afterOf(compilation, first, prefer);
  if (taken.some(({ provision }) => !provision.after)) return null;
  return { node: unite(base.node, taken), from: base, source: null };
}

function afterOf({ drafts }: Compilation, option: CompiledOption, prefer: string | undefined): Placed | null {
  const source = prefer !== undefined && option.order.has(prefer) ? prefer : option.owner;
  const draft = drafts.find((each) => each.source === source);
  const from = draft?.redline.placements[option.order.get(source) as number]?.provision.after;
  return from ? { node: from.node, from, source } : null;
}

/** What arrives at one place: in the order of a draft that has all of it, else draft by draft, by name. */
function inOrder(placed: readonly Arriving[]): Placed[] {
  if (placed.length < 2) return [...placed];
  const names = [...new Set(placed.flatMap(({ option }) => option.sources))].sort();
  const common = names.find((name) => placed.every(({ option }) => option.order.has(name)));
  const placeOf = ({ option: { order } }: Arriving): [number, number] => {
    const name = common ?? (names.find((each) => order.has(each)) as string);
    return [names.indexOf(name), order.get(name) as number];
  };
  const sorted = placed.map((each) => ({ each, at: placeOf(each) }));
  sorted.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]);
  return sorted.map(({ each }) => each);
}
