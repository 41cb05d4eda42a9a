/** `compare`: two texts to one marked text. */

import { adoptIds } from "../../shared/draft/adopt-ids";
import type { Draft } from "../../shared/draft/draft";
import { writeDraft } from "../../shared/draft/draft-writer";
import { newDraft } from "../../shared/draft/new-draft";
import type { OpenedBase } from "../../shared/draft/open";
import { currentText } from "../../shared/draft/open";
import { redline } from "../../shared/redline/redline";
import { type Result, success } from "../../shared/result";
import type { Command } from "./command";
import { openDocument, type Read, sideOption, trackedUse, writeOutput } from "./documents";
import {
  authorOf,
  type Comparison,
  criticOutput,
  type Ending,
  endingWithTemplate,
  jsonOutput,
  templateOption,
  timeOf,
  wordOutput,
} from "./outputs";

interface Choices {
  author: string;
  /** Whom a draft names: only who was named, for two files do not tell who made the one of the other. */
  named: string;
  date: string;
  labelPolicy: Draft["labelPolicy"];
  template: string | boolean | undefined;
}

export const compare: Command = {
  name: "compare",
  files: ["BASE", "REVISED"],
  summary: "Compares two texts (.txt, .docx) and writes what changed.",
  options: {
    out: {
      value: "OUT",
      short: "o",
      required: true,
      help: "What to write: .docx (tracked changes), .json, .critic.txt or .resdraft.",
    },
    "base-tracked": sideOption("BASE", "reject"),
    "revised-tracked": sideOption("REVISED", "accept"),
    template: templateOption,
    author: {
      value: "NAME",
      help: "Author of the changes; by default nobody in a draft, the name of your account in a Word file.",
    },
    date: { value: "ISO", help: "Date of the changes, such as 2026-11-22T09:00:00Z; by default now." },
    labels: {
      value: "renumber|bis",
      oneOf: ["renumber", "bis"],
      help: "How a .resdraft treats labels when editing goes on: renumber (default) or bis.",
    },
  },

  async run({ files, options }, progress) {
    const [basePath, revisedPath] = files as [string, string];
    const out = String(options.out);
    const ending = endingWithTemplate(out, [".docx", ".json", ".critic.txt", ".resdraft"], options.template);
    if (!ending.ok) return ending;
    const date = timeOf(options.date);
    if (!date.ok) return date;
    progress("Reading the two texts…", 0);
    const base = await openDocument(basePath, trackedUse(options["base-tracked"]));
    if (!base.ok) return base;
    const revised = await openDocument(revisedPath, {
      language: base.value.language,
      ...trackedUse(options["revised-tracked"]),
    });
    if (!revised.ok) return revised;
    progress("Comparing…", 0.3);
    const current = currentText(revised.value);
    const comparison = { base: base.value.doc, current, redline: redline(base.value.doc, current) };
    const labelPolicy = options.labels === "bis" ? "bis" : "renumber";
    const choices: Choices = {
      author: authorOf(options.author),
      named: typeof options.author === "string" ? options.author : "",
      date: date.value,
      labelPolicy,
      template: options.template,
    };
    progress("Writing…", 0.5);
    const bytes = await outputOf(ending.value, comparison, base.value, choices);
    if (!bytes.ok) return bytes;
    const written = await writeOutput(out, bytes.value, files);
    const messages = [...base.messages, ...revised.messages, ...bytes.messages, ...written.messages];
    return written.ok ? success("", messages) : written;
  },
};

async function outputOf(
  ending: Exclude<Ending, ".html" | ".txt" | ".pdf">,
  comparison: Comparison,
  opened: Read<OpenedBase>,
  choices: Choices,
): Promise<Result<Uint8Array>> {
  switch (ending) {
    case ".docx":
      return wordOutput(comparison, {
        mode: "tracked",
        author: choices.author,
        date: choices.date,
        source: opened.bytes,
        template: choices.template,
      });
    case ".json":
      return success(jsonOutput(comparison));
    case ".critic.txt":
      return success(criticOutput(comparison));
    case ".resdraft":
      return success(draftOutput(comparison, opened, choices));
  }
}

function draftOutput(
  { base, current, redline: marks }: Comparison,
  opened: Read<OpenedBase>,
  choices: Choices,
): Uint8Array {
  const source = { name: opened.name, bytes: opened.bytes };
  const { labelPolicy, named: author, date } = choices;
  return writeDraft(newDraft({ base, current: adoptIds(base, current, marks), source, author, labelPolicy }, date));
}
