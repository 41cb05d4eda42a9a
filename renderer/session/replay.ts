/** Applies what a journal holds to the text it was written after: each line is JSON, steps or the label policy. */
import type { Node } from "prosemirror-model";
import { Step } from "prosemirror-transform";
import type { LabelPolicy } from "../../shared/editing/label-policy";
import { schema } from "../../shared/schema/schema";

export interface JournalLine {
  steps?: unknown[];
  policy?: LabelPolicy;
}

/** Applies lines in order; a line that does not fit ends the replay. */
export function replay(
  doc: Node,
  policy: LabelPolicy,
  lines: readonly string[],
): { doc: Node; policy: LabelPolicy; replayed: number } {
  let replayed = 0;
  for (const line of lines) {
    try {
      const entry = JSON.parse(line) as JournalLine;
      let next = doc;
      for (const json of entry.steps ?? []) {
        const result = Step.fromJSON(schema, json).apply(next);
        if (!result.doc) return { doc, policy, replayed };
        next = result.doc;
      }
      doc = next;
      policy = entry.policy ?? policy;
      replayed++;
    } catch {
      // A torn line: what came before it is whole.
      return { doc, policy, replayed };
    }
  }
  return { doc, policy, replayed };
}
