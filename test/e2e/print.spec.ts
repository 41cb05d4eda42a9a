/** Printing the page: what reaches the paper is the text with its marks, whole, and nothing of the window. */
import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./app";

test.use({ file: join(__dirname, "../../resources/samples/resolution-en.txt") });
test.skip(
  spawnSync("pdftotext", ["-v"]).error !== undefined,
  "Skipped: needs pdftotext (Debian package poppler-utils).",
);

test("Ctrl+P prints the page in the system's dialog, the page alone", async ({ app }, info) => {
  const { window } = app;
  const item = window.locator(".sheet .ProseMirror .item > p").first();
  await item.click();
  await window.keyboard.press("Home");
  await window.keyboard.type("ZZZ ");
  await expect(item.locator("ins").first()).toBeVisible();
  // The system's dialog would wait for somebody.
  await window.evaluate(() => Object.assign(window, { print: () => Object.assign(window, { printed: true }) }));
  await window.keyboard.press("Control+p");
  expect(await window.evaluate(() => (window as unknown as { printed?: boolean }).printed)).toBe(true);
  await app.chooseMenuItem("viewSideBySide");
  await expect
    .poll(() => app.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("print")?.enabled))
    .toBe(false);
  await app.chooseMenuItem("viewMarked");

  const pdf = info.outputPath("page.pdf");
  const bytes = await app.electron.evaluate(async ({ BrowserWindow }) => {
    const printed = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ preferCSSPageSize: true });
    return printed?.toString("base64") ?? "";
  });
  writeFileSync(pdf, Buffer.from(bytes, "base64"));
  const text = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
  expect(text).toContain("ZZZ");
  const last = (await window.locator(".sheet .ProseMirror p").allTextContents()).at(-1)?.slice(0, 30) ?? "";
  expect(text.replace(/\s+/gu, " ")).toContain(last.trim());
  for (const word of ["Outline", "Changes: ", "Export", "Words: "]) expect(text).not.toContain(word);
  expect(execFileSync("pdfinfo", [pdf], { encoding: "utf8" })).toMatch(/Page size: +59[45](?:\.\d+)? x 84[12]/u);
});
