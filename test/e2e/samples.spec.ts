/** The samples of all six languages in the window, revised by keys: marks, labels and direction as their readers expect. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "@playwright/test";
import { expect, test } from "./app";

const samples = join(__dirname, "../../resources/samples");
const pictures = join(__dirname, "../results/pictures");

/** The label that is expected for the second, new item, and words to type. */
const languages = [
  { language: "en", label: "b)", words: "for all" },
  { language: "fr", label: "b)", words: "pour tous" },
  { language: "es", label: "b)", words: "para todos" },
  { language: "ru", label: "b)", words: "для всех" },
  { language: "zh", label: "b)", words: "面向所有人" },
  { language: "ar", label: "ب)", words: "للجميع" },
];

const left = async (place: Locator) => (await place.boundingBox())!.x;

test("each sample is revised, mirrored where it is written so, and its labels follow", async ({ launch }) => {
  test.setTimeout(300_000);
  mkdirSync(pictures, { recursive: true });
  const app = await launch({ file: join(samples, "resolution-en.txt") });
  const { window } = app;
  const page = window.locator(".sheet .ProseMirror[role=textbox]");
  for (const { language, label, words } of languages) {
    if (language !== "en") {
      await app.answerOpenDialog(join(samples, `resolution-${language}.txt`));
      await window.keyboard.press("Control+Shift+O");
      await window.getByTestId("unsaved-discard").click();
    }
    await expect(window.locator(".sheet").first()).toHaveAttribute("lang", language);
    const items = page.locator(".section .block.item:not(.struck-block)");
    const before = await items.count();
    const first = items.first().locator("> p");
    // Behind the last word, wherever the item's last line ends.
    const { width, height } = (await first.boundingBox())!;
    await first.click({ position: { x: language === "ar" ? 3 : width - 3, y: height - 4 } });
    await window.keyboard.press("End");
    await window.keyboard.press("Enter");
    await window.keyboard.insertText(words);
    await expect(items).toHaveCount(before + 1);
    await expect(items.nth(1).locator("> p")).toHaveAttribute("data-label", label);
    // The item that followed shows its old label struck beside the new one.
    await expect(items.nth(2).locator("> p")).toHaveAttribute("data-before", label);
    await expect(page.locator(".insertion").filter({ hasText: words })).toBeVisible();
    await items.last().locator("> p").click();
    await window.keyboard.press("Home");
    await window.keyboard.press("Shift+ArrowDown");
    await window.keyboard.press("Delete");
    await expect(page.locator("del").first()).toBeVisible();
    const rtl = language === "ar";
    await expect(window.locator(".sheet").first()).toHaveAttribute("dir", rtl ? "rtl" : "ltr");
    // Labels stand where reading begins: the column of the text lies behind them.
    const paper = (await window.locator(".sheet").first().boundingBox())!;
    const text = await items.nth(1).locator(".insertion").first().boundingBox();
    const begins = rtl
      ? paper.x + paper.width - (text!.x + text!.width)
      : (await left(items.nth(1).locator(".insertion").first())) - paper.x;
    expect(begins).toBeLessThan(paper.width / 3);
    await window.keyboard.press("Control+Home");
    await expect(window.getByTestId("counts")).toContainText(/\d/u);
    await window.screenshot({ path: join(pictures, `sample-${language}.png`) });
  }
});
