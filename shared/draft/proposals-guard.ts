/** Turns the JSON of the proposals in a draft into documents, or refuses it: each has a name of its own and a sound text. */
import { type DraftProposal, draftLimits } from "./draft";
import { readNode } from "./node-guard";

const most = 1000;

/** The proposals; null when the JSON is none. A draft without any says nothing about them. */
export function readProposals(json: unknown): DraftProposal[] | null {
  if (json === undefined) return [];
  if (!Array.isArray(json) || json.length > most) return null;
  const proposals: DraftProposal[] = [];
  for (const entry of json) {
    const { source, current } = (entry ?? {}) as Record<string, unknown>;
    const text = readNode(current);
    if (typeof source !== "string" || source.length > draftLimits.name || !text) return null;
    if (proposals.some((other) => other.source === source)) return null;
    proposals.push({ source, current: text });
  }
  return proposals;
}
