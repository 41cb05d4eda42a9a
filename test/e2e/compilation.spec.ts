/** Proposals of others laid beside the open draft: agreement by provision, refusals, and the same with the draft's next edit. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./app";

const root = join(__dirname, "../..");
const sample = join(root, "resources/samples/resolution-en.txt");
const by = (window: Page, name: string) => window.locator(`[data-testid="${name}"]`);

/** A draft on the sample, in which some words are replaced by others. */
function draftOf(folder: string, name: string, words: string, others: string): string {
  const revised = join(folder, `${name}.txt`);
  const out = join(folder, `${name}.resdraft`);
  const text = readFileSync(sample, "utf8");
  if (!text.includes(words)) throw new Error(`The sample does not say: ${words}`);
  writeFileSync(revised, text.replace(words, others));
  const made = spawnSync(process.execPath, [join(root, "out/cli.js"), "compare", sample, revised, "-o", out]);
  if (made.status !== 0) throw new Error(String(made.stderr));
  return out;
}

/** The words of a table that stand on two lines, those with a hyphen of their own left out. */
function brokenWords(table: HTMLElement | SVGElement): string[] {
  const broken: string[] = [];
  const texts = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (!text.parentElement?.closest(".beside-cell .block")) continue;
    for (const { index, 0: word } of text.nodeValue?.matchAll(/\p{L}+/gu) ?? []) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) broken.push(word);
    }
  }
  return broken;
}

test("two proposals and the open draft, provision by provision", async ({ launch }, info) => {
  const app = await launch({ file: sample });
  const { window, folder } = app;
  await expect(window.locator(".sheet .ProseMirror").first()).toBeVisible();
  await app.answerOpenDialog(
    draftOf(folder, "one", "one tenth", "one fifth"),
    draftOf(folder, "two", "one tenth", "one half"),
    sample,
  );
  await app.chooseMenuItem("addProposal");
  await expect(by(window, "compilation")).toBeVisible();
  const rows = window.getByRole("grid").locator("[role=row][data-agreement]");
  await expect(rows.filter({ has: window.locator(".option") })).toHaveCount(1);
  await expect(rows.locator(".chip-one")).toHaveCount(1);
  await by(window, "compilation-add").click();
  await expect(rows.locator(".chip-conflict")).toHaveCount(1);
  await expect(rows.locator(".option")).toHaveCount(2);
  await expect(rows.locator(".option").nth(1).locator("ins")).toHaveText(/half/);
  await expect(by(window, "compilation-counts")).toContainText("two");
  // However large the letters, no word is broken: the table grows wider than the window.
  await window.screenshot({ path: info.outputPath("compilation.png") });
  for (const _step of [1.1, 1.25, 1.5, 1.75, 2, 2.5]) await app.chooseMenuItem("zoomIn");
  const desk = by(window, "compilation");
  await expect.poll(() => desk.evaluate((each) => each.style.getPropertyValue("--beside-zoom"))).toBe("2.5");
  expect(await desk.evaluate(brokenWords)).toEqual([]);
  await window.screenshot({ path: info.outputPath("compilation-250.png") });
  await app.chooseMenuItem("zoomReset");
  await by(window, "compilation-filter").selectOption("same");
  await expect(rows).toHaveCount(0);
  // A text without changes is no proposal, and what is shown stays.
  await by(window, "compilation-add").click();
  await expect(by(window, "error-sentence")).toContainText("holds no changes");
  await window.keyboard.press("Escape");
  await expect(by(window, "compilation")).toBeVisible();
});
