/** `rebase`: a draft onto a newer text of its base. Exit code 3 says that it worked and left conflicts to settle. */
import { baseHash } from "../../shared/draft/base-hash";
import { writeDraft } from "../../shared/draft/draft-writer";
import { startAttribution } from "../../shared/editing/attribution";
import { type RebaseConflict, rebase } from "../../shared/editing/rebase";
import { placeOf } from "../../shared/locales/place";
import { translator } from "../../shared/locales/translator";
import { success } from "../../shared/result";
import type { Command } from "./command";
import { openDocument, writeOutput } from "./documents";
import { openWholeDraft } from "./drafts";
import { endingOf, timeOf } from "./outputs";

const conflictsLeft = 3;

export const rebaseDraft: Command = {
  name: "rebase",
  files: ["DRAFT"],
  summary: "Moves a draft onto a newer base; where both changed the same words the draft's stand, and are listed.",
  options: {
    onto: { value: "BASE", required: true, help: "The newer base: .txt or .docx." },
    out: { value: "OUT", short: "o", required: true, help: "What to write: .resdraft." },
    json: { help: "Print the conflicts as JSON." },
    date: { value: "ISO", help: "The time of saving, such as 2026-11-22T09:00:00Z; by default now." },
  },

  async run({ files, options }, progress) {
    const [path] = files as [string];
    const out = String(options.out);
    const onto = String(options.onto);
    const ending = endingOf(out, [".resdraft"]);
    if (!ending.ok) return ending;
    const date = timeOf(options.date);
    if (!date.ok) return date;
    progress("Reading the draft and the new base…", 0);
    const opened = await openWholeDraft(path);
    if (!opened.ok) return opened;
    const draft = opened.value;
    const newer = await openDocument(onto, { language: draft.language });
    if (!newer.ok) return newer;
    progress("Rebasing…", 0.4);
    const { name, bytes, doc, current } = newer.value;
    const attribution = startAttribution(draft.base, draft.current, draft.attribution ?? {});
    const texts = { base: draft.base, current: draft.current, newBase: current ?? doc, policy: draft.labelPolicy };
    const moved = rebase({ ...texts, attribution, comments: draft.comments ?? [] });
    const { base, conflicts, carried, adopted } = moved;
    progress("Writing…", 0.8);
    const written = await writeOutput(
      out,
      writeDraft({
        ...draft,
        base,
        current: moved.current,
        attribution: moved.attribution,
        comments: moved.comments,
        baseHash: baseHash(base),
        // A base with changes of its own is their outcome, and its file is not.
        source: current ? null : { name, bytes },
        savedAt: date.value,
      }),
      [...files, onto],
    );
    if (!written.ok) return written;
    const told = { carried, adopted, conflicts };
    const text = options.json ? `${JSON.stringify(told, null, 2)}\n` : linesOf(told);
    const messages = [...opened.messages, ...newer.messages, ...written.messages];
    return success({ text, exitCode: conflicts.length > 0 ? conflictsLeft : 0 }, messages);
  },
};

function linesOf({
  carried,
  adopted,
  conflicts,
}: {
  carried: number;
  adopted: number;
  conflicts: RebaseConflict[];
}): string {
  const head = `Changes: ${carried}, already in the new base: ${adopted}, conflicts: ${conflicts.length}`;
  const lines = conflicts.flatMap(({ path, before, inNewBase, inDraft }) => [
    `${placeOf(translator("en"), path)}:`,
    `  old base: ${before ?? "–"}`,
    `  new base: ${inNewBase ?? "–"}`,
    `  draft:    ${inDraft ?? "–"}`,
  ]);
  return `${[head, ...lines].join("\n")}\n`;
}
