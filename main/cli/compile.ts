/** `compile`: many drafts of one base, provision by provision. */
import type { Node } from "prosemirror-model";
import { startAttribution } from "../../shared/editing/attribution";
import { rebase } from "../../shared/editing/rebase";
import { type CommentedTexts, commentsLaid } from "../../shared/handouts/comments-laid";
import { compilationHandout } from "../../shared/handouts/compilation";
import { placeOf } from "../../shared/locales/place";
import { translator } from "../../shared/locales/translator";
import type { DocumentComment } from "../../shared/model/comment";
import type { ComparedProposal, Compilation } from "../../shared/redline/compilation-types";
import { compile } from "../../shared/redline/compile";
import { compileJson } from "../../shared/redline/compile-json";
import { layBeside } from "../../shared/redline/lay-beside";
import { haveSameText, textsApart } from "../../shared/redline/proposals";
import { inOrderOf } from "../../shared/redline/same-texts";
import { failure, type Result, success } from "../../shared/result";
import type { Command } from "./command";
import { consolidated } from "./consolidated";
import { writeOutput } from "./documents";
import { type NamedDraft, openDrafts } from "./drafts";
import { type HandoutEnding, handoutOutput } from "./handouts";
import { authorOf, endingOf, timeOf } from "./outputs";

export const compileDrafts: Command = {
  name: "compile",
  files: ["DRAFT..."],
  summary: "Compiles drafts (.resdraft, tracked .docx) of one base: who proposes what, and where they agree.",
  options: {
    out: {
      value: "OUT",
      short: "o",
      required: true,
      help: "What to write: .json, .html, .docx or .pdf (landscape), or .resdraft to decide on.",
    },
    take: {
      value: "SOURCE|agreed|brackets",
      help: "For .resdraft: all of one source, what does not conflict, or that with conflicts in brackets.",
    },
    by: { value: "NAME", help: "Who decides, with --take; by default the name of your account." },
    date: { value: "ISO", help: "When, such as 2026-11-22T09:00:00Z; by default now." },
    tracked: { help: "For .docx: the marks as tracked changes, each of its proposer." },
    comments: { help: "For a table: what was said about the texts, in a column of its own." },
    rebase: { help: "Move drafts of another base onto that of the first." },
  },

  async run({ files, options }, progress) {
    const out = String(options.out);
    const ending = endingOf(out, [".json", ".html", ".docx", ".pdf", ".resdraft"]);
    if (!ending.ok) return ending;
    const date = timeOf(options.date);
    if (!date.ok) return date;
    if (options.take !== undefined && ending.value !== ".resdraft")
      return failure("cli.take-for-drafts", { file: out });
    // Each draft is read and then compared; what is written comes last.
    const whole = 2 * files.length + 1;
    const drafts = await openDrafts(files, (path, index) => progress(`Reading ${path}…`, index / whole));
    if (!drafts.ok) return drafts;
    const first = drafts.value[0] as NamedDraft;
    const told: string[] = [];
    const proposals: ComparedProposal[] = [];
    const comments: DocumentComment[] = [];
    for (const [index, draft] of drafts.value.entries()) {
      progress(`Comparing ${draft.source}…`, (files.length + index) / whole);
      const own = index === 0 ? success(draft) : onBaseOf(first, draft, Boolean(options.rebase), told);
      if (!own.ok) return own;
      const laid = layBeside(first.base, draft.source, own.value.current, `p${index}`);
      proposals.push(laid);
      comments.push(...commentsLaid(own.value, { base: first.base, current: laid.current }, `p${index}`));
    }
    const compilation = compile(first.base, proposals);
    progress(ending.value === ".pdf" ? "Printing…" : "Writing…", (whole - 1) / whole);
    const bytes =
      ending.value === ".resdraft"
        ? consolidated(compilation, first, options.take, { by: authorOf(options.by), at: date.value })
        : await outputOf(compilation, ending.value, {
            tracked: options.tracked ? date.value : null,
            comments: options.comments ? comments : [],
          });
    if (!bytes.ok) return bytes;
    const written = await writeOutput(out, bytes.value, files);
    const counts = compilation.sources.map(({ source, changed }) => `${source}\t${changed}\n`);
    const lines = ending.value === ".resdraft" ? [...counts, ...told] : told;
    return written.ok ? success(lines.join(""), [...drafts.messages, ...written.messages]) : written;
  },
};

/** A draft whose base is, or by moving becomes, that of the first one. */
function onBaseOf(first: NamedDraft, opened: NamedDraft, moves: boolean, told: string[]): Result<CommentedTexts> {
  const draft = { ...opened, ...inOrderOf(first.base, opened) };
  if (haveSameText(draft.base, first.base)) return success(draft);
  const texts = textsApart(draft.base, first.base);
  if (texts.length > 0) {
    return failure("cli.other-texts", { file: draft.file, first: first.file, texts: texts.join(", ") });
  }
  if (!moves) return failure("cli.other-base", { file: draft.file, first: first.file });
  return success(moved(draft, first.base, told));
}

/** A draft of another base, moved; its conflicts are told. */
function moved({ base, current, file, comments }: NamedDraft, newBase: Node, told: string[]): CommentedTexts {
  const attribution = startAttribution(base, current);
  const rebased = rebase({ base, current, newBase, policy: "renumber", attribution, comments });
  for (const { path } of rebased.conflicts) told.push(`${file}\tconflict\t${placeOf(translator("en"), path)}\n`);
  return rebased;
}

async function outputOf(
  compilation: Compilation,
  ending: ".json" | HandoutEnding,
  { tracked, comments }: { tracked: string | null; comments: readonly DocumentComment[] },
): Promise<Result<Uint8Array>> {
  const handout = compilationHandout(compilation, comments);
  if (tracked !== null) handout.tracked = { author: "", date: tracked };
  if (ending !== ".json") return handoutOutput(handout, ending);
  return success(Buffer.from(`${JSON.stringify(compileJson(compilation), null, 2)}\n`));
}
