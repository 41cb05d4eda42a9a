/** `export`: a draft to a Word file, CriticMarkup or JSON. */
import type { ExportInput } from "../../shared/docx/export-docx";
import { startAttribution, attributionOf as whoChanged } from "../../shared/editing/attribution";
import { comparedBase } from "../../shared/redline/compared-base";
import { redline } from "../../shared/redline/redline";
import { failure, success } from "../../shared/result";
import type { Command } from "./command";
import { openFile, writeOutput } from "./documents";
import { criticOutput, endingOf, exportModes, jsonOutput, timeOf, wordOutput } from "./outputs";

export const exportDraft: Command = {
  name: "export",
  files: ["DRAFT"],
  summary: "Writes a draft (.resdraft) as a Word file, as CriticMarkup or as JSON.",
  options: {
    out: { value: "OUT", short: "o", required: true, help: "What to write: .docx, .json or .critic.txt." },
    mode: {
      value: exportModes.join("|"),
      oneOf: exportModes,
      help: "How a .docx shows the changes: tracked (default), typeset, clean, or base.",
    },
    date: { value: "ISO", help: "One date for all changes; by default each keeps its own." },
  },

  async run({ files, options }, progress) {
    const [path] = files as [string];
    const out = String(options.out);
    const ending = endingOf(out, [".docx", ".json", ".critic.txt"]);
    if (!ending.ok) return ending;
    if (ending.value !== ".docx" && options.mode !== undefined) return failure("cli.mode-for-word", { file: out });
    progress("Reading the draft…");
    const opened = await openFile(path);
    if (!opened.ok) return opened;
    if (opened.value.kind !== "draft") return failure("cli.not-a-draft", { file: opened.value.name });
    const { draft } = opened.value;
    const date = timeOf(options.date ?? draft.savedAt);
    if (!date.ok) return date;
    progress("Writing…");
    const base = comparedBase(draft.base, draft.current);
    const comparison = { base, current: draft.current, redline: redline(base, draft.current) };
    const attribution = startAttribution(base, draft.current, draft.attribution ?? {});
    const attributionOf: ExportInput["attributionOf"] = (provision, segment) => {
      const by = whoChanged(attribution, provision, segment);
      return by && { author: by.author || draft.author, date: options.date ? date.value : by.date };
    };
    const source = draft.source?.bytes;
    const mode = exportModes.find((each) => each === options.mode) ?? "tracked";
    const bytes =
      ending.value === ".docx"
        ? await wordOutput(comparison, { mode, author: draft.author, date: date.value, attributionOf, source })
        : success(ending.value === ".json" ? jsonOutput(comparison) : criticOutput(comparison));
    if (!bytes.ok) return bytes;
    const written = await writeOutput(out, bytes.value, files);
    return written.ok ? success("", [...opened.messages, ...bytes.messages, ...written.messages]) : written;
  },
};
