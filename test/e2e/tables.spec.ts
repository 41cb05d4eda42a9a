/** Tables and footnotes by keys and menus: rows, columns, header, merging, notes in place; all of it tracked and undone. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { wordPackage } from "../support/word-package";
import { type App, expect, test } from "./app";

const sample = join(__dirname, "../../resources/samples/resolution-en.txt");
const pictures = join(__dirname, "../results/pictures");
const page = (window: Page) => window.locator(".sheet .ProseMirror[role=textbox]");

async function picture({ window }: App, name: string) {
  mkdirSync(pictures, { recursive: true });
  await window.screenshot({ path: join(pictures, `${name}.png`) });
}

/** Takes back one edit after the other, until nothing differs from the base; the counts lag behind the page. */
const undoAll = (window: Page, undone = async () => {}) =>
  expect(async () => {
    await window.keyboard.press("Control+z");
    await undone();
    await expect(window.getByTestId("counts")).toHaveText("No change against the base", { timeout: 500 });
  }).toPass({ timeout: 45_000 });

test("a table is put in, filled, grown, merged and taken out again", async ({ launch }) => {
  test.setTimeout(120_000);
  const app = await launch({ file: sample });
  const { window } = app;
  await page(window).locator(".section .block.item > p").last().click();
  await window.keyboard.press("End");
  const tables = page(window).locator("table");
  // The annex has one already.
  const others = await tables.count();
  await app.chooseMenuItem("insertTable");
  await expect(tables).toHaveCount(others + 1);
  const rows = tables.first().locator("tr");
  const first = await rows.count();
  const wide = await rows.first().locator("td, th").count();
  for (const words of ["Region", "Centres", "Africa", "Four"]) {
    await window.keyboard.insertText(words);
    await window.keyboard.press("Tab");
  }
  await expect(rows.first()).toContainText("Region");
  await window.keyboard.press("Alt+Shift+ArrowDown");
  await expect(rows).toHaveCount(first + 1);
  await window.keyboard.press("Alt+Shift+ArrowRight");
  await expect(rows.first().locator("td, th")).toHaveCount(wide + 1);
  await app.chooseMenuItem("toggleHeaderRow");
  const headed = await rows.first().locator("th").count();
  await app.chooseMenuItem("toggleHeaderRow");
  await expect(rows.first().locator("th")).toHaveCount(headed === 0 ? wide + 1 : 0);
  if (headed > 0) await app.chooseMenuItem("toggleHeaderRow");
  // The tools of a table stand in the toolbar while the caret is in one.
  await expect(window.getByTestId("menu-table")).toBeVisible();
  await picture(app, "table");
  // Two cells selected by keys become one, and two again.
  await rows.nth(1).locator("td, th").first().click();
  await window.keyboard.press("Shift+ArrowRight");
  for (let step = 0; (await page(window).locator(".selectedCell").count()) < 2 && step < 12; step++) {
    await window.keyboard.press("Shift+ArrowRight");
  }
  await app.chooseMenuItem("mergeCells");
  await expect(rows.nth(1).locator("td[colspan='2'], th[colspan='2']")).toHaveCount(1);
  await app.chooseMenuItem("splitCell");
  await expect(rows.nth(1).locator("[colspan='2']")).toHaveCount(0);
  await window.keyboard.press("Alt+Shift+Backspace");
  await expect(rows).toHaveCount(first);
  await window.keyboard.press("Alt+Shift+Delete");
  await expect(rows.first().locator("td, th")).toHaveCount(wide);
  await expect(window.locator(".change-row").first()).toBeVisible();
  await app.chooseMenuItem("deleteTable");
  await expect(tables).toHaveCount(others);
  await undoAll(window, () => expect(tables).toHaveCount(others, { timeout: 500 }));
});

