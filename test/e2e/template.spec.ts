/** An export into a Word file that the user names: chosen in the dialog, remembered, and its missing styles told. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { wordPackage } from "../support/word-package";
import { expect, test } from "./app";

const pictures = join(__dirname, "../results/template");
const by = (window: Page, name: string) => window.locator(`[data-testid="${name}"]`);
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const base = wordPackage(
  ["RESOLUTION 7 (Place, 2030)", "Sharing of readings", "The Council,", "considering", "that readings are kept."]
    .map(paragraph)
    .concat("<w:p><m:oMath><m:r><m:t>h</m:t></m:r></m:oMath></w:p>")
    .join(""),
);
const house = wordPackage("<w:p/>", {
  styles: '<w:style w:type="paragraph" w:styleId="c7"><w:name w:val="CALL"/></w:style>',
});

async function writeAs(window: Page, name: string): Promise<void> {
  await window.keyboard.press("Control+e");
  await expect(by(window, "dialog-export")).toBeVisible();
  await by(window, "export-write").scrollIntoViewIfNeeded();
  await window.screenshot({ path: join(pictures, `${name}.png`) });
  await by(window, "export-write").click();
  await expect(by(window, "notice").filter({ hasText: `Exported to ${name}.docx` })).toBeVisible({ timeout: 60_000 });
}

test.setTimeout(180_000);

test("the dialog offers the base's own file, the program's template and another one", async ({ launch }) => {
  const start = await launch();
  const [file, template] = [join(start.folder, "base.docx"), join(start.folder, "house.dotx")];
  writeFileSync(file, base);
  writeFileSync(template, house);
  await start.close();
  const app = await launch({ file });
  const { window } = app;
  mkdirSync(pictures, { recursive: true });
  await expect(window.locator(".sheet")).toContainText("that readings are kept");
  const out = (name: string) => join(app.folder, `${name}.docx`);
  await app.answerSaveDialog(out("own-file"), out("house"), out("again"));

  await writeAs(window, "own-file");

  await app.answerOpenDialog(null, template);
  await window.keyboard.press("Control+e");
  await expect(by(window, "template-source")).toBeChecked();
  await expect(by(window, "export-objects")).toHaveCount(0);
  await by(window, "template-other").click();
  // Cancelled: what was chosen stays.
  await expect(by(window, "template-source")).toBeChecked();
  await by(window, "template-other").click();
  await expect(by(window, "template-other")).toBeChecked();
  await expect(by(window, "dialog-export")).toContainText("house.dotx");
  // Only the base's own file can hold its equation: said before anything is written, and again when it is.
  await by(window, "export-objects").scrollIntoViewIfNeeded();
  await expect(by(window, "export-objects")).toContainText("equations");
  await window.screenshot({ path: join(pictures, "chosen.png") });
  await by(window, "export-write").click();
  await expect(by(window, "notice").filter({ hasText: /The template has no style for: .*Res_No/ })).toBeVisible({
    timeout: 60_000,
  });
  await window.screenshot({ path: join(pictures, "missing.png") });
  const document = strFromU8(unzipSync(readFileSync(out("house")))["word/document.xml"] as Uint8Array);
  expect(document).toContain('<w:pStyle w:val="c7"/>');

  // The next export remembers the name of the template, and still offers the base's own file first.
  await window.keyboard.press("Control+e");
  await expect(by(window, "template-source")).toBeChecked();
  await expect(by(window, "dialog-export")).toContainText("house.dotx");
  await by(window, "template-own").click();
  await by(window, "export-write").click();
  await expect(by(window, "notice").filter({ hasText: "Exported to again.docx" })).toBeVisible({ timeout: 60_000 });
  expect(strFromU8(unzipSync(readFileSync(out("again")))["word/document.xml"] as Uint8Array)).toContain('"ResNo"');

  await window.keyboard.press("Control+,");
  await by(window, "settings-language").selectOption("ar");
  await by(window, "settings-save").click();
  await expect(window.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(by(window, "dialog-settings")).toHaveCount(0);
  await window.keyboard.press("Control+e");
  await expect(by(window, "dialog-export")).toBeVisible();
  await window.screenshot({ path: join(pictures, "arabic.png") });
});
