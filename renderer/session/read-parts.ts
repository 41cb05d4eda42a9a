/**
 * What bytes become before they are shown: the readers of `shared/`, fitted to the window. Pure but for the date;
 * nothing here knows the session, so that it runs in another thread, and only there.
 */
import { readDocx } from "../../shared/docx/document-reader";
import { linksOf } from "../../shared/docx/links";
import type { Draft } from "../../shared/draft/draft";
import { draftComments } from "../../shared/draft/draft-comments";
import { openAny, type TrackedUse } from "../../shared/draft/open";
import { seedAttribution } from "../../shared/editing/attribution";
import { containerKind } from "../../shared/opc/container-kind";
import { redline } from "../../shared/redline/redline";
import { type Message, type Result, success } from "../../shared/result";
import { type DocumentParts, partsOf } from "./document-parts";

/** Reads whatever a file holds: a draft is continued, anything else becomes a base. */
export function readParts(bytes: Uint8Array, name: string, use?: TrackedUse): Result<DocumentParts> {
  const opened = openAny(bytes, name, use ? { tracked: use } : {});
  if (!opened.ok) return opened;
  const { value, messages } = opened;
  if (value.kind === "draft") return success(partsOfDraft(value.draft, messages), messages);
  const parts = partsOf(value.doc, value.current ?? value.doc, { name, bytes }, messages);
  // A tracked Word file brings its authors and dates with it.
  const earlier = value.current ? seedAttribution(value.doc, value.current, value.spans) : undefined;
  const { tracked, comments, links } = value;
  return success({ ...parts, earlier, tracked, comments, links }, messages);
}

/** The parts of a draft that was saved before. */
export function partsOfDraft(draft: Draft, messages: Message[]): DocumentParts {
  const { base, current, source, labelPolicy, createdAt, author } = draft;
  return {
    base,
    current,
    source,
    baseHash: draft.baseHash,
    labelPolicy,
    createdAt,
    author,
    earlier: draft.attribution ?? undefined,
    messages,
    comments: draftComments(draft),
    links: linksOfSource(draft),
    tracked: null,
    proposals: (draft.proposals ?? []).map((each) => ({ ...each, redline: redline(base, each.current) })),
    isDraft: true,
  };
}

/** Links of the Word file that the draft came from. */
function linksOfSource({ source }: Draft): Readonly<Record<string, string>> {
  const file = source && containerKind(source.bytes) === "zip" ? readDocx(source.bytes) : null;
  return file?.ok ? linksOf(file.value) : {};
}
