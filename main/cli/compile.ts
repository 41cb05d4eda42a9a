/** `compile`: many drafts of one base, provision by provision. */
import { compilationHandout } from "../../shared/handouts/compilation";
import type { Compilation } from "../../shared/redline/compilation-types";
import { compile } from "../../shared/redline/compile";
import { compileJson } from "../../shared/redline/compile-json";
import { haveSameText } from "../../shared/redline/proposals";
import { failure, type Result, success } from "../../shared/result";
import type { Command } from "./command";
import { writeOutput } from "./documents";
import { type NamedDraft, openDrafts } from "./drafts";
import { type HandoutEnding, handoutOutput } from "./handouts";
import { endingOf } from "./outputs";

export const compileDrafts: Command = {
  name: "compile",
  files: ["DRAFT..."],
  summary: "Compiles drafts (.resdraft, tracked .docx) of one base: who proposes what, and where they agree.",
  options: {
    out: { value: "OUT", short: "o", required: true, help: "What to write: .json, .html, .docx or .pdf (landscape)." },
  },

  async run({ files, options }, progress) {
    const out = String(options.out);
    const ending = endingOf(out, [".json", ".html", ".docx", ".pdf"]);
    if (!ending.ok) return ending;
    progress("Reading the drafts…");
    const drafts = await openDrafts(files);
    if (!drafts.ok) return drafts;
    const first = drafts.value[0] as NamedDraft;
    const stranger = drafts.value.find(({ base }) => !haveSameText(base, first.base));
    if (stranger) return failure("cli.other-base", { file: stranger.file, first: first.file });
    progress("Compiling…");
    const compilation = compile(first.base, drafts.value);
    progress("Writing…");
    const bytes = await outputOf(compilation, ending.value);
    if (!bytes.ok) return bytes;
    const written = await writeOutput(out, bytes.value, files);
    return written.ok ? success("", [...drafts.messages, ...written.messages]) : written;
  },
};

async function outputOf(compilation: Compilation, ending: ".json" | HandoutEnding): Promise<Result<Uint8Array>> {
  if (ending !== ".json") return handoutOutput(compilationHandout(compilation), ending);
  return success(Buffer.from(`${JSON.stringify(compileJson(compilation), null, 2)}\n`));
}
