/**
 * Which container of one draft is which container of the base and of the other drafts: sections, annexes,
 * tables, rows and cells that hold the same provisions are one, whatever each draft did inside. Every block
 * then stands in a chain of containers that all texts of a compilation share.
 */
import type { Node } from "prosemirror-model";
import type { Block } from "../schema/blocks";
import type { ComparedProposal, Compilation } from "./compilation-types";

/** A container that a block stands in. */
export interface Link {
  /** Equal for what is one container in several texts. */
  key: string;
  node: Node;
}

/** The containers of a block of a draft, or (null) of the base, outermost first. */
export type ChainOf = (source: string | null, block: Block) => readonly Link[];

interface Container {
  pos: number;
  node: Node;
}

type Chains = ReadonlyMap<number, readonly Container[]>;

const known = new WeakMap<Compilation, Map<string | undefined, ChainOf>>();

/** Finds out which containers are one; `frame` names the draft whose own attributes they carry. */
export function containersOf(compilation: Compilation, frame: string | undefined): ChainOf {
  const made = known.get(compilation) ?? new Map<string | undefined, ChainOf>();
  known.set(compilation, made);
  const chainOf = made.get(frame) ?? findContainers(compilation, frame);
  made.set(frame, chainOf);
  return chainOf;
}

function findContainers({ document, drafts, rows }: Compilation, frame: string | undefined): ChainOf {
  const ofBase = chainsOf(document);
  const chains = new Map<string | null, Chains>([[null, ofBase]]);
  const keys = new Map<string | null, Map<number, string>>();
  const nodes = new Map<string, Node>();
  const own = new Map<number, string>();
  for (const chain of ofBase.values()) for (const { pos } of chain) own.set(pos, `base ${pos}`);
  keys.set(null, own);
  for (const chain of ofBase.values()) for (const { pos, node } of chain) nodes.set(`base ${pos}`, node);

  for (const [index, draft] of drafts.entries()) {
    const own = chainsOf(draft.current);
    chains.set(draft.source, own);
    const found = pairWithBase(draft, ofBase, own);
    const earlier = new Set(drafts.slice(0, index).map(({ source }) => source));
    pairWithOthers(draft, found, earlier);
    for (const chain of own.values()) {
      for (const { pos, node } of chain) {
        const key = found.get(pos) ?? `${index} ${pos}`;
        found.set(pos, key);
        if (!nodes.has(key) || draft.source === frame) nodes.set(key, node);
      }
    }
    keys.set(draft.source, found);
  }

  return (source, block) => {
    const chain = chains.get(source)?.get(block.pos) ?? [];
    return chain.map(({ pos, node }) => {
      const key = keys.get(source)?.get(pos) as string;
      return { key, node: nodes.get(key) ?? node };
    });
  };

  /** What two drafts add alike stands in one new container, unless the base has it. */
  function pairWithOthers(draft: ComparedProposal, found: Map<number, string>, earlier: ReadonlySet<string>): void {
    const votes = new Votes();
    for (const { base, options } of rows) {
      if (base) continue;
      const mine = options.find(({ sources }) => sources.includes(draft.source));
      const its = options.flatMap(({ sources }) => sources).find((source) => earlier.has(source));
      if (!mine || its === undefined) continue;
      const other = options.find(({ sources }) => sources.includes(its));
      const theirs = other && chainAt(its, other.order.get(its));
      const ours = chainAt(draft.source, mine.order.get(draft.source));
      walkDown(ours ?? [], theirs ?? [], (one, two) => {
        const key = keys.get(its)?.get(two.pos) ?? "";
        if (!found.has(one.pos) && !key.startsWith("base")) votes.add(one.pos, key);
      });
    }
    for (const [pos, key] of votes.pairs()) found.set(pos, key);
  }

  function chainAt(source: string, placement: number | undefined): readonly Container[] | undefined {
    const draft = drafts.find((each) => each.source === source);
    const block = draft?.redline.placements[placement ?? -1]?.provision.after;
    return block ? chains.get(source)?.get(block.pos) : undefined;
  }
}

function pairWithBase({ redline }: ComparedProposal, ofBase: Chains, own: Chains): Map<number, string> {
  const votes = new Votes();
  for (const { before, after, moved } of redline.provisions) {
    if (!before || !after || moved) continue;
    walkDown(own.get(after.pos) ?? [], ofBase.get(before.pos) ?? [], (one, two) =>
      votes.add(one.pos, `base ${two.pos}`),
    );
  }
  const found = new Map(votes.pairs());
  pairTextsLeft(ofBase, own, found);
  return found;
}

/** A text of a shelf that was replaced or suppressed as a whole shares nothing with its base but the name. */
function pairTextsLeft(ofBase: Chains, own: Chains, found: Map<number, string>): void {
  const taken = new Set(found.values());
  const free = textsOf(ofBase).filter(({ pos }) => !taken.has(`base ${pos}`));
  const open = textsOf(own).filter(({ pos }) => !found.has(pos));
  for (const { pos, node } of open) {
    const text = free.find((each) => each.node.attrs.baseId === node.attrs.baseId);
    if (text) found.set(pos, `base ${text.pos}`);
  }
}

/** The proposals that are named as texts of a shelf. */
function textsOf(chains: Chains): Container[] {
  const texts = new Map<number, Container>();
  for (const chain of chains.values()) for (const each of chain) if (each.node.attrs.baseId) texts.set(each.pos, each);
  return [...texts.values()];
}

function walkDown(
  one: readonly Container[],
  other: readonly Container[],
  meet: (one: Container, other: Container) => void,
): void {
  for (let depth = 0; depth < Math.min(one.length, other.length); depth++) {
    const [a, b] = [one[depth] as Container, other[depth] as Container];
    if (a.node.type !== b.node.type) return;
    meet(a, b);
  }
}

/** Pairs off by the number of provisions that are common, the most first; each side once. */
class Votes {
  private readonly counts = new Map<number, Map<string, number>>();

  add(pos: number, key: string): void {
    const of = this.counts.get(pos) ?? new Map<string, number>();
    this.counts.set(pos, of.set(key, (of.get(key) ?? 0) + 1));
  }

  pairs(): [number, string][] {
    const all = [...this.counts].flatMap(([pos, of]) => [...of].map(([key, count]) => ({ pos, key, count })));
    all.sort((a, b) => b.count - a.count || a.pos - b.pos);
    const taken = new Set<string>();
    const pairs = new Map<number, string>();
    for (const { pos, key } of all) {
      if (pairs.has(pos) || taken.has(key)) continue;
      pairs.set(pos, key);
      taken.add(key);
    }
    return [...pairs];
  }
}

function chainsOf(doc: Node): Chains {
  const chains = new Map<number, readonly Container[]>();
  const walk = (parent: Node, start: number, chain: readonly Container[]) => {
    parent.forEach((node, offset) => {
      const pos = start + offset;
      if (node.isTextblock) chains.set(pos, chain);
      else walk(node, pos + 1, [...chain, { pos, node }]);
    });
  };
  walk(doc, 0, []);
  return chains;
}
