/** The draft that a meeting decides on, as `compile` writes it: the proposals, and the decisions that were asked for. */
import { writeDraft } from "../../shared/draft/draft-writer";
import { newDraft } from "../../shared/draft/new-draft";
import { consolidatedText } from "../../shared/editing/consolidate";
import { attributeToSources } from "../../shared/editing/source-attribution";
import type { Compilation, CompiledRow } from "../../shared/redline/compilation-types";
import { type Decision, rowName, rowsToDecide, writeDecisions } from "../../shared/redline/decisions";
import { redline } from "../../shared/redline/redline";
import { failure, type Result, success } from "../../shared/result";
import type { NamedDraft } from "./drafts";

/** Writes the draft; its base is that of the first proposal. */
export function consolidated(
  compilation: Compilation,
  { base, baseSource }: NamedDraft,
  take: unknown,
  { by, at }: Pick<Decision, "by" | "at">,
): Result<Uint8Array> {
  const policy = "renumber";
  const rows = rowsToDecide(compilation);
  const names = (wanted: (row: CompiledRow) => boolean) => compilation.rows.filter(wanted).map(rowName);
  const decisions: Decision[] = [];
  const decideOn = (wanted: (row: CompiledRow) => boolean, choice: Decision["choice"], sources: string[] = []) => {
    const named = names(wanted);
    if (named.length > 0) decisions.push({ rows: named, choice, sources, by, at });
  };
  if (take === "agreed" || take === "brackets") {
    decideOn((row) => rows.includes(row) && row.agreement !== "conflict", "all");
    if (take === "brackets") decideOn((row) => rows.includes(row) && row.agreement === "conflict", "brackets");
  } else if (take !== undefined) {
    const source = String(take);
    if (!compilation.sources.some((each) => each.source === source)) {
      const values = ["agreed", "brackets", ...compilation.sources.map((each) => each.source)].join(", ");
      return failure("cli.not-one-of", { option: "--take", given: source, values });
    }
    decideOn(({ options }) => options.some(({ sources }) => sources.includes(source)), "take", [source]);
  }
  const text = consolidatedText({ compilation, policy }, decisions);
  const current = text.type.create({ ...text.attrs, decisions: writeDecisions(decisions) }, text.content, text.marks);
  const proposals = compilation.sources.flatMap(({ source }) =>
    compilation.drafts.filter((each) => each.source === source),
  );
  const beginning: Parameters<typeof newDraft>[0] = {
    base,
    current,
    source: baseSource,
    author: by,
    labelPolicy: policy,
    attribution: attributeToSources(compilation, decisions, { current, redline: redline(base, current) }, null),
    proposals: proposals.map(({ source, current: its }) => ({ source, current: its })),
    comments: [],
  };
  return success(writeDraft(newDraft(beginning, at)));
}
