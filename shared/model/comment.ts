/**
 * A comment on a text, as Word files and drafts both keep it: what somebody said about a stretch of words, and
 * the answers to it. A stretch is given in the base, which never changes, and in the current text, where it follows the
 * edits; either may be missing. Words without width are a point. Who writes a file looks for a comment in the
 * current text first, and in the base when its words are gone from there.
 */
import { isRecord } from "./json-object";

export interface CommentPoint {
  /** Id of a text block. */
  block: string;
  /** Offset in the content of the block, its label not counted; a character counts as its UTF-16 units. */
  offset: number;
}

export interface CommentRange {
  from: CommentPoint;
  to: CommentPoint;
}

export interface DocumentComment {
  /** Unique among the comments of a document; that of a Word file keeps the file's number. */
  id: string;
  author: string;
  /** Empty when nobody gave them; a writer takes them from the author's name. */
  initials: string;
  /** ISO 8601 or as a file says it; empty when it says none. */
  date: string;
  /** Paragraphs are parted by a line feed. */
  text: string;
  /** Id of the comment that opened the thread, null for that one itself. An answer stands where its thread stands. */
  parent: string | null;
  /** True for every comment of a settled thread. */
  resolved: boolean;
  base: CommentRange | null;
  current: CommentRange | null;
  /** The words it was made on; empty when it stands at a point. */
  quote: string;
}

/** Id of the block to show a comment at, in the current text or struck in the base; null when it has no place. */
export function blockOfComment({ current, base }: DocumentComment): string | null {
  return (current ?? base)?.from.block ?? null;
}

const longestText = 100_000;
const longestName = 1000;

/** Tells a comment of a file from any other value. */
export function isComment(value: unknown): value is DocumentComment {
  if (!isRecord(value)) return false;
  const { id, author, initials, date, text, parent, resolved, base, current, quote } = value;
  return (
    [id, author, initials, date].every((each) => isText(each, longestName)) &&
    [text, quote].every((each) => isText(each, longestText)) &&
    (parent === null || isText(parent, longestName)) &&
    typeof resolved === "boolean" &&
    [base, current].every((each) => each === null || isRange(each))
  );
}

function isRange(value: unknown): value is CommentRange {
  return isRecord(value) && isPoint(value.from) && isPoint(value.to);
}

function isPoint(value: unknown): value is CommentPoint {
  return (
    isRecord(value) && isText(value.block, longestName) && Number.isInteger(value.offset) && Number(value.offset) >= 0
  );
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === "string" && value.length <= longest;
}
