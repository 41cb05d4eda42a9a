/** Accepting changes and rebasing, as they are ordered from the other thread: plain data in, plain data out. */
import { baseHash } from "../../shared/draft/base-hash";
import { renewedBase } from "../../shared/draft/renewed-base";
import { type AttributionRecord, startAttribution } from "../../shared/editing/attribution";
import type { LabelPolicy } from "../../shared/editing/label-policy";
import { type RebaseConflict, rebase } from "../../shared/editing/rebase";
import { settleTexts } from "../../shared/editing/settled-texts";
import type { DocumentComment } from "../../shared/model/comment";
import { haveSameText } from "../../shared/redline/proposals";
import { failure, type Result, success } from "../../shared/result";
import { schema } from "../../shared/schema/schema";
import { type DocumentParts, partsOf } from "./document-parts";
import type { NamedBytes } from "./named-bytes";
import { stages, type Tell } from "./progress";
import { readParts } from "./read-parts";

interface PlainDraft {
  base: unknown;
  current: unknown;
  attribution: AttributionRecord;
  policy: LabelPolicy;
}

export interface AcceptOrder extends PlainDraft {
  /** Places of the changes in the list of changes. */
  chosen: number[];
  source: { name: string; bytes: Uint8Array } | null;
  author: string;
  date: string;
  template: Uint8Array;
}

export interface RebaseOrder extends PlainDraft {
  onto: NamedBytes;
  comments: readonly DocumentComment[];
  /** Keys of the conflicts in which the new base's wording stands. */
  yields: string[];
}

export interface RebasedParts extends DocumentParts {
  conflicts: RebaseConflict[];
  carried: number;
  adopted: number;
}

/** Accepts changes into the base. */
export function acceptParts(order: AcceptOrder, tell: Tell): Result<DocumentParts> {
  const isOver = stages(tell, [1, 3, 4, 2]);
  const [base, current] = [schema.nodeFromJSON(order.base), schema.nodeFromJSON(order.current)];
  const chosen = new Set(order.chosen);
  const texts = { ...order, base, current };
  isOver();
  const settled = settleTexts(
    {
      ...texts,
      how: "accept",
      renew(accepted) {
        isOver();
        const renewed = renewedBase(texts, accepted);
        isOver();
        return renewed;
      },
    },
    (_change, index) => chosen.has(index),
  );
  if (!settled.ok) return settled;
  const { value, messages } = settled;
  const parts = partsOf(value.base, value.current, value.source, messages);
  return success({ ...parts, labelPolicy: order.policy, earlier: value.attribution }, messages);
}

/** Moves a draft onto the text of a file. */
export function rebaseParts({ onto, yields, ...order }: RebaseOrder, tell: Tell): Result<RebasedParts> {
  const isOver = stages(tell, [2, 4, 1]);
  const read = readParts(onto.bytes, onto.name);
  if (!read.ok) return read;
  if (read.value.isDraft) return failure("cli.draft-here", { file: onto.name });
  isOver();
  const [base, current] = [schema.nodeFromJSON(order.base), schema.nodeFromJSON(order.current)];
  const newBase = read.value.current;
  if (haveSameText(newBase, base)) return failure("rebase.same-base", { file: onto.name });
  const attribution = startAttribution(base, current, order.attribution);
  const moved = rebase(
    { base, current, newBase, policy: order.policy, attribution, comments: order.comments },
    new Set(yields),
  );
  isOver();
  const { conflicts, carried, adopted } = moved;
  // A base with changes of its own is their outcome, and its file is not.
  const source = read.value.tracked ? null : read.value.source;
  const parts = partsOf(newBase, moved.current, source, read.messages);
  const whole = {
    ...parts,
    baseHash: baseHash(newBase),
    labelPolicy: order.policy,
    earlier: moved.attribution,
    comments: moved.comments,
  };
  return success({ ...whole, conflicts, carried, adopted }, read.messages);
}
