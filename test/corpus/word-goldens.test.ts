/**
 * Accepting and rejecting against the golden documents of other projects' tests, paragraph by paragraph.
 * Golden documents beyond 120 kB are read only with CORPUS=all. Texts of automatic note marks are left out
 * of the comparison, because a number is not text.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readDocx } from "../../shared/docx/document-reader";
import type { WordSide } from "../../shared/docx/word-file";
import { corpusBytes, corpusTable, hasCorpus, smallFile, whole } from "./corpus";

const results = fileURLToPath(new URL("../results/", import.meta.url));
const drafts = "oasis-tcs+sarif-spec/@history/Documents/ChangeDrafts/Accepted/";

/** Goldens that we disagree with, and why. */
const disagreements: Record<string, string> = {
  [`${drafts}sarif-v2.0-editorial-message-arguments-only@11b46e14.docx accept`]:
    "The clean document was edited after the changes were accepted: it has an empty paragraph whose mark the tracked file deletes.",
  [`${drafts}sarif-v2.0-issue-78-normative-keywords@5b2d67b2.docx accept`]:
    "The clean document was corrected by hand: the tracked file deletes two spaces that its editors put back afterwards.",
};

const goldens = corpusTable("goldens.tsv").filter(({ golden }) => golden!.endsWith(".docx"));
const sizes = new Map(corpusTable("index.tsv").map(({ path, bytes }) => [path!, Number(bytes)]));

describe.skipIf(!hasCorpus)("golden documents (skipped where the corpus is not beside the project)", () => {
  it("agree with what we accept and reject", { timeout: 900_000 }, () => {
    const rows = ["file\tmode\toutcome"];
    const faults: string[] = [];
    for (const { tracked, mode, golden } of goldens) {
      if (!whole && Math.max(sizes.get(tracked!) ?? 0, sizes.get(golden!) ?? 0) > smallFile) continue;
      const difference = compare(tracked!, mode as "accept" | "reject", golden!);
      const reason = disagreements[`${tracked} ${mode}`];
      rows.push(`${tracked}\t${mode}\t${difference === "" ? "equal" : (reason ?? difference)}`);
      if ((difference === "") === (reason !== undefined))
        faults.push(`${tracked} ${mode}: ${difference || "is equal now"}`);
    }
    mkdirSync(results, { recursive: true });
    writeFileSync(`${results}word-goldens.tsv`, `${rows.join("\n")}\n`);
    expect(faults).toEqual([]);
  });
});

function compare(tracked: string, mode: "accept" | "reject", golden: string): string {
  const [ours, theirs] = [readDocx(corpusBytes(tracked)), readDocx(corpusBytes(golden))];
  if (!ours.ok || !theirs.ok) return "one of the two files is refused";
  const [a, b] = [textsOf(ours.value.sides[mode]), textsOf(theirs.value.sides.accept)];
  const at = a.findIndex((text, i) => text !== b[i]);
  if (at < 0 && a.length === b.length) return "";
  return `paragraph ${at + 1}: ${JSON.stringify(a[at])?.slice(0, 80)} against ${JSON.stringify(b[at])?.slice(0, 80)}`;
}

function textsOf({ paragraphs }: WordSide): string[] {
  return paragraphs.map(({ inlines }) =>
    inlines
      .map((inline) => {
        if (inline.kind === "text" || inline.kind === "object") return inline.text;
        if (inline.kind === "break") return "\n";
        return inline.automatic ? "[^]" : `[^${inline.mark}]`;
      })
      .join(""),
  );
}
