/**
 * The table of planted defects: into each clean sample, in all six languages, one defect at a time. The rule that
 * stands for it must find it, and no other rule may say anything. What was found is written down as a table.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { check } from "../../../shared/checks/check";
import { ruleIds } from "../../../shared/checks/rules";
import { redline } from "../../../shared/redline/redline";
import { declaredSamples, languages, samples } from "../../support/clean-samples";
import { planted } from "../../support/planted-defects";
import { documentFromText } from "../../support/read-document";
import { haveSeeds, seed, seedNames, seedsTitle } from "../text/seeds";

interface Row {
  planted: number;
  found: number;
  /** Reported where another defect was planted, or none. */
  false: number;
  /** In the real documents, each of which `seeds.test.ts` confirms as a slip. */
  seeds: number;
}
const table = new Map<string, Row>(ruleIds.map((rule) => [rule, { planted: 0, found: 0, false: 0, seeds: 0 }]));
const count = (rule: string, column: keyof Row) => table.get(rule)![column]++;

describe.each(languages)("%s", (language) => {
  it("has no finding before anything is planted", () => {
    for (const { doc } of [samples.get(language)!, declaredSamples.get(language)!]) {
      for (const { rule } of check(doc)) count(rule, "false");
      expect(check(doc)).toEqual([]);
    }
  });

  it.each(planted.filter(({ except }) => !except?.includes(language)))(
    "$rule: $what",
    ({ rule, plant, declared, against }) => {
      const clean = (declared ? declaredSamples : samples).get(language)!;
      const doc = plant(clean);
      doc.check();
      expect(doc.eq(clean.doc)).toBe(false);
      const found = new Set(
        check(doc, against ? redline(clean.doc, doc) : null).map((finding) => finding.rule as string),
      );
      count(rule, "planted");
      if (found.has(rule)) count(rule, "found");
      for (const other of found) if (other !== rule) count(other, "false");
      expect(found).toEqual(new Set([rule]));
    },
  );
});

it.skipIf(!haveSeeds)(seedsTitle, () => {
  for (const name of seedNames) {
    const doc = documentFromText(new TextDecoder().decode(seed(name)));
    for (const { rule } of check(doc)) count(rule, "seeds");
  }
  expect(seedNames.length).toBeGreaterThan(3);
});

it("every rule has a planted defect, finds each and nothing else", () => {
  const rows = [...table].map(
    ([rule, row]) => `| ${rule} | ${row.planted} | ${row.found} | ${row.false} | ${row.seeds} |`,
  );
  const head = "| rule | planted | found | false | in the real documents |\n| --- | --: | --: | --: | --: |";
  const folder = fileURLToPath(new URL("../../results", import.meta.url));
  mkdirSync(folder, { recursive: true });
  const written = `${head}\n${rows.join("\n")}\n`;
  writeFileSync(join(folder, "checks.md"), written);
  process.stdout.write(`\n${written}\n`);
  for (const [rule, row] of table) {
    expect(row.planted, rule).toBeGreaterThan(0);
    expect(row.found, rule).toBe(row.planted);
    expect(row.false, rule).toBe(0);
  }
});
