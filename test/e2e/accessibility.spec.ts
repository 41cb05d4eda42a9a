/**
 * Axe over every view, every page of the panel and every dialog, light and dark, left to right and right to left:
 * nothing that a reader of the screen would stumble over. The dialogs are opened and left by keys alone.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { menus } from "../../shared/commands";
import { type App, expect, test } from "./app";

const samples = join(__dirname, "../../resources/samples");
const page = (window: Page) => window.locator(".sheet .ProseMirror").first();
const by = (window: Page, name: string) => window.locator(`[data-testid="${name}"]`);

async function violations(window: Page, where: string): Promise<string[]> {
  const found = await new AxeBuilder({ page: window })
    .setLegacyMode(true)
    // Fluent's own markers for moving the focus: hidden and focusable on purpose.
    .exclude("[data-tabster-dummy]")
    .analyze();
  return found.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${where}: ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

/** Every dialog that a key opens, with what tells that it is there. */
const dialogs: [keys: string, name: string][] = [
  ["Control+,", "dialog-settings"],
  ["Control+e", "dialog-export"],
  ["Control+Shift+E", "dialog-handout"],
  ["Control+Shift+P", "dialog-palette"],
  ["Control+Alt+d", "dialog-revise"],
  ["F1", "dialog-shortcuts"],
];

/** Each view, with what tells that it is drawn. */
const views: [command: string, drawn: string][] = [
  ["viewClean", ".view-clean"],
  ["viewBase", ".view-base"],
  ["viewSideBySide", ".beside"],
  ["viewCompilation", '[data-testid="compilation"]'],
  ["viewMarked", ".view-marked"],
];

async function open(app: App) {
  const { window } = app;
  await page(window).locator(".item").first().click();
  await window.keyboard.press("End");
  await window.keyboard.type(" [more / less]");
  await expect(by(window, "bracket-count")).toBeVisible();
  // A note that fades away is between two contrasts.
  await expect(by(window, "notice")).toHaveCount(0, { timeout: 20_000 });
}

for (const theme of ["themeLight", "themeDark"]) {
  test(`views and pages of the panel, ${theme}`, async ({ launch }) => {
    const app = await launch({ file: join(samples, "resolution-en.txt") });
    const { window } = app;
    await open(app);
    await app.chooseMenuItem(theme);
    const wrong: string[] = [];
    const tabs = await window
      .locator('[data-testid^="tab-"]')
      .evaluateAll((all) => all.map(({ dataset }) => dataset.testid!));
    expect(tabs.length).toBeGreaterThan(4);
    for (const tab of tabs) {
      await by(window, tab).click();
      await expect(by(window, tab)).toHaveAttribute("aria-selected", "true");
      wrong.push(...(await violations(window, tab)));
    }
    for (const [command, drawn] of views) {
      await app.chooseMenuItem(command);
      await expect(window.locator(drawn).first()).toBeVisible();
      wrong.push(...(await violations(window, command)));
    }
    expect(wrong).toEqual([]);
  });
}

test("dialogs are opened, read and left by keys", async ({ launch }) => {
  const app = await launch({ file: join(samples, "resolution-en.txt") });
  const { window } = app;
  await open(app);
  const wrong: string[] = [];
  for (const [keys, name] of dialogs) {
    await window.keyboard.press(keys);
    await expect(by(window, name)).toBeVisible();
    await expect(by(window, name).locator(":focus")).toHaveCount(1);
    wrong.push(...(await violations(window, name)));
    await window.keyboard.press("Escape");
    await expect(by(window, name)).toHaveCount(0);
    // The keys are back in the text.
    await expect(page(window)).toBeFocused();
  }
  await app.chooseMenuItem("showAbout");
  await expect(by(window, "dialog-about")).toBeVisible();
  wrong.push(...(await violations(window, "dialog-about")));
  await window.keyboard.press("Escape");
  await window.keyboard.press("Control+w");
  await expect(by(window, "dialog-unsaved")).toBeVisible();
  wrong.push(...(await violations(window, "dialog-unsaved")));
  await window.keyboard.press("Escape");
  expect(wrong).toEqual([]);
});

test("the first screen, an error, and the window in Arabic", async ({ app }) => {
  const { window } = app;
  const wrong = await violations(window, "welcome");
  const path = join(app.folder, "broken.txt");
  writeFileSync(path, Buffer.from([0, 1, 2, 3, 0, 255, 0, 254]));
  await app.answerOpenDialog(path);
  await by(window, "start-openBase").click();
  await expect(by(window, "error-sentence")).toBeVisible();
  wrong.push(...(await violations(window, "error")));
  await window.keyboard.press("Escape");
  await window.keyboard.press("Control+,");
  await by(window, "settings-language").selectOption("ar");
  await by(window, "settings-save").click();
  await expect(window.locator("html")).toHaveAttribute("dir", "rtl");
  // Until the dialog has faded away, the window behind it is hidden from readers.
  await expect(window.locator("#root")).not.toHaveAttribute("aria-hidden", "true");
  wrong.push(...(await violations(window, "welcome in Arabic")));
  expect(wrong).toEqual([]);
});

test("every command of the menus is in the palette, and every key in the list", async ({ launch }) => {
  const app = await launch({ file: join(samples, "resolution-en.txt") });
  const { window } = app;
  await page(window).locator(".item").first().waitFor();
  await window.keyboard.press("F1");
  const keys = await by(window, "dialog-shortcuts").locator("kbd").allTextContents();
  for (const wanted of ["Ctrl+Alt+B", "Ctrl+Alt+A", "Ctrl+F8", "Ctrl+Shift+F8", "Ctrl+Alt+K", "Ctrl+Alt+D", "Ctrl+6"]) {
    expect(keys, wanted).toContain(wanted);
  }
  expect(menus.length).toBeGreaterThan(5);
  await window.keyboard.press("Escape");
  await window.keyboard.press("Control+Shift+P");
  await window.keyboard.type("square");
  await expect(by(window, "dialog-palette").locator(".palette-row").first()).toBeVisible();
});
