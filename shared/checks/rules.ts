/** All drafting rules by what they look at; the order is of no consequence, findings are sorted by place. */
import type { RuleId } from "./finding";
import type { BlockRule, DocumentRule, SectionRule } from "./rule";
import { acronyms } from "./rules/acronyms";
import { apostrophes } from "./rules/apostrophes";
import { brackets } from "./rules/brackets";
import { callEnd } from "./rules/call-end";
import { callOrder } from "./rules/call-order";
import { callReferences } from "./rules/call-references";
import { citedRevisions } from "./rules/cited-revisions";
import { conferences } from "./rules/conferences";
import { dates } from "./rules/dates";
import { doubleSpaces } from "./rules/double-spaces";
import { doubledPunctuation } from "./rules/doubled-punctuation";
import { doubledWords } from "./rules/doubled-words";
import { enactingEnd } from "./rules/enacting-end";
import { endPunctuation } from "./rules/end-punctuation";
import { identifiers } from "./rules/identifiers";
import { labelReferences } from "./rules/label-references";
import { labelSequence } from "./rules/label-sequence";
import { languagePunctuation } from "./rules/language-punctuation";
import { loneLabel } from "./rules/lone-label";
import { lostHyphens } from "./rules/lost-hyphens";
import { marker } from "./rules/marker";
import { newNumber } from "./rules/new-number";
import { noBreakHyphens } from "./rules/no-break-hyphens";
import { partLabels } from "./rules/part-labels";
import { partReferences } from "./rules/part-references";
import { punctuationSpacing } from "./rules/punctuation-spacing";
import { quotes } from "./rules/quotes";
import { reasons } from "./rules/reasons";
import { resolutionReferences } from "./rules/resolution-references";
import { squareBrackets } from "./rules/square-brackets";
import { titleEnd } from "./rules/title-end";

export const blockRules: readonly BlockRule[] = [
  brackets,
  conferences,
  doubledPunctuation,
  doubledWords,
  doubleSpaces,
  enactingEnd,
  languagePunctuation,
  lostHyphens,
  punctuationSpacing,
  quotes,
  resolutionReferences,
  titleEnd,
];

export const sectionRules: readonly SectionRule[] = [callEnd, endPunctuation, labelSequence, loneLabel, partLabels];

export const documentRules: readonly DocumentRule[] = [
  acronyms,
  apostrophes,
  callOrder,
  callReferences,
  citedRevisions,
  dates,
  identifiers,
  labelReferences,
  marker,
  newNumber,
  noBreakHyphens,
  partReferences,
  reasons,
  squareBrackets,
];

export const ruleIds: readonly RuleId[] = [...blockRules, ...sectionRules, ...documentRules].map(({ id }) => id).sort();
