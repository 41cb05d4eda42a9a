/**
 * The number line of a resolution, `RÉSOLUTION 85 (Rév. Kigali, 2022)`, taken apart by the patterns of a
 * language. A draft new text has a bracketed placeholder instead of a number. Nothing here is written back:
 * the document keeps the line as it was typed.
 */
import { fold } from "./fold";
import type { LanguageData } from "./languages/language-data";
import { readInlineMarker } from "./marker";

export interface NumberLine {
  /** `85`, `1-8`, or the placeholder of a draft without its brackets, `acp-2`. */
  number: string;
  draft: boolean;
  revised: boolean;
  /** Place and year or conference, folded: `kigali, 2022`, `wrc-15`. */
  at: string;
}

/** A note's mark that a plain text has behind the number or the whole line. */
const noteMark = /(?<=\))\s?(?:\d{1,2}|\*{1,3})$|(?<=\d)\s?\*{1,3}(?=\s?\(|$)/gu;

/** Longer paragraphs are prose, whatever they begin with. */
const longestLine = 200;

/** Reads a number line, or null for any other text. */
export function readNumberLine(text: string, data: LanguageData): NumberLine | null {
  if (text.length > longestLine) return null;
  const folded = fold(readInlineMarker(text)?.rest ?? text).replace(noteMark, "");
  for (const pattern of data.numberLines) {
    const groups = pattern.exec(folded)?.groups;
    if (groups) return numberLine(groups, false);
  }
  for (const pattern of data.draftNumberLines) {
    const groups = pattern.exec(folded)?.groups;
    if (groups) return numberLine(groups, true);
  }
  return null;
}

function numberLine(groups: Record<string, string | undefined>, draft: boolean): NumberLine {
  return { number: groups.number ?? groups.tag ?? "", draft, revised: Boolean(groups.revised), at: groups.at ?? "" };
}
