/** LibreOffice reads a contribution with proposals of every kind: the right lines in the right styles, and one change. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Language } from "../../shared/model/document";
import { blocksOf, blockText } from "../../shared/schema/blocks";
import { contribution, writtenContribution } from "../support/contribution";
import { judge, type Verdict } from "./office";

const languages: Language[] = ["ar", "zh", "en", "fr", "ru", "es"];
const folder = mkdtempSync(join(tmpdir(), "resdraft-contribution-"));
const states = languages.map((language) => contribution(language));
let verdicts: Verdict[];

beforeAll(async () => {
  const paths = languages.map((language) => join(folder, `${language}.docx`));
  for (const [index, path] of paths.entries()) writeFileSync(path, writtenContribution(states[index]!));
  verdicts = await judge(paths);
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(languages)("a contribution in %s", (language) => {
  const verdict = verdicts[languages.indexOf(language)]!;
  const { doc } = states[languages.indexOf(language)]!;
  const flat = (text: string) => text.replace(/\s+/gu, " ").trim();
  const body = verdict.accepted.filter(({ where, text }) => where.startsWith("body") && flat(text) !== "");
  expect(body.slice(0, 9).map(({ style }) => style)).toEqual([
    "LOGO",
    "Logo-1",
    "Adress",
    "Adress",
    "Adress",
    "Adress",
    "Source",
    "Title 1",
    "Agenda_item",
  ]);
  const opening = body.filter(({ style }) => style === "Proposal").map(({ text }) => flat(text));
  expect(opening).toEqual(["MOD ACP/42A1/1", "ADD ACP/42A1/2", "SUP ACP/42A1/3", "NOC ACP/42A1/4", "NOC ACP/42A1/5"]);
  expect(body.filter(({ style }) => style === "Reasons")).toHaveLength(5);
  expect(body.filter(({ style }) => style === "Res_No")).toHaveLength(5);
  const expected = blocksOf(doc)
    .filter(({ containers }) => !containers.includes("footnotes"))
    .map(({ node }) => flat(blockText(node).replace(/\[\^([^\]]*)\]/gu, "$1")))
    .filter((text) => text !== "");
  const texts = body.filter(({ style }) => style !== "Proposal").map(({ text }) => flat(text));
  expect(texts).toEqual(expected);
  expect(verdict.changes.map(({ type, text }) => [type, text?.trim()])).toEqual([["Insert", "42"]]);
});
