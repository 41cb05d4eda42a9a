/**
 * Drafts as the commands for meetings take them: `.resdraft` files and Word files with tracked changes, each
 * with the name of who proposes it, which no two of them share.
 */
import type { Node } from "prosemirror-model";
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
}

/** Opens files that hold a base and a current text. */
export async function openDrafts(paths: readonly string[]): Promise<Result<NamedDraft[]>> {
  const drafts: NamedDraft[] = [];
  const messages: Message[] = [];
  for (const path of paths) {
    const opened = await openFile(path);
    if (!opened.ok) return opened;
    const { value } = opened;
    const base = value.kind === "draft" ? comparedBase(value.draft.base, value.draft.current) : value.doc;
    const current = value.kind === "draft" ? value.draft.current : value.current;
    if (!current) return failure("cli.no-changes-inside", { file: value.name });
    messages.push(...opened.messages);
    const taken = drafts.map(({ source }) => source);
    drafts.push({ source: sourceName(current, value.name, taken), file: value.name, base, current });
  }
  return success(drafts, messages);
}
