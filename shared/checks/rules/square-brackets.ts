/**
 * Square brackets around text that is not agreed must pair, over as many provisions as they hold. Each proposal,
 * and whatever stands beside them, is looked at on its own.
 */
import { perBlock } from "../per-block";
import type { DocumentRule, Report } from "../rule";

const bracketsIn = perBlock((text) => [...text.matchAll(/[[\]［］]/gu)].map(({ index, 0: sign }) => ({ index, sign })));

export const squareBrackets: DocumentRule = {
  id: "squareBrackets",
  scope: "document",
  strength: "warning",
  source: "Square brackets mark unagreed text; an unpaired one leaves its extent open.",
  check({ blocks }, words) {
    const waiting = new Map<number, Report[]>();
    const lost: Report[] = [];
    for (const { node, proposal } of blocks) {
      const open = waiting.get(proposal) ?? [];
      waiting.set(proposal, open);
      for (const { index, sign } of bracketsIn(node, words)) {
        const report = { block: node.attrs.id, from: index, to: index + 1, values: { mark: sign } };
        if (sign === "[" || sign === "［") open.push(report);
        else if (open.pop() === undefined) lost.push(report);
      }
    }
    return [...lost, ...[...waiting.values()].flat()];
  },
};
