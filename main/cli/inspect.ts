/** `inspect`: what the program understood of a file. */

import {
  type InspectedItem,
  type InspectedProposal,
  type Inspection,
  inspect,
} from "../../shared/resolution/inspection";
import { success } from "../../shared/result";
import { docToModel } from "../../shared/schema/doc-to-model";
import type { Command } from "./command";
import { openFile, sideOption, trackedUse } from "./documents";

export const inspectFile: Command = {
  name: "inspect",
  files: ["FILE"],
  summary: "Shows the structure that the program recognises in a text, a Word file or a draft.",
  options: { tracked: sideOption("the file", "reject"), json: { help: "Print JSON instead of an outline." } },

  async run({ files, options }, progress) {
    progress("Reading…");
    const opened = await openFile(files[0] as string, trackedUse(options.tracked));
    if (!opened.ok) return opened;
    const model = opened.value.kind === "draft" ? docToModel(opened.value.draft.current) : opened.value.model;
    const inspection = inspect(model, opened.messages);
    // Warnings are part of what is printed, so they are not told a second time.
    return success(options.json ? `${JSON.stringify(inspection, null, 2)}\n` : outline(inspection));
  },
};

/** The structure as a person reads it, one line per provision. */
export function outline(inspection: Inspection): string {
  const { kind, language, frontMatter, footnotes, tables, messages, proposals } = inspection;
  const lines = [`Kind: ${kind}`, `Language: ${language}`];
  if (frontMatter.length > 0) lines.push("", "Front matter:", ...frontMatter.map((text) => `  ${excerpt(text)}`));
  for (const proposal of proposals ?? [inspection]) lines.push(...proposalLines(proposal));
  if (footnotes.length > 0) {
    lines.push("", "Footnotes:", ...footnotes.map(({ mark, text }) => `  ${mark ? `${mark} ` : ""}${excerpt(text)}`));
  }
  if (tables.length > 0) {
    lines.push("", "Tables:", ...tables.map(({ rows, columns }) => `  rows: ${rows}, columns: ${columns}`));
  }
  if (messages.length > 0) lines.push("", `Notes: ${messages.length} (--json shows them)`);
  return `${lines.join("\n")}\n`;
}

function proposalLines(proposal: InspectedProposal): string[] {
  const { marker, identifier, number, title, reference, enacting, sections, annexes, reasons } = proposal;
  const heads: [string, string][] = [
    ["Proposal", [marker, identifier].filter(Boolean).join(" ")],
    ["Number", number],
    ["Title", title],
    ["Reference", reference],
    ["Enacting", enacting],
  ];
  return [
    "",
    ...heads.filter(([, text]) => text !== "").map(([name, text]) => `${name}: ${excerpt(text)}`),
    ...sections.flatMap(({ part, call, items }) => ["", `${excerpt(call)} (${part})`, ...itemLines(items, 1)]),
    ...annexes.flatMap(({ number: annex, title: name, items }) => [
      "",
      excerpt([annex, name].filter(Boolean).join(" ")),
      ...itemLines(items, 1),
    ]),
    ...(reasons === "" ? [] : ["", `Reasons: ${excerpt(reasons)}`]),
  ];
}

function itemLines(items: readonly InspectedItem[], depth: number): string[] {
  return items.flatMap(({ label, text, children }) => [
    `${"  ".repeat(depth)}${label ? `${label} ` : ""}${excerpt(text)}`,
    ...itemLines(children, depth + 1),
  ]);
}

/** The beginning of a text, on one line. */
function excerpt(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= 100 ? line : `${line.slice(0, 99).trimEnd()}…`;
}
