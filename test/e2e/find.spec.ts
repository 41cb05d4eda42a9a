/** Words found and replaced with real keys: the bar, the marks on the page, the count, and one step of undo. */
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./app";
import { stumbles } from "./axe";

const samples = join(__dirname, "../../resources/samples");
const page = (window: Page) => window.locator(".sheet .ProseMirror[role=textbox]");
const by = (window: Page, name: string) => window.getByTestId(name);

test("words are found from the keyboard, walked, replaced one by one and all at once", async ({ launch }, info) => {
  const { window } = await launch({ file: join(samples, "resolution-en.txt") });
  await page(window).locator(".block.item > p").first().click();
  // Without a pause between the keys: none of the letters reaches the text.
  await window.keyboard.press("Control+f");
  await window.keyboard.type("Opening");
  await expect(by(window, "find-words")).toHaveValue("Opening");
  const found = page(window).locator(".found");
  await expect(found).not.toHaveCount(0);
  const count = await found.count();
  await expect(by(window, "find-count")).toHaveText(new RegExp(` of ${count}$`));
  await window.screenshot({ path: info.outputPath("find.png") });
  await window.keyboard.press("Enter");
  await window.keyboard.press("Shift+Enter");
  await expect(page(window).locator(".found-now")).toHaveText(/opening/i);
  await expect(page(window).locator(".found-now")).toBeInViewport();
  await by(window, "find-case").click();
  await expect(found).toHaveCount(0);
  await expect(by(window, "find-count")).toHaveText("Not found");
  await by(window, "find-case").click();
  await expect(found).toHaveCount(count);
  // Escape leaves the caret at what was found, and typing goes on there.
  await by(window, "find-words").focus();
  await window.keyboard.press("Escape");
  await expect(page(window)).toBeFocused();
  await expect(found).toHaveCount(0);
  await window.keyboard.press("F3");
  await window.keyboard.press("Control+h");
  await expect(by(window, "find-words")).toBeFocused();
  await by(window, "find-replacement").fill("closing");
  await by(window, "find-replacement").press("Enter");
  await expect(page(window)).toContainText("closing");
  await by(window, "find-replace-all").click();
  await expect(by(window, "find-count")).toHaveText("Not found");
  await expect(by(window, "notice").filter({ hasText: `Replaced: ${count - 1}` })).toBeVisible();
  await window.screenshot({ path: info.outputPath("replace.png") });
  expect(await stumbles(window, "find and replace")).toEqual([]);
  await window.keyboard.press("Escape");
  await page(window).focus();
  for (let step = 0; step < 2; step++) await window.keyboard.press("Control+z");
  await expect(by(window, "counts")).toHaveText("No change against the base");
});

test("in Arabic the bar stands the other way round, and is reached from the base view", async ({ launch }, info) => {
  const { window } = await launch({ file: join(samples, "resolution-ar.txt") });
  await expect(page(window)).toBeVisible();
  await window.keyboard.press("Control+,");
  await by(window, "settings-language").selectOption("ar");
  await by(window, "settings-save").click();
  await expect(window.locator("html")).toHaveAttribute("dir", "rtl");
  await window.keyboard.press("Control+3");
  await window.keyboard.press("Control+h");
  await expect(by(window, "find-words")).toBeFocused();
  await window.keyboard.type("أن");
  await expect(page(window).locator(".found")).not.toHaveCount(0);
  await window.screenshot({ path: info.outputPath("find-ar.png") });
});
