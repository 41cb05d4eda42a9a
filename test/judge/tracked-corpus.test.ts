/**
 * Tracked Word files of other people: whoever accepts or rejects everything in LibreOffice has the lines that our
 * reader has. Each disagreement is explained by a blind spot of LibreOffice that the file shows, or it is a
 * failure. The table of both is written to test/results/tracked-corpus.tsv. Larger files are judged with
 * CORPUS=all in the environment.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { readDocx } from "../../shared/docx/document-reader";
import { corpusBytes, corpusTable, hasCorpus, whole } from "../corpus/corpus";
import { explain, forOffice } from "./explained";
import { type Judged, judgeForeign } from "./office";

/** Bytes up to which a file is judged on every run. */
const small = 45_000;
/** Files for one office: one that falls ill spoils no other batch. */
const batchSize = 20;
const results = join(__dirname, "../results");
const sides = [
  ["accept", "accepted"],
  ["reject", "rejected"],
] as const;

const files = corpusTable("index.tsv")
  .filter(({ path, tags, bytes }) => /\.docx$/i.test(path!) && /\bT:/.test(tags!) && (whole || Number(bytes) <= small))
  .map(({ path }) => path!)
  .filter((path) => readDocx(corpusBytes(path)).ok);
const batches = Array.from({ length: Math.ceil(files.length / batchSize) }, (_, index) =>
  files.slice(index * batchSize, (index + 1) * batchSize),
);
const rows: string[] = [];

/** What befalls LibreOffice itself while it opens a file or decides its changes: there is nothing to compare with. */
const unjudged = /^LibreOffice died/;

/** What no class explains, and what is known of it. */
const known: Record<string, string> = {
  "179-311-plugins-and-notification-metadata@46785400.docx accept":
    "Of words that were deleted after they moved it keeps the text and not the fields; a lost reference it shows as none.",
  "179-311-plugins-and-notification-metadata@46785400.docx reject":
    "Of inserted paragraphs before one that was wholly inserted but for its mark it takes the mark before them.",
};

describe.skipIf(!hasCorpus)(
  "LibreOffice and our reader agree on (skipped where the corpus is not beside the project)",
  () => {
    test.each(batches.map((batch, index) => ({ batch, name: `batch ${index + 1} of ${batches.length}` })))(
      "$name",
      { timeout: 1_800_000 },
      async ({ batch }) => {
        const judged = await judgeAll(batch);
        expect(batch.flatMap((path, index) => faultsOf(path, judged[index]!))).toEqual([]);
      },
    );

    // After each batch: who stops the whole run has what it found so far.
    afterEach(() => {
      mkdirSync(results, { recursive: true });
      writeFileSync(join(results, "tracked-corpus.tsv"), `file\tside\toutcome\n${rows.join("\n")}\n`);
    });
  },
);

async function judgeAll(paths: readonly string[]): Promise<Judged[]> {
  const folder = mkdtempSync(join(tmpdir(), "resdraft-judge-"));
  try {
    const copies = paths.map((path, index) => {
      const copy = join(folder, `${index}.docx`);
      writeFileSync(copy, forOffice(corpusBytes(path)));
      return copy;
    });
    return await judgeForeign(copies);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function faultsOf(path: string, judged: Judged): string[] {
  if ("error" in judged) {
    const expected = unjudged.test(judged.error);
    rows.push(`${path}\tboth\t${expected ? "LibreOffice cannot judge it" : "NOT JUDGED"}: ${judged.error}`);
    return expected ? [] : [`${path}: ${judged.error}`];
  }
  return sides.flatMap(([side, decided]) => {
    const left = judged.left?.[decided] ?? 0;
    const difference = explain(corpusBytes(path), side, judged[decided]);
    const reason = difference.fault && Object.entries(known).find(([name]) => `${path} ${side}`.endsWith(name))?.[1];
    rows.push(`${path}\t${side}\t${reason ?? difference.outcome}${left > 0 ? ` (${left} changes resist there)` : ""}`);
    return difference.fault && !reason ? [`${path} ${side}: ${difference.fault}`] : [];
  });
}
