/**
 * What the program knows about one language of ITU texts: words, patterns and label forms, as data.
 * Everything is matched on folded text (see `fold`), so entries are lower case with plain hyphens,
 * apostrophes and spaces, and Arabic entries carry no vowel signs.
 * Logic never names a word or a sign of a language; it asks this record.
 */
import type { Language } from "../../model/document";

export interface LanguageData {
  language: Language;
  /** BCP 47 tag for the Word language attribute. */
  tag: string;
  direction: "ltr" | "rtl";
  /** Whether spaces stand between words. */
  spaced: boolean;

  /** The number line of an existing text; named groups `number`, and where present `revised`, `at`. */
  numberLines: RegExp[];
  /** The number line of a draft new text; named group `tag` for the bracketed placeholder. */
  draftNumberLines: RegExp[];
  /** Words of the number line (`resolution`, `decision`). */
  numberWords: string[];
  /** Names of the bodies that open the enacting formula. */
  enactingOpenings: string[];

  /** Participles that open a preambular call. */
  preambularVerbs: string[];
  /** Finite verbs that open an operative call. */
  operativeVerbs: string[];
  /** What may stand before a verb (`further`, `进一步`). */
  leadingAdverbs: string[];
  /** What may follow a verb and still leave the call without addressee (`further`, `with concern`). */
  adverbs: string[];

  /** Labels of front-matter blocks, without the colon. */
  frontLabels: string[];
  /** Words that open a foreword or other matter outside the resolution. */
  forewords: string[];
  reasons: string[];
  /** The word that stands before reasons when the program writes it. */
  reasonsHeading: string;
  annexes: string[];
  /** Headings of an annex that begin with the resolution it belongs to (`第7号决议附件`). */
  annexLines: RegExp[];
  appendices: string[];
  /** Headings of a structured body (`section`, `part`, `chapter`). */
  divisions: string[];
  /** Headings of a structured body that do not begin with its word (`第一部分`). */
  divisionLines: RegExp[];
  /** Words of a table's title line. */
  tables: string[];
  /** Lines of the page header of a contribution, in patterns without accents. */
  headerLines: RegExp[];
  /** Words that open a note under a paragraph or table. */
  notes: string[];
  /** Frequent short words that tell languages of one script apart. */
  frequentWords: string[];

  labels: LabelForms;
  punctuation: Punctuation;
}

export interface LabelForms {
  /** The letters of preambular labels in order, as they are typed. */
  letters: string[];
  /** Letters that are typed with a space before the bracket. */
  spacedLetters: string[];
  /** Where the Latin adverb stands: `b)bis` after the bracket, `bbis)` before it. */
  insertion: "afterBracket" | "beforeBracket";
  /** bis, ter, quater … in the form of the language, from the first inserted one on. */
  insertionWords: string[];
  /** The dash and bullet of lists without order. */
  dash: string;
  bullet: string;
}

export interface Punctuation {
  comma: string;
  semicolon: string;
  fullStop: string;
  colon: string;
  quotes: [string, string];
}

/** Latin adverbs of inserted provisions, common to most languages. */
export const latinInsertionWords = [
  "bis",
  "ter",
  "quater",
  "quinquies",
  "sexies",
  "septies",
  "octies",
  "nonies",
  "decies",
  "undecies",
  "duodecies",
  "terdecies",
  "quaterdecies",
  "quindecies",
  "sexdecies",
  "septdecies",
  "octodecies",
  "novodecies",
  "vicies",
];

export const latinLetters = [..."abcdefghijklmnopqrstuvwxyz"];

export const westernPunctuation: Punctuation = {
  comma: ",",
  semicolon: ";",
  fullStop: ".",
  colon: ":",
  quotes: ['"', '"'],
};
