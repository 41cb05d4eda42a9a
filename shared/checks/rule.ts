/**
 * What a drafting rule is: a name, the strength of what it says, where the knowledge comes from, and one
 * function of a scope. The scope tells how much a rule looks at, and so when it must look again: a block rule
 * only when its block changed, a section rule when its section did, a document rule after every edit.
 */
import type { Node } from "prosemirror-model";
import type { Redline } from "../redline/redline-types";
import type { KnownRevision } from "../resolution/known-resolutions";
import type { DraftingData } from "../resolution/languages/drafting";
import type { LanguageData } from "../resolution/languages/language-data";
import type { Block } from "../schema/blocks";
import type { Finding, FixEdit, RuleId, Strength } from "./finding";

/** The language of the text, as tables. */
export interface Words {
  data: LanguageData;
  drafting: DraftingData;
}

export interface SectionScope {
  section: Node;
  /** True when no section of the resolution follows. */
  last: boolean;
}

export interface DocumentScope {
  doc: Node;
  blocks: readonly Block[];
  /** Null when there is nothing to compare with. */
  redline: Redline | null;
  /** Revisions of resolutions that the program or the user knows. */
  known: readonly KnownRevision[];
}

/** What a rule reports; the engine adds the rule and its usual strength. */
export interface Report extends Partial<Pick<Finding, "strength" | "label" | "values">> {
  block: string;
  from: number;
  to: number;
  /** Which sentence, when the rule has several. */
  case?: string;
  fix?: FixEdit[];
}

interface RuleHead {
  id: RuleId;
  strength: Strength;
  /** Where the knowledge comes from. */
  source: string;
}

export interface BlockRule extends RuleHead {
  scope: "block";
  check(node: Node, words: Words): Report[];
}

export interface SectionRule extends RuleHead {
  scope: "section";
  check(scope: SectionScope, words: Words): Report[];
}

export interface DocumentRule extends RuleHead {
  scope: "document";
  /** What it reads of single blocks and remembers; asked for beforehand, a few blocks at a time. */
  reads?: readonly ((node: Node, words: Words) => unknown)[];
  check(scope: DocumentScope, words: Words): Report[];
}

export type Rule = BlockRule | SectionRule | DocumentRule;
