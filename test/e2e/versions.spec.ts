/** Two language versions in the window, aligned by structure, each in its own direction. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./app";
import { stumbles } from "./axe";

const samples = join(__dirname, "../../resources/samples");
const by = (window: Page, name: string) => window.locator(`[data-testid="${name}"]`);

test("a Russian and an Arabic version: what one changes and the other does not", async ({ launch }, info) => {
  const first = await launch();
  const arabic = join(first.folder, "arabic.txt");
  writeFileSync(arabic, readFileSync(join(samples, "resolution-ar.txt")));
  await first.close();
  const app = await launch({ file: join(samples, "resolution-ru.txt") });
  const { window } = app;
  await window.locator(".sheet .ProseMirror .item").first().waitFor();
  await app.answerOpenDialog(arabic);
  await app.chooseMenuItem("openVersion");
  await expect(by(window, "versions")).toBeVisible();
  await expect(by(window, "versions-count")).toHaveText("Provisions that the two versions do not change alike: 0");

  // Back in the text, one item is changed.
  await window.keyboard.press("Control+1");
  await window.locator(".sheet .ProseMirror .item").first().click();
  await window.keyboard.press("End");
  await window.keyboard.press("ArrowLeft");
  await window.keyboard.type(" и других резолюций");
  await expect(by(window, "counts")).toContainText("Modified: 1");
  await window.keyboard.press("Control+6");
  await expect(by(window, "versions-count")).toHaveText("Provisions that the two versions do not change alike: 1");
  await expect(by(window, "versions").locator(".version-note")).toContainText(
    "modified in Russian, no change in Arabic",
  );
  await expect(by(window, "versions").locator('[dir="rtl"]').first()).toBeVisible();
  expect(await stumbles(window, "versions", '[data-testid="versions"]')).toEqual([]);
  await window.screenshot({ path: info.outputPath("versions.png") });
  await by(window, "versions-filter").selectOption("differing");
  await expect(by(window, "versions").locator('[role="row"]')).toHaveCount(2);

  await app.answerOpenDialog(join(samples, "resolution-ru.txt"));
  await by(window, "versions-open").click();
  await expect(by(window, "error-sentence")).toContainText("same language");
});