test("columns share the page as those of the Word file do, and go on so when one comes or goes", async ({ launch }) => {
  const folder = mkdtempSync(join(tmpdir(), "resdraft-columns-"));
  const file = join(folder, "columns.docx");
  const row = (...texts: string[]) =>
    `<w:tr>${texts.map((text) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`).join("")}</w:tr>`;
  const grid = [1000, 5000, 2000].map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  const table = `<w:tbl><w:tblGrid>${grid}</w:tblGrid>${row("Question", "Title of the Question", "Status")}${row("Q1/1", "Definition of terms used in connection with the Union and its Sectors", "Continued")}</w:tbl>`;
  writeFileSync(file, wordPackage(`<w:p><w:r><w:t>Questions of the study period</w:t></w:r></w:p>${table}<w:p/>`));
  try {
    const app = await launch({ file });
    const { window } = app;
    const cells = page(window).locator("table tr").first().locator("td, th");
    const shares = async () => {
      const widths = await cells.evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().width));
      const whole = widths.reduce((sum, width) => sum + width, 0);
      return widths.map((width) => Math.round((width / whole) * 100));
    };
    await expect.poll(shares).toEqual([13, 63, 25]);
    await picture(app, "table columns");
    await cells.nth(2).click();
    await window.keyboard.press("Alt+Shift+ArrowRight");
    await expect.poll(shares).toEqual([10, 50, 20, 20]);
    await picture(app, "table columns, one more");
    await window.keyboard.press("Control+z");
    await expect.poll(shares).toEqual([13, 63, 25]);
    await cells.nth(1).click();
    await window.keyboard.press("Alt+Shift+Delete");
    await expect.poll(shares).toEqual([33, 67]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a note is put in, written, given a mark by hand, and its reference followed", async ({ launch }) => {
  const app = await launch({ file: sample });
  const { window } = app;
  const notes = page(window).locator(".block.footnote");
  const item = page(window).locator(".section .block.item > p").nth(2);
  await item.click();
  const before = await notes.count();
  await window.keyboard.press("End");
  await window.keyboard.press("ArrowLeft");
  await window.keyboard.press("Control+Alt+f");
  await expect(notes).toHaveCount(before + 1);
  await window.keyboard.insertText("As agreed in the committee.");
  const note = notes.filter({ hasText: "As agreed" });
  await expect(note.locator("> p")).toHaveAttribute("data-label", "1");
  await expect(note.locator(".insertion").first()).toBeVisible();
  await window.keyboard.press("F2");
  await note.locator(".label-field").fill("*");
  await window.keyboard.press("Enter");
  await expect(note.locator("> p")).toHaveAttribute("data-label", "*");
  await expect(page(window).locator(".section sup.footnoteReference").first()).toHaveText("*");
  await window.keyboard.press("Alt+Enter");
  await window.keyboard.insertText(" here");
  await expect(page(window).locator(".section .block.item").nth(2)).toContainText("here");
  await picture(app, "footnote");
  await undoAll(window);
  await expect(notes).toHaveCount(before);
});

test("a table off screen is not laid out, yet a screen reader hears its cells and a walk with the keyboard reaches it", async ({
  launch,
}) => {
  const app = await launch({ file: sample });
  const { window } = app;
  const frame = page(window).locator(".table-frame");
  await expect(frame).toHaveCount(1);
  await expect(frame).toHaveCSS("content-visibility", "auto");
  await expect(frame).not.toBeInViewport();
  const devtools = await window.context().newCDPSession(window);
  const heard = async () => {
    const { nodes } = await devtools.send("Accessibility.getFullAXTree");
    return nodes.filter(({ ignored }) => !ignored).map(({ name }) => String(name?.value ?? ""));
  };
  await expect.poll(heard).toContain("Beginning and end of sharing on each day of the week, in local time");
  // Its height was a guess; the end of the text is the end all the same.
  await page(window).locator(".section .block.item > p").last().click();
  await window.keyboard.press("Control+End");
  await expect(page(window).locator(".block").last()).toBeInViewport();
  await frame.locator("td, th").first().scrollIntoViewIfNeeded();
  await expect(frame).toBeInViewport();
  await expect(frame.getByText("Beginning and end of sharing")).toBeVisible();
});
