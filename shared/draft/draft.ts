/**
 * A draft as the program knows it: the locked base and the current text side by side, with what the text
 * alone does not say. Marker, identifier, source and reasons of a proposal are part of the current text.
 */
import type { Node } from "prosemirror-model";
import type { DocumentComment } from "../model/comment";
import type { Language } from "../model/document";

/** The version that this program writes; every older one is read through `migrations/`. */
export const draftVersion = 1;

export interface Draft {
  /** ISO times. */
  createdAt: string;
  savedAt: string;
  /** Language of the document. */
  language: Language;
  /** What happens to agreed labels when an item is inserted between them. */
  labelPolicy: "renumber" | "bis";
  /** To whom changes are attributed that nobody else is known for. */
  author: string;
  /** The file that the base was read from, byte for byte; null for a resolution that has none. */
  source: { name: string; bytes: Uint8Array } | null;
  /** `baseHash(base)`, taken when the base was locked. */
  baseHash: string;
  base: Node;
  current: Node;
  /** Who changed what and when, as `editing/attribution` keeps it; null when nothing is known. */
  attribution: DraftAttribution | null;
  /** What a meeting decides on: the proposals that the text is put together from. None in an ordinary draft. */
  proposals?: DraftProposal[];
  /** What was said about the text; missing as long as only the source says anything. */
  comments?: DocumentComment[];
  /** Steps that came after `current` and were not folded into it. */
  journal: string[];
}

export interface DraftProposal {
  /** Who proposes it. */
  source: string;
  current: Node;
}

export interface DraftAttribution {
  /** Positions in the current text. */
  inserted: AttributedSpan[];
  /** Positions in the base. */
  deleted: AttributedSpan[];
  /** By the id of a block. */
  blocks: Record<string, { author: string; date: string }>;
}

export interface AttributedSpan {
  from: number;
  to: number;
  author: string;
  date: string;
}

/** How much of a draft is read before it is refused. */
export const draftLimits = {
  file: 256 * 1024 * 1024,
  entries: 64,
  /** Inflated bytes of `draft.json`, of the source and of the journal. */
  json: 64 * 1024 * 1024,
  source: 256 * 1024 * 1024,
  journal: 64 * 1024 * 1024,
  /** Nesting of the JSON; a table in a table in an annex needs about forty. */
  depth: 200,
  /** Characters of the name of an author or of a proposal's source. */
  name: 1000,
} as const;

/** Names inside the archive. */
export const draftParts = { json: "draft.json", source: "base.source", journal: "journal.txt" } as const;

/** What stands in `draft.json`. */
export const draftKeys: ReadonlySet<string> = new Set([
  ...["format", "version", "createdAt", "savedAt", "language", "labelPolicy", "author", "source"],
  ...["baseHash", "base", "current", "attribution", "proposals", "comments", "journal"],
]);
