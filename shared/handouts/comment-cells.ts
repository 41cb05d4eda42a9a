/**
 * Comments as the cells of a hand-out: what was said about the blocks of a row stands in it, thread by thread, each
 * word with who said it; what was said about words that no row has stands by itself.
 */
import { longDate } from "../locales/long-date";
import type { Wording } from "../locales/place";
import { blockOfComment, type DocumentComment } from "../model/comment";
import type { Language } from "../model/document";
import { type HandoutCell, type HandoutParagraph, plainParagraph } from "./handout";

/** An ISO date, with or without its time. */
const isoDay = /^\d{4}-\d\d-\d\d(?=T|$)/u;

/** A comment with its replies, itself among them, in the order in which the draft has them. */
interface Thread {
  first: DocumentComment;
  said: DocumentComment[];
}

export class CommentCells {
  private readonly threads: ReadonlyMap<string, readonly Thread[]>;

  constructor(
    private readonly t: Wording,
    private readonly language: Language,
    comments: readonly DocumentComment[],
  ) {
    this.threads = threadsByBlock(comments);
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

  private paragraphs(threads: readonly Thread[]): HandoutParagraph[] {
    // Drafts of one text bring what was said about it along, each for itself.
    const once = new Map(threads.map((thread) => [wordsOf(thread), thread]));
    return [...once.values()].flatMap(({ first, said }) => [
      ...(first.quote === "" ? [] : [plainParagraph(this.t("handout.quoted", { words: first.quote }), "heading")]),
      ...said.map((comment) => plainParagraph(this.signed(comment))),
      ...(first.resolved ? [plainParagraph(this.t("commentsPanel.resolved", {}))] : []),
    ]);
  }

  /** What was said with who said it and when, as far as that is known. */
  private signed({ author, date, text }: DocumentComment): string {
    const day = dayOf(date, this.language);
    const who = author && day ? this.t("handout.signed", { author, date: day }) : author || day;
    return who === "" ? text : this.t("handout.said", { who, words: text });
  }
}

function wordsOf({ first, said }: Thread): string {
  return JSON.stringify([first.quote, first.resolved, said.map(({ author, date, text }) => [author, date, text])]);
}

/** The day as the language writes it; what is no date stays as a file says it. */
function dayOf(date: string, language: Language): string {
  const time = Date.parse(isoDay.exec(date)?.[0] ?? "");
  return Number.isNaN(time) ? date : longDate(time, language, "UTC");
}

/** The threads by the block that each is about; no block is "". */
function threadsByBlock(comments: readonly DocumentComment[]): Map<string, Thread[]> {
  const threads = new Map<string, Thread>();
  for (const first of comments) if (first.parent === null) threads.set(first.id, { first, said: [] });
  for (const comment of comments) threads.get(comment.parent ?? comment.id)?.said.push(comment);
  const byBlock = new Map<string, Thread[]>();
  for (const thread of threads.values()) {
    const block = blockOfComment(thread.first) ?? "";
    const beside = byBlock.get(block);
    if (beside) beside.push(thread);
    else byBlock.set(block, [thread]);
  }
  return byBlock;
}
