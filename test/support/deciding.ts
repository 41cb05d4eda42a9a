/** Decisions in bulk for tests, and the blocks that they leave. */
import type { Node } from "prosemirror-model";
import type { Compilation, CompiledOption, CompiledRow } from "../../shared/redline/compilation-types";
import { type Decide, placedAfter } from "../../shared/redline/decide";

/** Takes what one draft proposes, everywhere. */
export function takeAllOf(source: string): Decide {
  return ({ options }) => options.filter(({ sources }) => sources.includes(source));
}

/** Takes everything on which the drafts do not stand against each other. */
export function takeAllThatAgree({ options, agreement }: CompiledRow): readonly CompiledOption[] {
  return agreement === "conflict" ? [] : options;
}

/** The blocks of the text that the decisions make, in order. */
export function blocksAfter(compilation: Compilation, decide: Decide): Node[] {
  return placedAfter(compilation, { decide }).map(({ node }) => node);
}
