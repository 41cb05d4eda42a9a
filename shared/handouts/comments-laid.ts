/**
 * The comments on a draft after it was laid beside another base: its blocks stand in the same order under other ids,
 * and each thread keeps its own, so that those of several drafts can stand in one table.
 */
import type { Node } from "prosemirror-model";
import type { CommentPoint, CommentRange, DocumentComment } from "../model/comment";
import { blocksOf } from "../schema/blocks";

export interface CommentedTexts {
  base: Node;
  current: Node;
  comments: readonly DocumentComment[];
}

/** Comments on `laid`, which says in each block what `own` says; `mark` tells their threads from those of others. */
export function commentsLaid(
  own: CommentedTexts,
  laid: { base: Node; current: Node },
  mark: string,
): DocumentComment[] {
  const inBase = idsOf(own.base, laid.base);
  const inCurrent = idsOf(own.current, laid.current);
  return own.comments.map((comment) => ({
    ...comment,
    id: `${mark} ${comment.id}`,
    parent: comment.parent === null ? null : `${mark} ${comment.parent}`,
    base: placed(comment.base, inBase),
    current: placed(comment.current, inCurrent),
  }));
}

function placed(range: CommentRange | null, ids: ReadonlyMap<string, string>): CommentRange | null {
  const point = ({ block, offset }: CommentPoint) => ({ block: ids.get(block) ?? block, offset });
  return range && { from: point(range.from), to: point(range.to) };
}

function idsOf(own: Node, laid: Node): Map<string, string> {
  const there = blocksOf(laid);
  return new Map(blocksOf(own).map(({ node }, at) => [node.attrs.id, there[at]?.node.attrs.id ?? node.attrs.id]));
}
