/**
 * What bytes become in the window and what the window's document becomes as bytes: the readers and
 * writers of `shared/`, fitted to the session. Pure but for the date, so a worker could do it as well.
 */
import type { Node } from "prosemirror-model";
import { baseHash } from "../../shared/draft/base-hash";
import type { Draft } from "../../shared/draft/draft";
import { writeDraft } from "../../shared/draft/draft-writer";
import { openAny } from "../../shared/draft/open";
import { type AttributionRecord, recordAttribution, seedAttribution } from "../../shared/editing/attribution";
import { type LabelPolicy, labelPolicyOf } from "../../shared/editing/label-policy";
import { exactRedline, redlineKey } from "../../shared/editing/redline-plugin";
import { type Message, type Result, success } from "../../shared/result";
import type { OpenDocument } from "./session";

/** What a document is made of before it is shown. */
export interface DocumentParts {
  base: Node;
  current: Node;
  source: { name: string; bytes: Uint8Array } | null;
  baseHash: string;
  labelPolicy: LabelPolicy;
  createdAt: string;
  earlier: Partial<AttributionRecord> | undefined;
  messages: Message[];
  /** True when the parts come from a draft file and not from a base. */
  isDraft: boolean;
}

/** Reads whatever a file holds: a draft is continued, anything else becomes a base. */
export function readParts(bytes: Uint8Array, name: string): Result<DocumentParts> {
  const opened = openAny(bytes, name);
  if (!opened.ok) return opened;
  const { value, messages } = opened;
  if (value.kind === "draft") return success(partsOfDraft(value.draft, messages), messages);
  const parts = partsOf(value.doc, value.current ?? value.doc, { name, bytes }, messages);
  // A tracked Word file brings its authors and dates with it.
  const earlier = value.current ? seedAttribution(value.doc, value.current, value.spans) : undefined;
  return success({ ...parts, earlier }, messages);
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
    earlier: undefined,
    messages,
    isDraft: false,
  };
}

/** The parts of a draft that was saved before. */
export function partsOfDraft(draft: Draft, messages: Message[]): DocumentParts {
  const { base, current, source, labelPolicy, createdAt } = draft;
  return {
    base,
    current,
    source,
    baseHash: draft.baseHash,
    labelPolicy,
    createdAt,
    earlier: draft.attribution ?? undefined,
    messages,
    isDraft: true,
  };
}

/** The bytes of the open document as a `.resdraft` file. */
export function draftBytes(document: OpenDocument, author: string): Uint8Array {
  const { state, base, source, createdAt } = document;
  const redline = exactRedline(state);
  const tracked = redlineKey.getState(state);
  const attribution = redline && tracked ? recordAttribution(tracked.attribution, redline) : null;
  return writeDraft({
    createdAt,
    savedAt: new Date().toISOString(),
    language: state.doc.attrs.language,
    labelPolicy: labelPolicyOf(state),
    author,
    source,
    baseHash: document.baseHash,
    base,
    current: state.doc,
    attribution,
    journal: [],
  });
}
