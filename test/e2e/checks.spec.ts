/** The drafting checks in the window: found, shown on the page, put right, switched off and saved as such. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./app";
import { stumbles } from "./axe";

const samples = join(__dirname, "../../resources/samples");
const page = (window: Page) => window.locator(".sheet .ProseMirror").first();
const by = (window: Page, name: string) => window.locator(`[data-testid="${name}"]`);
const rows = (window: Page) => by(window, "checks").locator(".check-row");

test("defects are listed, marked on the page, put right and switched off", async ({ launch }, info) => {
  const first = await launch();
  const file = join(first.folder, "planted.txt");
  const text = readFileSync(join(samples, "resolution-en.txt"), "utf8");
  writeFileSync(file, text.replace("opening hours;", "opening hours").replace("read aloud by", "read aloud by by"));
  await first.close();
  const app = await launch({ file });
  const { window } = app;

  await by(window, "tab-checks").click();
  await expect(rows(window)).toHaveCount(2);
  await expect(rows(window).first()).toContainText("the end mark is missing");
  await expect(page(window).locator('[data-finding="warning"]')).toHaveCount(2);
  await expect(page(window).locator(".finding-warning", { hasText: "by by" })).toHaveCount(1);
  expect(await stumbles(window, "checks", ".side-panel")).toEqual([]);
  await window.screenshot({ path: info.outputPath("checks.png") });
  // The count is to be seen, and no line is wider than the panel.
  const count = by(window, "tab-checks").locator(".tab-count");
  await expect(count).toHaveAttribute("data-count", "2");
  await expect(by(window, "tab-checks").locator(".fui-Tab__icon")).toHaveCSS("overflow", "visible");
  const { scrollWidth, clientWidth } = await by(window, "checks").evaluate((list) => list);
  expect(scrollWidth).toBe(clientWidth);

  await rows(window).first().getByTestId("put-right").click();
  await expect(rows(window)).toHaveCount(1);
  await expect(page(window)).toContainText("opening hours;");
  await expect(by(window, "counts")).toContainText("Modified: 1");

  await rows(window).first().getByTestId("switch-off").click();
  await expect(rows(window)).toHaveCount(0);
  await expect(by(window, "checks")).toContainText("Doubled words");
  await expect(page(window).locator("[data-finding]")).toHaveCount(0);

  const draft = join(app.folder, "draft.resdraft");
  await app.answerSaveDialog(draft);
  await window.keyboard.press("Control+s");
  await expect(by(window, "saved-state")).toHaveAttribute("data-saved", "saved");
  await app.close();

  const again = await launch({ file: draft });
  await by(again.window, "tab-checks").click();
  await expect(by(again.window, "checks")).toContainText("Doubled words");
  await by(again.window, "checks").getByRole("button", { name: "Check again: Doubled words" }).click();
  await expect(rows(again.window)).toHaveCount(1);
  // The same by keys, from the list of all rules.
  await by(again.window, "rules").locator("summary").focus();
  await again.window.keyboard.press("Enter");
  const tick = by(again.window, "rule-doubledWords");
  await expect(tick).toBeChecked();
  await tick.focus();
  await again.window.keyboard.press("Space");
  await expect(rows(again.window)).toHaveCount(0);
  await expect(by(again.window, "checks")).toContainText("Not checked in this document");
});

test("a click on a finding selects its words, and typing on makes it go", async ({ launch }) => {
  const first = await launch();
  const file = join(first.folder, "planted.txt");
  const text = readFileSync(join(samples, "resolution-ar.txt"), "utf8");
  writeFileSync(file, text.replace('المشتركة"؛', 'المشتركة";'));
  await first.close();
  const { window } = await launch({ file });
  await by(window, "tab-checks").click();
  await expect(rows(window)).toHaveCount(1);
  await rows(window).first().locator(".change-go").click();
  await expect(page(window)).toBeFocused();
  await window.keyboard.type("؛");
  await expect(rows(window)).toHaveCount(0);
});

test("a reference to a section follows its call, and an item without label has a place", async ({ launch }, info) => {
  const { window } = await launch({ file: join(__dirname, "../fixtures/phrases/resolution-fr.txt") });
  const block = (words: string) => page(window).locator(".block:not(.struck-block)").filter({ hasText: words }).first();
  await block("les réparations en hiver").locator("p").click();
  await expect(by(window, "caret-path")).toHaveText("décide 2, second dash");

  await block("considérant en outre").locator("p").click();
  await window.keyboard.press("Home");
  await window.keyboard.press("Shift+End");
  await window.keyboard.type("reconnaissant");
  await by(window, "tab-checks").click();
  const cited = "considérant en outre ci-dessus";
  const row = rows(window).filter({ hasText: cited });
  await expect(row).toContainText(
    'cites a section whose call is now "reconnaissant" instead of "considérant en outre"',
  );
  await window.screenshot({ path: info.outputPath("section-reference.png") });
  await row.getByTestId("put-right").click();
  await expect(block("d'étudier les questions décrites au")).toContainText("reconnaissant ci-dessus");
  await expect(row).toHaveCount(0);

  await page(window).press("Control+z");
  await expect(row).toHaveCount(1);
});
