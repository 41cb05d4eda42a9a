/**
 * What a drafting check says: which rule, how strong, where, in which words, and perhaps how to put it right.
 * Places are offsets into the content of a block, so that an edit elsewhere never moves them. A fix is data;
 * `apply-fix` makes the transaction, so that an accepted fix is an ordinary edit with its own marks.
 */

/** What is only believed about ITU drafting is never more than a suggestion. */
export type Strength = "error" | "warning" | "suggestion";

export type RuleId =
  | "acronyms"
  | "apostrophes"
  | "brackets"
  | "callEnd"
  | "callOrder"
  | "callReferences"
  | "citedRevisions"
  | "conferences"
  | "dates"
  | "doubledPunctuation"
  | "doubledWords"
  | "doubleSpaces"
  | "enactingEnd"
  | "endPunctuation"
  | "identifiers"
  | "labelReferences"
  | "labelSequence"
  | "languagePunctuation"
  | "loneLabel"
  | "lostHyphens"
  | "marker"
  | "newNumber"
  | "noBreakHyphens"
  | "partLabels"
  | "partReferences"
  | "punctuationSpacing"
  | "quotes"
  | "reasons"
  | "resolutionReferences"
  | "squareBrackets"
  | "titleEnd";

/** One change of a fix; `from` and `to` are offsets into the content of the block. */
export type FixEdit =
  | { kind: "text"; block: string; from: number; to: number; text: string }
  | { kind: "label"; block: string; label: string }
  | { kind: "marker"; proposal: number; marker: string }
  | { kind: "identifier"; proposal: number; identifier: string };

export interface Finding {
  rule: RuleId;
  strength: Strength;
  /** Id of the block; empty when the finding is about a proposal without text. */
  block: string;
  /** Offsets into the block's content; equal at a place where something is missing. */
  from: number;
  to: number;
  /** True when the label is meant, not the text. */
  label?: true;
  /** `check.<rule>` or `check.<rule>-<case>`: a sentence in every catalogue. */
  code: string;
  values: Record<string, string | number>;
  fix?: FixEdit[];
}
