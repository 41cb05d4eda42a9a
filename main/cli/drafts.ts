/**
 * Drafts as the commands for meetings take them: `.resdraft` files and Word files with tracked changes, each
 * with the name of who proposes it, which no two of them share.
 */
import type { Node } from "prosemirror-model";
import { baseHash } from "../../shared/draft/base-hash";
import type { Draft } from "../../shared/draft/draft";
import { draftComments } from "../../shared/draft/draft-comments";
import { newDraft } from "../../shared/draft/new-draft";
import { baseText, currentText } from "../../shared/draft/open";
import { seedAttribution } from "../../shared/editing/attribution";
import type { DocumentComment } from "../../shared/model/comment";
import { comparedBase } from "../../shared/redline/compared-base";
import { sourceName } from "../../shared/redline/proposals";
import { failure, type Message, type Result, success } from "../../shared/result";
import { openFile } from "./documents";

export interface NamedDraft {
  /** The source that the proposal names, else the file's name without its ending. */
  source: string;
  file: string;
  base: Node;
  current: Node;
  /** What was said about the text. */
  comments: readonly DocumentComment[];
  /** The file that the base was read from. */
  baseSource: Draft["source"];
}

/** A draft with all that it is made of, whatever kind of file it came from. */
export type WholeDraft = Draft & { attribution: NonNullable<Draft["attribution"]> };

/** Opens a file that holds a base and a current text, to be written as a draft again. */
export async function openWholeDraft(path: string): Promise<Result<WholeDraft>> {
  const opened = await openFile(path);
  if (!opened.ok) return opened;
  const { value, messages } = opened;
  const none = { inserted: [], deleted: [], blocks: {} };
  if (value.kind === "draft") {
    const { draft } = value;
    // Of a contribution the texts that its proposals change; the others were taken out of it.
    const base = comparedBase(draft.base, draft.current);
    return success({ ...draft, base, baseHash: baseHash(base), attribution: draft.attribution ?? none }, messages);
  }
  const { doc: base, current, spans, name, bytes } = value;
  if (!current) return failure("cli.no-changes-inside", { file: name });
  const draft = newDraft({ base, current, source: { name, bytes }, author: "" }, new Date().toISOString());
  return success({ ...draft, attribution: seedAttribution(base, current, spans) }, messages);
}

/** Opens files that hold a base and a current text. */
export async function openDrafts(
  paths: readonly string[],
  progress: (path: string, index: number) => void = () => {},
): Promise<Result<NamedDraft[]>> {
  const drafts: NamedDraft[] = [];
  const messages: Message[] = [];
  for (const [index, path] of paths.entries()) {
    progress(path, index);
    const opened = await openFile(path);
    if (!opened.ok) return opened;
    const { value } = opened;
    const { name, bytes } = value;
    if (value.kind !== "draft" && !value.current) return failure("cli.no-changes-inside", { file: name });
    messages.push(...opened.messages);
    const taken = drafts.map(({ source }) => source);
    const current = currentText(value);
    drafts.push({
      source: sourceName(current, name, taken),
      file: name,
      base: baseText(value),
      current,
      comments: value.kind === "draft" ? draftComments(value.draft) : value.comments,
      baseSource: value.kind === "draft" ? value.draft.source : { name, bytes },
    });
  }
  return success(drafts, messages);
}
