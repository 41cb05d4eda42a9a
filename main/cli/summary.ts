/** `summary`: what drafts change, in sentences, as a conference lists its proposals. */
import { type Summary, summarise, summaryHandout, summaryText } from "../../shared/handouts/summary";
import type { Language } from "../../shared/model/document";
import { redline } from "../../shared/redline/redline";
import { type Result, success } from "../../shared/result";
import type { Command } from "./command";
import { writeOutput } from "./documents";
import { openDrafts } from "./drafts";
import { type HandoutEnding, handoutOutput } from "./handouts";
import { endingOf } from "./outputs";

export const summary: Command = {
  name: "summary",
  files: ["DRAFT..."],
  summary: "Says in sentences what drafts (.resdraft, tracked .docx) change, in the language of the text.",
  options: {
    out: {
      value: "OUT",
      short: "o",
      help: "Write .txt, .json, or a table as .html, .docx or .pdf, instead of printing.",
    },
  },

  async run({ files, options }, progress) {
    const out = options.out === undefined ? null : String(options.out);
    const ending = out === null ? null : endingOf(out, [".txt", ".json", ".html", ".docx", ".pdf"]);
    if (ending && !ending.ok) return ending;
    // Each draft is read and then compared; what is written comes last.
    const whole = 2 * files.length + 1;
    const drafts = await openDrafts(files, (path, index) => progress(`Reading ${path}…`, index / whole));
    if (!drafts.ok) return drafts;
    const summaries = drafts.value.flatMap(({ source, base, current }, index) => {
      progress(`Comparing ${source}…`, (files.length + index) / whole);
      return summarise({ source, current, redline: redline(base, current) });
    });
    progress("Writing…", (whole - 1) / whole);
    const language: Language = drafts.value[0]?.current.attrs.language;
    if (out === null || !ending) return success(summaryText(summaries, language), drafts.messages);
    const bytes = await outputOf(summaries, language, ending.value);
    if (!bytes.ok) return bytes;
    const written = await writeOutput(out, bytes.value, files);
    return written.ok ? success("", [...drafts.messages, ...written.messages]) : written;
  },
};

async function outputOf(
  summaries: readonly Summary[],
  language: Language,
  ending: ".txt" | ".json" | HandoutEnding,
): Promise<Result<Uint8Array>> {
  if (ending === ".txt") return success(Buffer.from(summaryText(summaries, language)));
  if (ending === ".json")
    return success(Buffer.from(`${JSON.stringify({ language, proposals: summaries }, null, 2)}\n`));
  return handoutOutput(summaryHandout(summaries, language), ending);
}
