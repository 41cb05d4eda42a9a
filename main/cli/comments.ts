/** `comments`: what was said about a document, thread by thread, with the provision it was said about. */

import { draftComments } from "../../shared/draft/draft-comments";
import { currentText } from "../../shared/draft/open";
import { blockOfComment, type DocumentComment } from "../../shared/model/comment";
import { success } from "../../shared/result";
import { pathsOf } from "../../shared/schema/blocks";
import type { Command } from "./command";
import { openFile } from "./documents";

export const comments: Command = {
  name: "comments",
  files: ["FILE"],
  summary: "Lists the comments of a draft or a Word file, with their answers and whether they are resolved.",
  options: { json: { help: "Print JSON instead of lines." } },

  async run({ files, options }, progress) {
    progress("Reading…");
    const opened = await openFile(files[0] as string);
    if (!opened.ok) return opened;
    const { value } = opened;
    const isDraft = value.kind === "draft";
    const all = isDraft ? draftComments(value.draft) : value.comments;
    const base = isDraft ? value.draft.base : value.doc;
    const current = currentText(value);
    const paths = pathsOf(base, current);
    const pathOf = (comment: DocumentComment) => paths.get(blockOfComment(comment) ?? "") ?? [];
    const threads = all
      .filter(({ parent }) => parent === null)
      .map((first) => ({ first, answers: all.filter(({ parent }) => parent === first.id) }));
    if (options.json) {
      const rows = threads.map(({ first, answers }) => ({
        path: pathOf(first),
        quote: first.quote,
        resolved: first.resolved,
        said: [first, ...answers].map(({ author, date, text }) => ({ author, date, text })),
      }));
      return success(`${JSON.stringify({ threads: rows }, null, 2)}\n`, opened.messages);
    }
    const lines = threads.flatMap(({ first, answers }) => [
      `${pathOf(first).join(" ") || "-"}: “${first.quote}”${first.resolved ? " (resolved)" : ""}`,
      ...[first, ...answers].map(({ author, date, text }) => `  ${[author, date].filter(Boolean).join(", ")}: ${text}`),
    ]);
    lines.push(`Threads: ${threads.length}, comments: ${all.length}`);
    return success(`${lines.join("\n")}\n`, opened.messages);
  },
};
