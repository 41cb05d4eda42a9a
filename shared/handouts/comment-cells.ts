/**
 * Comments as the cells of a hand-out: what was said about the blocks of a row stands in it, thread by thread, each
 * word with who said it; what was said about words that no row has stands by itself.
 */
import type { Wording } from "../locales/place";
import { blockOfComment, type DocumentComment } from "../model/comment";
import { type HandoutCell, type HandoutParagraph, plainParagraph } from "./handout";

/** Characters of an ISO date without its time. */
const dayLength = 10;

export class CommentCells {
  private readonly threads = new Map<string, DocumentComment[]>();

  constructor(
    private readonly t: Wording,
    private readonly comments: readonly DocumentComment[],
  ) {
    for (const first of comments.filter(({ parent }) => parent === null)) {
      const block = blockOfComment(first) ?? "";
      this.threads.set(block, [...(this.threads.get(block) ?? []), first]);
    }
  }

  /** Whether something was said about one of these blocks, by their ids. */
  has(blocks: readonly string[]): boolean {
    return blocks.some((block) => this.threads.has(block));
  }

  /** What was said about these blocks. */
  of(blocks: readonly string[]): HandoutCell {
    return { paragraphs: this.paragraphs([...new Set(blocks)].flatMap((block) => this.threads.get(block) ?? [])) };
  }

  /** What was said about none of the blocks; null where there is nothing. */
  elsewhere(blocks: readonly string[]): HandoutCell | null {
    const shown = new Set(blocks);
    const left = [...this.threads].filter(([block]) => !shown.has(block)).flatMap(([, threads]) => threads);
    return left.length > 0 ? { paragraphs: this.paragraphs(left) } : null;
  }

  private paragraphs(threads: readonly DocumentComment[]): HandoutParagraph[] {
    return threads.flatMap((first) => [
      ...(first.quote === "" ? [] : [plainParagraph(this.t("handout.quoted", { words: first.quote }), "heading")]),
      ...this.comments
        .filter(({ id, parent }) => id === first.id || parent === first.id)
        .map((comment) => plainParagraph(this.signed(comment))),
      ...(first.resolved ? [plainParagraph(this.t("commentsPanel.resolved", {}))] : []),
    ]);
  }

  /** What was said with who said it and when, as far as that is known. */
  private signed({ author, date, text }: DocumentComment): string {
    const day = date.slice(0, dayLength);
    const who = author && day ? this.t("handout.signed", { author, date: day }) : author || day;
    return who === "" ? text : this.t("handout.said", { who, words: text });
  }
}
