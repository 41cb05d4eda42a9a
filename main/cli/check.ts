/** `check`: the drafting checks over a text, a Word file or a draft; exit code 3 when errors were found. */
import type { Node } from "prosemirror-model";
import { check } from "../../shared/checks/check";
import type { Finding } from "../../shared/checks/finding";
import { switchedOff } from "../../shared/checks/switched-off";
import { baseText, currentText, type Opened } from "../../shared/draft/open";
import { placeOf } from "../../shared/locales/place";
import { translator } from "../../shared/locales/translator";
import { redline } from "../../shared/redline/redline";
import type { Redline } from "../../shared/redline/redline-types";
import { success } from "../../shared/result";
import { type Block, blocksOf, contentText } from "../../shared/schema/blocks";
import type { Command } from "./command";
import { openFile } from "./documents";
import { readKnown } from "./known-table";

const errorsFound = 3;
const excerptLength = 60;

export const checkFile: Command = {
  name: "check",
  files: ["FILE"],
  summary: "Checks the drafting of a text, a Word file or a draft; errors give the exit code 3.",
  options: {
    json: { help: "Print JSON instead of sentences." },
    known: { value: "TABLE", help: "Further revisions of resolutions, one a line: PP 71 Bucharest 2022." },
  },

  async run({ files, options }, progress) {
    const known = await readKnown(options.known);
    if (!known.ok) return known;
    progress("Reading…");
    const opened = await openFile(files[0] as string);
    if (!opened.ok) return opened;
    progress("Checking…");
    const { doc, marks } = textOf(opened.value);
    const findings = check(doc, marks, { off: switchedOff(doc), known: known.value });
    const text = options.json ? json(findings, doc) : sentences(findings, doc);
    const exitCode = findings.some(({ strength }) => strength === "error") ? errorsFound : 0;
    return success({ text, exitCode }, opened.messages);
  },
};

/** The current text, and its marks where there is a base to compare with. */
function textOf(opened: Opened): { doc: Node; marks: Redline | null } {
  const doc = currentText(opened);
  const hasBase = opened.kind === "draft" || opened.current !== null;
  return { doc, marks: hasBase ? redline(baseText(opened), doc) : null };
}

function sentences(findings: readonly Finding[], doc: Node): string {
  const t = translator("en");
  if (findings.length === 0) return `${t("messages.check.none")}\n`;
  const blocks = byId(doc);
  const lines = findings.map((finding) => {
    const place = nameOf(blocks.get(finding.block));
    return `${finding.strength}: ${place ? `${place}: ` : ""}${wording(finding)} (${finding.rule})\n`;
  });
  const totals = (["error", "warning", "suggestion"] as const)
    .map((strength) => [findings.filter((finding) => finding.strength === strength).length, strength] as const)
    .map(([count, strength]) => `${strength}: ${count}`);
  return `${lines.join("")}${totals.join(", ")}\n`;
}

function json(findings: readonly Finding[], doc: Node): string {
  const blocks = byId(doc);
  const rows = findings.map((finding) => {
    const block = blocks.get(finding.block);
    return {
      ...finding,
      sentence: wording(finding),
      path: block?.path ?? [],
      text: block ? contentText(block.node) : "",
    };
  });
  return `${JSON.stringify({ language: doc.attrs.language, findings: rows }, null, 2)}\n`;
}

function wording({ code, values }: Finding): string {
  return translator("en")(`messages.${code}`, values);
}

function byId(doc: Node): Map<string, Block> {
  return new Map(blocksOf(doc).map((block) => [block.node.attrs.id, block]));
}

/** Call and labels, or the beginning of a text that stands outside them. */
function nameOf(block: Block | undefined): string {
  if (!block) return "";
  const place = placeOf(translator("en"), block.path) || contentText(block.node).replace(/\s+/gu, " ").trim();
  return place.length <= excerptLength ? place : `${place.slice(0, excerptLength - 1).trimEnd()}…`;
}
