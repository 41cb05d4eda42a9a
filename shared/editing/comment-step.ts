/**
 * A comment that came, changed or went, as a step: it leaves the text as it is, and is undone, redone and written
 * into the journal with the edits before and after it. The plugin of `comments.ts` keeps what the steps say.
 */
import type { Node, Schema } from "prosemirror-model";
import { Step, StepMap, StepResult } from "prosemirror-transform";
import { type DocumentComment, isComment } from "../model/comment";

export class CommentStep extends Step {
  /** `before` is null for a comment that comes, `after` for one that goes. */
  constructor(
    readonly before: DocumentComment | null,
    readonly after: DocumentComment | null,
  ) {
    super();
  }

  override apply(doc: Node): StepResult {
    return StepResult.ok(doc);
  }

  override getMap(): StepMap {
    return StepMap.empty;
  }

  override invert(): CommentStep {
    return new CommentStep(this.after, this.before);
  }

  /** A place is told by block and offset, and history goes back in order, so nothing needs to be moved. */
  override map(): CommentStep {
    return this;
  }

  override toJSON(): unknown {
    return { stepType: "comment", before: this.before, after: this.after };
  }

  static override fromJSON(_schema: Schema, { before, after }: { before?: unknown; after?: unknown }): CommentStep {
    return new CommentStep(commentIn(before), commentIn(after));
  }
}

function commentIn(value: unknown): DocumentComment | null {
  if (value === null || value === undefined) return null;
  if (!isComment(value)) throw new RangeError("A step holds what is no comment.");
  return value;
}

Step.jsonID("comment", CommentStep);
