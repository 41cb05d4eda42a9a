/**
 * Five proposals on the base of seed 000: the revision that was adopted, and four with edits planted here, some
 * of them on the same words. The conflicts are the planted ones and no others.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { consolidatedText } from "../../shared/editing/consolidate";
import { compile } from "../../shared/redline/compile";
import { rowName, rowsToDecide, standings } from "../../shared/redline/decisions";
import { blocksOf, blockText } from "../../shared/schema/blocks";
import { blocksAfter, takeAllOf } from "../support/deciding";
import { documentFromText } from "../support/read-document";

const seeds = join(__dirname, "../../../shared/seeds");
const isHere = existsSync(seeds);
if (!isHere) console.log("Skipped: the compilation of seed 000, because the folder ../shared/seeds is absent.");

test.skipIf(!isHere)("five proposals on the base of seed 000", () => {
  const read = (name: string) => readFileSync(join(seeds, name), "utf8");
  const text = read("000-res98-base.txt");
  const base = documentFromText(text);
  // Items that the adopted revision leaves alone, so that what is planted meets only what is planted.
  const adopted = documentFromText(read("000-res98-revised.txt"));
  const untouched = compile(base, [{ source: "adopted", current: adopted }]).rows.filter(
    ({ agreement, base: block }) => agreement === "none" && block?.node.type.name === "item",
  );
  const [one, two, three] = untouched
    .map(({ base: block }) => block?.node.textContent ?? "")
    .filter((line) => line.split(" ").length > 12 && text.split(line).length === 2);
  const word = (line: string | undefined, at: number) => (line ?? "").split(" ")[at] as string;
  const edit = (line: string | undefined, at: number, by: string) =>
    text.replace(line ?? "", (line ?? "").split(" ").toSpliced(at, 1, by).join(" "));
  expect(word(one, 3)).not.toBe(word(one, 9));

  const drafts = [
    { source: "adopted", current: adopted },
    { source: "AAA", current: documentFromText(edit(one, 3, "premièrement")) },
    { source: "BBB", current: documentFromText(edit(one, 3, "deuxièmement")) },
    { source: "CCC", current: documentFromText(edit(two, 3, "troisièmement")) },
    { source: "DDD", current: documentFromText(edit(two, 9, "quatrièmement").replace(three ?? "", "")) },
  ];
  const compilation = compile(base, drafts);
  const at = (agreement: string) =>
    compilation.rows.filter((row) => row.agreement === agreement).map(({ base: block }) => block?.node.textContent);
  expect(at("conflict")).toEqual([one]);
  expect(at("overlap")).toEqual([two]);
  for (const { source, current } of drafts) {
    const options = compilation.rows.flatMap((row) => row.options).filter(({ sources }) => sources.includes(source));
    expect(options.length).toBe(compilation.sources.find((each) => each.source === source)?.changed);
    expect(blocksAfter(compilation, takeAllOf(source)).map(blockText)).toEqual(
      blocksOf(current).map(({ node }) => blockText(node)),
    );
    const theirs = compilation.rows.filter((row) => row.options.some((each) => each.sources.includes(source)));
    const decision = { rows: theirs.map(rowName), choice: "take" as const, sources: [source], by: "", at: "" };
    const made = consolidatedText({ compilation, policy: "renumber" }, [decision]);
    made.check();
    expect(blocksOf(made).map(({ node, path }) => `${path.join(" ")} ${blockText(node)}`)).toEqual(
      blocksOf(current).map(({ node, path }) => `${path.join(" ")} ${blockText(node)}`),
    );
  }
  // What does not conflict goes together in one step, and only the planted conflict is left to decide.
  const agreed = rowsToDecide(compilation).filter(({ agreement }) => agreement !== "conflict");
  const all = { rows: agreed.map(rowName), choice: "all" as const, sources: [], by: "", at: "" };
  expect(rowsToDecide(compilation).filter((row) => !standings(compilation, [all]).has(row))).toHaveLength(1);
  const merged = blocksOf(consolidatedText({ compilation, policy: "renumber" }, [all])).map(({ node }) =>
    blockText(node),
  );
  expect(merged.some((line) => line.includes("troisièmement") && line.includes("quatrièmement"))).toBe(true);
  expect(merged.join("\n")).not.toMatch(/premièrement|deuxièmement/);
});
