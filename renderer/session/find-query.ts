/**
 * What is looked for, as a query of the text. A space finds a no-break space too, as do hyphen, apostrophe and quotation
 * mark their typographic forms; any other sign means itself.
 */
import { SearchQuery } from "prosemirror-search";
import type { EditorState } from "prosemirror-state";

export interface Search {
  /** What the bar above the page offers; null while it is closed. */
  shown: "find" | "replace" | null;
  text: string;
  replacement: string;
  matchesCase: boolean;
  wholeWords: boolean;
  /** How often the bar was asked for: each time its field takes the keyboard. */
  asked: number;
}

export const firstSearch: Search = {
  shown: null,
  text: "",
  replacement: "",
  matchesCase: false,
  wholeWords: false,
  asked: 0,
};

/** Signs that one key stands for, each with its typographic forms. */
const alike = [" \u00A0\u2009\u202F", "-\u2010\u2011", "'\u2019", '"\u201C\u201D\u201E'];
const syntax = /[\^$\\.*+?()[\]{}|/]/u;

/** The query for some words; it finds nothing while there are none. */
export function queryOf({ text, matchesCase, wholeWords }: Search): SearchQuery {
  const search = [...text]
    .map((sign) => {
      const forms = alike.find((each) => each.startsWith(sign));
      return forms ? `[${forms.replace("-", "\\-")}]` : syntax.test(sign) ? `\\${sign}` : sign;
    })
    .join("");
  return new SearchQuery({ search, regexp: true, caseSensitive: matchesCase, wholeWord: wholeWords });
}

export interface Match {
  from: number;
  to: number;
}

/** The matches in a text, in order, none over another. */
export function* matchesIn(state: EditorState, query: SearchQuery): Generator<Match, void> {
  for (let at = 0; ; ) {
    const match = query.findNext(state, at);
    if (!match) return;
    yield match;
    at = Math.max(match.to, at + 1);
  }
}
