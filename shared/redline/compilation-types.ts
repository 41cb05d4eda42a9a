/**
 * What a compilation is: many drafts of one base, provision by provision. A row stands for a provision of
 * the base, or for one that some draft adds between two of them; its options are what the drafts propose
 * there, those that say the same thing merged with all their sources named. Every changed provision of
 * every draft is in exactly one option of one row.
 */
import type { Node } from "prosemirror-model";
import type { Block } from "../schema/blocks";
import type { Counts, Provision, Redline } from "./redline-types";

/** A draft that is compiled. */
export interface Proposal {
  /** Who proposes it; unique in a compilation. */
  source: string;
  current: Node;
  /** Where the comparison with the base was made before. */
  redline?: Redline;
}

/** A draft with its comparison. */
export type ComparedProposal = Required<Proposal>;

/**
 * How the drafts agree about a provision: nobody touches it, one does, several propose the same, several
 * change it in places that go together, or what they propose cannot all stand.
 */
export type Agreement = "none" | "one" | "same" | "overlap" | "conflict";

/** One thing that is proposed for a provision. */
export interface CompiledOption {
  /** In the order in which the drafts were given. */
  sources: string[];
  /** As the redline of `owner` has it; the others say the same. */
  provision: Provision;
  /** The source whose provision is shown: the first by name. */
  owner: string;
  /** For each source, where this stands in the order of its own text. */
  order: Map<string, number>;
  /** Where it stands: behind this block of the base, -1 at the beginning. */
  place: number;
}

export interface CompiledRow {
  /** `b12` for a provision of the base, `g12-1` for the first one added behind it. */
  key: string;
  /** Index of the block of the base, or of the one before a provision that is added (-1 at the beginning). */
  place: number;
  /** Null for a provision that the base does not have. */
  base: Block | null;
  options: CompiledOption[];
  agreement: Agreement;
}

export interface CompiledSource {
  source: string;
  marker: string;
  /** As the draft's first proposal has it. */
  identifier: string;
  counts: Counts;
  /** How many provisions it changes; as many options name it. */
  changed: number;
}

export interface Compilation {
  language: string;
  sources: CompiledSource[];
  rows: CompiledRow[];
  /** Blocks of the base, in order: what `place` counts. */
  base: readonly Block[];
  document: Node;
  /** The drafts, in the order of their names. */
  drafts: ComparedProposal[];
}
