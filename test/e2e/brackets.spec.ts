/** Unagreed text in the window, by keys and from the list: put, given alternatives and holders, walked, settled, saved. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./app";
import { stumbles } from "./axe";

const samples = join(__dirname, "../../resources/samples");
const page = (window: Page) => window.locator(".sheet .ProseMirror").first();
const by = (window: Page, name: string) => window.locator(`[data-testid="${name}"]`);

/** Selects words of the page as a person does who goes to the first and extends the selection. */
async function selectWords(window: Page, words: string) {
  await page(window).click();
  await page(window).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? "").indexOf(wanted);
      if (at >= 0) {
        getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
        return;
      }
    }
    throw new Error(`No "${wanted}" on the page.`);
  }, words);
  await expect.poll(() => window.evaluate(() => getSelection()?.toString())).toBe(words);
}

test("words are bracketed, alternatives held, walked and agreed on", async ({ launch }, info) => {
  const app = await launch({ file: join(samples, "resolution-en.txt") });
  const { window } = app;
  await selectWords(window, "opening hours");
  await window.keyboard.press("Control+Alt+b");
  await expect(page(window)).toContainText("[opening hours]");
  await expect(by(window, "bracket-count")).toHaveText("In brackets: 1");
  await window.keyboard.press("Control+Alt+a");
  await window.keyboard.type("days of rest");
  await expect(page(window)).toContainText("[opening hours / days of rest]");
  await expect(by(window, "counts")).toContainText("Modified: 1");

  await by(window, "bracket-count").click();
  const list = by(window, "brackets");
  await expect(list.locator(".bracket-alternative")).toHaveCount(2);
  await by(window, "holders").nth(0).fill("EUR");
  await window.keyboard.press("Enter");
  await by(window, "holders").nth(1).fill("RCC, USA");
  await window.keyboard.press("Enter");
  await expect(page(window).locator('.held[data-by="RCC, USA"]')).toHaveCount(1);
  await expect(by(window, "counts")).toContainText("Modified: 1");
  expect(await stumbles(window, "brackets", ".side-panel", ".status-bar")).toEqual([]);
  await window.screenshot({ path: info.outputPath("brackets.png") });

  const draft = join(app.folder, "draft.resdraft");
  await app.answerSaveDialog(draft);
  await window.keyboard.press("Control+s");
  await expect(by(window, "saved-state")).toHaveAttribute("data-saved", "saved");
  await app.close();

  const again = await launch({ file: draft });
  const { window: second } = again;
  await expect(page(second).locator('.held[data-by="EUR"]')).toHaveCount(1);
  await page(second).click();
  await second.keyboard.press("Control+F8");
  await expect.poll(() => second.evaluate(() => getSelection()?.toString())).toContain("days of rest");
  await by(second, "tab-brackets").click();
  await by(second, "keep-alternative").nth(1).click();
  await expect(page(second)).toContainText("days of rest");
  await expect(page(second).locator(".unagreed")).toHaveCount(0);
  await expect(by(second, "bracket-count")).toHaveCount(0);
  // The words of the base are struck, the others stand for them.
  await expect(page(second).locator(".deletion", { hasText: "opening hours" })).toHaveCount(1);
  await page(second).click();
  await second.keyboard.press("Control+z");
  await expect(by(second, "bracket-count")).toHaveText("In brackets: 1");
});

test("Arabic unagreed text, a bracket without partner, and a provision dropped", async ({ launch }, info) => {
  const first = await launch();
  const file = join(first.folder, "bracketed.txt");
  const lines = readFileSync(join(samples, "resolution-ar.txt"), "utf8").split("\n");
  const items = lines.flatMap((line, at) => (/^\S+( \))?\t/u.test(line) && line.includes("؛") ? [at] : []));
  const [whole, open] = items as [number, number];
  lines[whole] = lines[whole]!.replace(/\t(.*)$/u, "\t[$1]");
  lines[open] = lines[open]!.replace("\t", "\t[");
  writeFileSync(file, lines.join("\n"));
  await first.close();
  const { window } = await launch({ file });
  await expect(by(window, "bracket-count")).toContainText("unpaired: 1");
  await by(window, "bracket-count").click();
  await expect(by(window, "brackets").locator("[data-unpaired]")).toHaveCount(1);
  await window.screenshot({ path: info.outputPath("brackets-ar.png") });
  await by(window, "drop-brackets").first().click();
  await expect(by(window, "counts")).toContainText("Suppressed: 1");
  await expect(by(window, "brackets").locator(".bracket-row")).toHaveCount(0);
});
