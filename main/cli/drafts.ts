/**
 * Drafts as the commands for meetings take them: `.resdraft` files and Word files with tracked changes, each
 * with the name of who proposes it, which no two of them share.
 */
import type { Node } from "prosemirror-model";
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
    const base = value.kind === "draft" ? value.draft.base : value.doc;
    const current = value.kind === "draft" ? value.draft.current : value.current;
    if (!current) return failure("cli.no-changes-inside", { file: value.name });
    messages.push(...opened.messages);
    const name = sourceOf(current) || value.name.replace(/\.[^.]+$/, "");
    drafts.push({ source: unlike(name, drafts), file: value.name, base, current });
  }
  return success(drafts, messages);
}

function sourceOf(current: Node): string {
  let source = "";
  current.forEach((node) => {
    if (node.type.name === "proposal") source ||= node.attrs.source;
  });
  return source;
}

function unlike(name: string, drafts: readonly NamedDraft[]): string {
  const taken = new Set(drafts.map(({ source }) => source));
  let own = name;
  for (let count = 2; taken.has(own); count++) own = `${name} (${count})`;
  return own;
}
