/** `side-by-side`: base and current text of a draft as a table for a meeting. */
import { sideBySideHandout } from "../../shared/handouts/side-by-side";
import { redline } from "../../shared/redline/redline";
import type { Column } from "../../shared/redline/side-rows";
import { success } from "../../shared/result";
import type { Command } from "./command";
import { writeOutput } from "./documents";
import { type NamedDraft, openDrafts } from "./drafts";
import { handoutOutput } from "./handouts";
import { endingOf } from "./outputs";

const columnChoices: Record<string, Column[]> = {
  marked: ["base", "marked"],
  clean: ["base", "clean"],
  three: ["base", "marked", "clean"],
};

export const sideBySide: Command = {
  name: "side-by-side",
  files: ["DRAFT"],
  summary: "Writes base and current text of a draft side by side, a row for each provision.",
  options: {
    out: { value: "OUT", short: "o", required: true, help: "What to write: .html, .docx or .pdf (landscape)." },
    columns: {
      value: Object.keys(columnChoices).join("|"),
      oneOf: Object.keys(columnChoices),
      help: "What stands beside the base: the marked text (default), the clean one, or both.",
    },
    changed: { help: "Only what changed, with the calls above it." },
    comments: { help: "What was said about the text, in a column of its own." },
    tracked: { help: "For .docx: the marks as tracked changes, in place of struck and underlined words." },
  },

  async run({ files, options }, progress) {
    const out = String(options.out);
    const ending = endingOf(out, [".html", ".docx", ".pdf"]);
    if (!ending.ok) return ending;
    progress("Reading the draft…", 0);
    const drafts = await openDrafts(files);
    if (!drafts.ok) return drafts;
    const { base, current, file, source, comments } = drafts.value[0] as NamedDraft;
    progress("Comparing…", 0.3);
    const marks = redline(base, current);
    progress(ending.value === ".pdf" ? "Printing…" : "Writing…", 0.6);
    const handout = sideBySideHandout(marks, current.attrs.language, {
      name: file.replace(/\.[^.]+$/, ""),
      columns: columnChoices[String(options.columns ?? "marked")] as Column[],
      changedOnly: options.changed === true,
      comments: options.comments === true ? comments : [],
    });
    if (options.tracked) handout.tracked = { author: source, date: new Date().toISOString() };
    const bytes = await handoutOutput(handout, ending.value);
    if (!bytes.ok) return bytes;
    const written = await writeOutput(out, bytes.value, files);
    return written.ok ? success("", [...drafts.messages, ...written.messages]) : written;
  },
};
