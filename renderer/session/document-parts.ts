/** What a document is made of before it is shown; light, so that the window knows it without any reader of files. */
import type { Node } from "prosemirror-model";
import { baseHash } from "../../shared/draft/base-hash";
import type { TrackedChanges } from "../../shared/draft/open";
import type { AttributionRecord } from "../../shared/editing/attribution";
import type { LabelPolicy } from "../../shared/editing/label-policy";
import type { DocumentComment } from "../../shared/model/comment";
import type { ComparedProposal } from "../../shared/redline/compilation-types";
import type { Message } from "../../shared/result";

/** What a document is made of before it is shown. */
export interface DocumentParts {
  base: Node;
  current: Node;
  source: { name: string; bytes: Uint8Array } | null;
  baseHash: string;
  labelPolicy: LabelPolicy;
  createdAt: string;
  /** To whom changes belong that nobody else is known for, "" when that is nobody; null for whoever drafts here. */
  author: string | null;
  earlier: Partial<AttributionRecord> | undefined;
  messages: Message[];
  comments: DocumentComment[];
  /** Where the links of the Word file lead that the base came from; see `linksOf`. */
  links: Readonly<Record<string, string>>;
  /** What a Word file tracks; null for anything else, and for a draft, which was asked about when it began. */
  tracked: TrackedChanges | null;
  /** What a meeting decides on; none in an ordinary draft. */
  proposals: ComparedProposal[];
  /** True when the parts come from a draft file and not from a base. */
  isDraft: boolean;
}

/** The parts of a new draft between two texts. */
export function partsOf(
  base: Node,
  current: Node,
  source: DocumentParts["source"],
  messages: Message[],
): DocumentParts {
  return {
    base,
    current,
    source,
    baseHash: baseHash(base),
    labelPolicy: "renumber",
    createdAt: new Date().toISOString(),
    author: null,
    earlier: undefined,
    messages,
    comments: [],
    links: {},
    tracked: null,
    proposals: [],
    isDraft: false,
  };
}
