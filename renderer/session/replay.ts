/** Applies what a journal holds to the text it was written after: each line is JSON, steps or the label policy. */
import type { Node } from "prosemirror-model";
import { Mapping, Step } from "prosemirror-transform";
import { followComments, placedComments, startComments } from "../../shared/editing/comments";
import type { LabelPolicy } from "../../shared/editing/label-policy";
import type { DocumentComment } from "../../shared/model/comment";
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
  said: readonly DocumentComment[] = [],
): { doc: Node; policy: LabelPolicy; comments: DocumentComment[]; replayed: number } {
  let replayed = 0;
  let comments = startComments(doc, said);
  const ended = () => ({ doc, policy, comments: placedComments(comments, doc), replayed });
  for (const line of lines) {
    try {
      const entry = JSON.parse(line) as JournalLine;
      let next = doc;
      const steps: Step[] = [];
      for (const json of entry.steps ?? []) {
        const step = Step.fromJSON(schema, json);
        const result = step.apply(next);
        if (!result.doc) return ended();
        steps.push(step);
        next = result.doc;
      }
      const mapping = new Mapping(steps.map((step) => step.getMap()));
      comments = followComments(comments, steps, mapping, next, true);
      doc = next;
      policy = entry.policy ?? policy;
      replayed++;
    } catch {
      // A torn line: what came before it is whole.
      return ended();
    }
  }
  return ended();
}
