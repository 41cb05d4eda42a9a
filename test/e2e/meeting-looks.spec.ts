/**
 * The views for meetings as they are looked at: narrow and wide, magnified, dark, from right to left. What can be
 * measured is: nothing is cut off sideways, and what the bar offers is on screen.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { type App, expect, test } from "./app";

const sample = (language: string) => join(__dirname, `../../resources/samples/resolution-${language}.txt`);
const by = (window: Page, name: string) => window.locator(`[data-testid="${name}"]`);

async function resize({ electron, window }: App, width: number, height: number, zoom = 1): Promise<void> {
  await electron.evaluate(
    ({ BrowserWindow }, given) => {
      const editor = BrowserWindow.getAllWindows().find((each) => !each.isDestroyed());
      editor?.setContentSize(given.width, given.height);
      editor?.webContents.setZoomFactor(given.zoom);
    },
    { width, height, zoom },
  );
  await expect.poll(() => window.evaluate(() => innerWidth)).toBe(Math.round(width / zoom));
}

/** Edits two items and says something about one of them. */
async function prepare({ window }: App): Promise<void> {
  const item = (index: number) => window.locator('.sheet .ProseMirror [data-block="item"] > p').nth(index);
  await item(1).click();
  await window.keyboard.type(" XXX ");
  await expect(item(1)).toContainText("XXX");
  await item(4).click();
  await window.keyboard.press("Home");
  await window.keyboard.press("Shift+End");
  await window.keyboard.press("Delete");
  await item(2).click();
  await window.keyboard.press("Control+Alt+m");
  await by(window, "comment-words").fill("2030?");
  await by(window, "comment-say").click();
  await expect(by(window, "thread")).toHaveCount(1);
}

/** A picture of the window as the screen has it, whatever its zoom. */
async function picture({ electron }: App, path: string): Promise<void> {
  const png = await electron.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return image?.toPNG().toString("base64") ?? "";
  });
  writeFileSync(path, Buffer.from(png, "base64"));
}

const overflows = (window: Page) =>
  window.evaluate(() =>
    [...document.querySelectorAll(".beside-bar, .beside-scroll, .side-panel, .panel-page, .workplace")]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map(({ className }) => className),
  );

for (const { name, language, width, height, zoom, theme } of [
  { name: "narrow", language: "en", width: 1280, height: 800, zoom: 1, theme: "themeLight" },
  { name: "wide", language: "en", width: 1920, height: 1080, zoom: 1, theme: "themeLight" },
  { name: "magnified", language: "en", width: 1280, height: 800, zoom: 2, theme: "themeLight" },
  { name: "dark", language: "fr", width: 1600, height: 900, zoom: 1, theme: "themeDark" },
  { name: "right-to-left", language: "ar", width: 1600, height: 900, zoom: 1, theme: "themeLight" },
]) {
  test(`side by side and comments, ${name}`, async ({ launch }, info) => {
    const app = await launch({ file: sample(language) });
    const { window } = app;
    await expect(window.locator(".sheet .ProseMirror").first()).toBeVisible();
    if (language === "ar") {
      await window.evaluate(() =>
        (globalThis as unknown as { host: { writeSettings(change: object): Promise<unknown> } }).host.writeSettings({
          language: "ar",
        }),
      );
      await window.reload();
      await expect(by(window, "welcome")).toBeVisible();
      await app.answerOpenDialog(sample(language));
      await app.chooseMenuItem("openBase");
      await expect(window.locator(".sheet .ProseMirror").first()).toBeVisible();
    }
    const notice = by(window, "notice").first();
    await expect(notice).toBeVisible();
    const [told, bar] = [await notice.boundingBox(), await window.locator(".status-bar").boundingBox()];
    expect(told?.y, "the notice covers no word of the text").toBeGreaterThanOrEqual((bar?.y ?? 0) - 1);
    await app.chooseMenuItem(theme);
    await prepare(app);
    await resize(app, width, height, zoom);
    await picture(app, info.outputPath(`comments-${name}.png`));
    expect(await overflows(window)).toEqual([]);
    await app.chooseMenuItem("viewSideBySide");
    await expect(by(window, "side-by-side")).toBeVisible();
    await by(window, "beside-fold").check();
    await expect(window.locator(".fold-row").first()).toBeVisible();
    for (const part of ["find", "fold", "filter", "section", "author", "columns"]) {
      await expect(by(window, `beside-${part}`)).toBeInViewport();
    }
    await picture(app, info.outputPath(`side-by-side-${name}.png`));
    expect(await overflows(window)).toEqual([]);
    await app.chooseMenuItem("exportHandout");
    await expect(by(window, "handout-write")).toBeInViewport();
    // It fades in: a picture before would show half a dialog.
    await expect(window.getByRole("dialog")).toHaveCSS("opacity", "1");
    await picture(app, info.outputPath(`handouts-${name}.png`));
  });
}
