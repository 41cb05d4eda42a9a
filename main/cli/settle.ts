/** `accept` and `reject`: changes of a draft into its base or away, by number, by provision, by author, or all. */
import { baseHash } from "../../shared/draft/base-hash";
import { writeDraft } from "../../shared/draft/draft-writer";
import { renewedBase } from "../../shared/draft/renewed-base";
import { startAttribution } from "../../shared/editing/attribution";
import { type ChangeEntry, changesOf } from "../../shared/editing/change-list";
import { settleTexts } from "../../shared/editing/settled-texts";
import { comparedBase } from "../../shared/redline/compared-base";
import { findProvision } from "../../shared/redline/find-provision";
import { redline } from "../../shared/redline/redline";
import { blockOf, sideRows } from "../../shared/redline/side-rows";
import { failure, type Result, success } from "../../shared/result";
import type { Command, Words } from "./command";
import { writeOutput } from "./documents";
import { openWholeDraft, type WholeDraft } from "./drafts";
import { endingOf, templateBytes, timeOf } from "./outputs";

const helps = {
  accept: "Accepts changes of a draft into its base: the base changes, the text stays.",
  reject: "Rejects changes of a draft: the text goes back to what the base says, the base stays.",
} as const;

function settleCommand(how: "accept" | "reject"): Command {
  return {
    name: how,
    files: ["DRAFT"],
    summary: helps[how],
    options: {
      out: { value: "OUT", short: "o", help: "What to write: .resdraft. Not needed with --list." },
      list: { help: "Print the changes with their numbers, and do nothing." },
      all: { help: "Every change." },
      change: { value: "N,N", help: "Changes by their numbers in --list, with commas between." },
      provision: { value: "PLACE", help: 'The changes of a provision, such as "considering b".' },
      author: { value: "NAME", help: "The changes of one author." },
      date: { value: "ISO", help: "The time of saving, such as 2026-11-22T09:00:00Z; by default now." },
    },

    async run({ files, options }, progress) {
      const [path] = files as [string];
      progress("Reading the draft…", 0);
      const opened = await openWholeDraft(path);
      if (!opened.ok) return opened;
      const draft = opened.value;
      const changes = listed(draft);
      if (options.list) return success(changes.map(lineOf).join(""), opened.messages);
      if (options.out === undefined) return failure("cli.missing-option", { option: "--out", command: how });
      const out = String(options.out);
      const ending = endingOf(out, [".resdraft"]);
      if (!ending.ok) return ending;
      const date = timeOf(options.date);
      if (!date.ok) return date;
      const chosen = choose(draft, changes, options, how);
      if (!chosen.ok) return chosen;
      progress("Putting the texts together…", 0.3);
      const renewing = { ...draft, date: date.value, template: await templateBytes() };
      const settled = settleTexts(
        { ...draft, how, policy: draft.labelPolicy, renew: (accepted) => renewedBase(renewing, accepted) },
        (_change, index) => chosen.value.has(index),
      );
      if (!settled.ok) return settled;
      const bytes = writeDraft({
        ...draft,
        ...settled.value,
        savedAt: date.value,
        baseHash: baseHash(settled.value.base),
      });
      progress("Writing…", 0.8);
      const written = await writeOutput(out, bytes, files);
      if (!written.ok) return written;
      const { base, current } = settled.value;
      const left = redline(comparedBase(base, current), current);
      const text = `${chosen.value.size} of ${changes.length}; left: ${changesOf(left, null).length}\n`;
      return success(text, [...opened.messages, ...settled.messages, ...written.messages]);
    },
  };
}

export const acceptChangesOfDraft = settleCommand("accept");
export const rejectChangesOfDraft = settleCommand("reject");

function listed({ base, current, attribution, author }: WholeDraft): ChangeEntry[] {
  return changesOf(redline(base, current), startAttribution(base, current, attribution ?? {}), author);
}

function lineOf({ kind, provision, before, after, author, date }: ChangeEntry, index: number): string {
  const place = (provision.after ?? provision.before)?.path.join(" ") ?? "";
  const words = [before && `-${before}`, after && `+${after}`].filter(Boolean).join(" ");
  return `${[String(index + 1), place, kind, words, author, date].join("\t")}\n`;
}

/** The numbers, from 0, of the changes that the options name. */
function choose(
  { base, current }: WholeDraft,
  changes: readonly ChangeEntry[],
  { all, change, provision, author }: Words["options"],
  command: string,
): Result<Set<number>> {
  if (!all && change === undefined && provision === undefined && author === undefined) {
    return failure("cli.which-changes", { command });
  }
  const numbers =
    change === undefined
      ? null
      : new Set(
          String(change)
            .split(",")
            .map((each) => Number(each) - 1),
        );
  for (const number of numbers ?? []) {
    if (!changes[number]) return failure("cli.no-such-change", { given: String(change), count: changes.length });
  }
  const rows = sideRows(redline(base, current));
  const row = provision === undefined ? null : rows[findProvision(rows, String(provision))];
  if (row === undefined) return failure("cli.no-such-provision", { given: String(provision) });
  const named = row && blockOf(row.provision, row.side).node.attrs.id;
  const chosen = new Set<number>();
  for (const [index, { author: by, provision: of }] of changes.entries()) {
    const isThere = !row || [of.before, of.after].some((block) => block?.node.attrs.id === named);
    if ((numbers?.has(index) ?? true) && isThere && (author === undefined || by === author)) chosen.add(index);
  }
  return chosen.size > 0 ? success(chosen) : failure("cli.no-change-chosen", { command });
}
