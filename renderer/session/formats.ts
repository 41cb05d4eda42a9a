/** What the open document becomes as bytes: a `.resdraft` file, with who changed what. */
import type { Draft, DraftProposal } from "../../shared/draft/draft";
import { type DraftUse, writeDraft } from "../../shared/draft/draft-writer";
import { recordAttribution } from "../../shared/editing/attribution";
import { commentsOf } from "../../shared/editing/comments";
import { labelPolicyOf } from "../../shared/editing/label-policy";
import { exactRedline, redlineKey } from "../../shared/editing/redline-plugin";
import type { Compilation } from "../../shared/redline/compilation-types";
import type { OpenDocument } from "./session";

/** The bytes of the open document as a `.resdraft` file. */
export function draftBytes(document: OpenDocument, use: DraftUse): Uint8Array {
  const { state, base, source, createdAt, author, compilation } = document;
  const redline = exactRedline(state);
  const tracked = redlineKey.getState(state);
  const attribution = redline && tracked ? recordAttribution(tracked.attribution, redline) : null;
  const draft: Draft = {
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
    comments: commentsOf(state),
    ...(compilation ? { proposals: compilation.sources.map(({ source: name }) => proposalOf(compilation, name)) } : {}),
    journal: [],
  };
  return writeDraft(draft, use);
}

function proposalOf({ drafts, document }: Compilation, source: string): DraftProposal {
  return { source, current: drafts.find((each) => each.source === source)?.current ?? document };
}
