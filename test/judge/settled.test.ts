/**
 * Drafts after a meeting before LibreOffice: some changes accepted into the base, some rejected, the draft moved onto a
 * newer base. The export of each, accepted and rejected there, is the text and the base that we say it is.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Node } from "prosemirror-model";
import { describe, expect, test } from "vitest";
import { exportDocx } from "../../shared/docx/export-docx";
import { seedAttribution, startAttribution } from "../../shared/editing/attribution";
import { rebase } from "../../shared/editing/rebase";
import { settleTexts } from "../../shared/editing/settled-texts";
import { layBeside } from "../../shared/redline/lay-beside";
import { redline } from "../../shared/redline/redline";
import { documentFromText } from "../support/read-document";
import { hasSeeds, readSeed } from "../support/real-documents";
import { judgeBytes, linesOfDocument, linesOfVerdict } from "./lines";

const resources = join(__dirname, "../../resources");
const template = new Uint8Array(readFileSync(join(resources, "templates/itu.docx")));
const sample = readFileSync(join(resources, "samples/resolution-fr.txt"), "utf8");
const by = { author: "Délégation", date: "2026-11-22T09:00:00Z" };

/** Every fifth line loses a word and gains another, and one in the middle goes. */
function edited(text: string): string {
  const lines = text.split("\n");
  const middle = Math.floor(lines.length / 2);
  return lines
    .map((line, index) => (index % 5 === 4 ? line.replace(/ (\S+)(\s\S*)$/u, " autrement$2") : line))
    .filter((_line, index) => index !== middle)
    .join("\n");
}

type Texts = readonly [base: Node, current: Node];
const texts: [string, () => Texts][] = [
  ["the sample", () => [documentFromText(sample), documentFromText(edited(sample))]],
  ...(hasSeeds
    ? [
        [
          "the golden revision",
          (): Texts => [documentFromText(readSeed("000-res98-base")), documentFromText(readSeed("000-res98-revised"))],
        ] as [string, () => Texts],
      ]
    : []),
];

/** Accepts or rejects every second change. */
function settled(how: "accept" | "reject", base: Node, revised: Node): Texts {
  const { current } = layBeside(base, "P", revised, "p");
  const order = { base, current, source: null, how, policy: "renumber" as const, author: "A" };
  const result = settleTexts(
    {
      ...order,
      attribution: seedAttribution(base, current, []),
      renew: (next) => ({ base: next, source: null, messages: [] }),
    },
    (_change, index) => index % 2 === 0,
  );
  if (!result.ok) throw new Error(result.error.code);
  return [result.value.base, result.value.current];
}

async function expectBoth([base, current]: Texts): Promise<void> {
  const marks = redline(base, current);
  const written = exportDocx({ base, current, redline: marks, mode: "tracked", ...by, template });
  if (!written.ok) throw new Error(`${written.error.code} ${JSON.stringify(written.error.values)}`);
  const verdict = (await judgeBytes(new Map([["text", written.value]]))).get("text");
  if (!verdict) throw new Error("There is no verdict.");
  expect(linesOfVerdict(verdict.rejected)).toEqual(linesOfDocument(base));
  expect(linesOfVerdict(verdict.accepted)).toEqual(linesOfDocument(current));
  expect(verdict.changes.length).toBeGreaterThan(0);
}

describe.each(texts)("%s", (_name, read) => {
  test.each(["accept", "reject"] as const)("after %s of every second change", async (how) => {
    await expectBoth(settled(how, ...read()));
  });

  test("moved onto a newer base", async () => {
    const [base, revised] = read();
    const { current } = layBeside(base, "P", revised, "p");
    const [newBase] = settled("accept", base, revised);
    const attribution = startAttribution(base, current);
    const moved = rebase({ base, current, newBase, policy: "renumber", attribution, comments: [] });
    expect(moved.conflicts).toEqual([]);
    await expectBoth([moved.base, moved.current]);
  });
});
