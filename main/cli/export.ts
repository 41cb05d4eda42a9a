/** `export`: a draft, or a file with tracked changes, to a Word file, CriticMarkup or JSON. */
import type { Node } from "prosemirror-model";
import type { ExportInput } from "../../shared/docx/export-docx";
import { draftComments } from "../../shared/draft/draft-comments";
import { seedAttribution, startAttribution, attributionOf as whoChanged } from "../../shared/editing/attribution";
import type { DocumentComment } from "../../shared/model/comment";
import { comparedBase } from "../../shared/redline/compared-base";
import { redline } from "../../shared/redline/redline";
import { failure, type Result, success } from "../../shared/result";
import type { Command } from "./command";
import { openFile, trackedUse, writeOutput } from "./documents";
import {
  authorOf,
  criticOutput,
  endingWithTemplate,
  exportModes,
  jsonOutput,
  templateOption,
  timeOf,
  wordOutput,
} from "./outputs";

interface Exported {
  base: Node;
  current: Node;
  attribution: ReturnType<typeof startAttribution>;
  author: string;
  savedAt: string | undefined;
  source: Uint8Array | undefined;
  comments: readonly DocumentComment[];
}

export const exportDraft: Command = {
  name: "export",
  files: ["DRAFT"],
  summary: "Writes a draft, or a file with tracked changes, as a Word file, as CriticMarkup or as JSON.",
  options: {
    out: { value: "OUT", short: "o", required: true, help: "What to write: .docx, .json or .critic.txt." },
    mode: {
      value: exportModes.join("|"),
      oneOf: exportModes,
      help: "How a .docx shows the changes: tracked (default), typeset, clean, or base.",
    },
    template: templateOption,
    tracked: {
      value: "proposal|accept|reject",
      oneOf: ["proposal", "accept", "reject"],
      help: "What becomes of the tracked changes of a file: a proposal with both texts (default), or one text.",
    },
    date: { value: "ISO", help: "One date for all changes; by default each keeps its own." },
  },

  async run({ files, options }, progress) {
    const [path] = files as [string];
    const out = String(options.out);
    const ending = endingWithTemplate(out, [".docx", ".json", ".critic.txt"], options.template);
    if (!ending.ok) return ending;
    if (ending.value !== ".docx" && options.mode !== undefined) return failure("cli.mode-for-word", { file: out });
    progress("Reading the draft…", 0);
    const opened = await openExported(path, options.tracked);
    if (!opened.ok) return opened;
    const { base, current, attribution, author, savedAt, source, comments } = opened.value;
    const date = timeOf(options.date ?? savedAt);
    if (!date.ok) return date;
    progress("Writing…", 0.3);
    const comparison = { base, current, redline: redline(base, current) };
    const attributionOf: ExportInput["attributionOf"] = (provision, segment) => {
      const by = whoChanged(attribution, provision, segment);
      return by && { author: by.author || author, date: options.date ? date.value : by.date };
    };
    const mode = exportModes.find((each) => each === options.mode) ?? "tracked";
    const { template } = options;
    const bytes =
      ending.value === ".docx"
        ? await wordOutput(comparison, { mode, author, date: date.value, attributionOf, source, comments, template })
        : success(ending.value === ".json" ? jsonOutput(comparison) : criticOutput(comparison));
    if (!bytes.ok) return bytes;
    const written = await writeOutput(out, bytes.value, files);
    return written.ok ? success("", [...opened.messages, ...bytes.messages, ...written.messages]) : written;
  },
};

/** Both texts of a draft, of a Word file or of a text in CriticMarkup, with who changed what. */
async function openExported(path: string, use: unknown): Promise<Result<Exported>> {
  const opened = await openFile(path, trackedUse(use));
  if (!opened.ok) return opened;
  if (opened.value.kind === "draft") {
    const { draft } = opened.value;
    const { current, author, savedAt } = draft;
    const base = comparedBase(draft.base, current);
    const attribution = startAttribution(base, current, draft.attribution ?? {});
    const comments = draftComments(draft);
    const source = draft.source?.bytes;
    return success({ base, current, attribution, author, savedAt, source, comments }, opened.messages);
  }
  const { doc: base, spans, bytes, kind, name, tracked } = opened.value;
  if (kind === "text" && !tracked) return failure("cli.not-a-draft", { file: name });
  const current = opened.value.current ?? base;
  const attribution = startAttribution(base, current, seedAttribution(base, current, spans));
  const exported = {
    base,
    current,
    attribution,
    author: authorOf(undefined),
    savedAt: undefined,
    source: bytes,
    comments: opened.value.comments,
  };
  return success(exported, opened.messages);
}
