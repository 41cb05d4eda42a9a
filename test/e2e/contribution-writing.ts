/** How a contribution is written in the flows: by the fields of its form and by keys on the page. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { type App, expect } from "./app";

export const pictures = join(__dirname, "../results/pictures");

export async function picture(app: App, name: string) {
  mkdirSync(pictures, { recursive: true });
  await app.window.screenshot({ path: join(pictures, `contribution-${name}.png`) });
}

export const at = (window: Page, id: string) => window.getByTestId(`contribution-${id}`);

export function block(window: Page, words: string): Locator {
  return window.locator(".ProseMirror .block:not(.struck-block)").filter({ hasText: words }).first();
}

/** Writes over the words of a block. */
export async function writeOver(window: Page, where: Locator, words: string) {
  await where.locator("p").click();
  await window.keyboard.press("Home");
  await window.keyboard.press("Shift+End");
  await window.keyboard.insertText(words);
}

/** The menu tells the window in its own time: what is typed next must find the block that the command makes. */
export async function chooseAndWait(app: App, id: string, makes: string) {
  const blocks = app.window.locator(`.ProseMirror ${makes}`);
  const before = await blocks.count();
  await app.chooseMenuItem(id);
  await expect(blocks).toHaveCount(before + 1);
}

/** Each text in a block of its own; Enter begins the next. */
export async function writeOn(window: Page, lines: readonly string[]) {
  for (const [index, line] of lines.entries()) {
    if (index > 0) await window.keyboard.press("Enter");
    await window.keyboard.insertText(line);
  }
}

/** Gives the item with the caret a label, as a click on the label does. */
export async function relabel(window: Page, where: Locator, label: string) {
  const place = await where.locator("p").boundingBox();
  if (!place) throw new Error("The item is not on the screen.");
  await where.click({ position: { x: 85, y: 12 } });
  await where.locator(".label-field").fill(label);
  await window.keyboard.press("Enter");
}
