/**
 * The text that a meeting's decisions make of a compilation. It is a function of the base, the drafts and the
 * decisions alone; where every decision takes the same draft, it is that draft's text.
 */
import type { Node } from "prosemirror-model";
import { assemble } from "../redline/assemble";
import { bracketed } from "../redline/brackets";
import type { Compilation, CompiledRow } from "../redline/compilation-types";
import { type Decision, type Standing, standings, takenOptions } from "../redline/decisions";
import { followLabels } from "./follow-labels";
import type { LabelPolicy } from "./label-policy";

export interface Deciding {
  compilation: Compilation;
  policy: LabelPolicy;
}

/** The consolidated text after some decisions. */
export function consolidatedText({ compilation, policy }: Deciding, decisions: readonly Decision[]): Node {
  const standing = standings(compilation, decisions);
  const made = assemble(compilation, {
    decide(row) {
      const decision = standing.get(row)?.decision;
      if (decision?.choice === "brackets") return row.base ? [] : row.options;
      return decision ? takenOptions(row, decision) : [];
    },
    rewrite(row) {
      const { decision } = standing.get(row) ?? {};
      return decision?.choice === "brackets" ? (bracketed(row) ?? undefined) : undefined;
    },
    prefer: onlySource(standing),
  });
  const sources = compilation.drafts.map(({ current }) => current);
  return followLabels(made, compilation.document, sources, policy);
}

/** The draft that every decision takes, if there is one. */
function onlySource(standing: ReadonlyMap<CompiledRow, Standing>): string | undefined {
  const taken = new Set<string>();
  for (const { decision } of standing.values()) {
    if (decision.choice !== "take" || decision.sources.length !== 1) return undefined;
    taken.add(decision.sources[0] as string);
  }
  return taken.size === 1 ? [...taken][0] : undefined;
}
