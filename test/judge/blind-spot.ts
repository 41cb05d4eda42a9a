/**
 * What a blind spot of LibreOffice is: a sign that a file has it, and what LibreOffice leaves out or does instead, told
 * as a change of the file's own source, of the lines on both sides, or of what LibreOffice answers.
 */
import type { JudgedParagraph } from "./office";

export interface BlindSpot {
  reason: string;
  /** Found in the source of a file that has it. */
  sign?: { test: (source: string) => boolean };
  /** Found in the field instructions of a file that has it. */
  field?: RegExp;
  /** The file as LibreOffice takes it. */
  rewrite?: (xml: string) => string;
  /** What is left of both texts where they are drawn on different days or in different orders. */
  level?: (lines: string[]) => string[];
  theirs?: (paragraphs: readonly JudgedParagraph[]) => JudgedParagraph[];
  /** Its paragraphs may end elsewhere than ours. */
  anyEnds?: true;
  /** What it makes of some paragraphs cannot be told; what is left of ours must stand in its text, in order. */
  loose?: true;
}

/** Source in which nothing is inserted or deleted: all its words stand on both sides. */
export function withoutChanges(xml: string): string {
  return asText(xml.replace(/<\/?w:(?:ins|del)\b[^>]*>/g, ""));
}

/** Deleted words as words. */
export function asText(xml: string): string {
  return xml.replace(/(<\/?w:)delText\b/g, "$1t");
}
