/** The window around the page: first screen, commands by menu, key and button, panes, languages, dialogs. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./app";
import { stumbles } from "./axe";
import { journalText } from "./journal-text";

const sample = join(__dirname, "../../resources/samples/resolution-en.txt");

const page = (window: Page) => window.locator(".sheet .ProseMirror").first();
const by = (window: Page, name: string) => window.locator(`[data-testid="${name}"]`);

/** Puts the caret behind the first occurrence of some words of an item and types. */
async function typeBehind(window: Page, words: string, text: string): Promise<void> {
  const block = page(window).locator("p", { hasText: words }).first();
  await block.click();
  await window.keyboard.press("End");
  await window.keyboard.type(text);
}

test("the first screen leads to samples, and a sample opens with its outline", async ({ app: { window } }) => {
  await by(window, "sample-resolution-fr.txt").click();
  await expect(page(window)).toBeVisible();
  await expect(by(window, "outline").getByRole("treeitem").first()).toBeVisible();
  await expect(by(window, "outline").getByRole("treeitem", { name: /rappelant/ })).toBeVisible();
  await expect(by(window, "changes-empty")).toBeVisible();
});

test.describe("with a sample open", () => {
  test.use({ file: sample });

  test("an edit appears in outline, list and counts, and Reject takes it back", async ({ app: { window } }) => {
    await typeBehind(window, "considering", " deeply");
    await expect(by(window, "changes").getByRole("listitem")).toHaveCount(1);
    await expect(by(window, "counts")).toContainText("Modified: 1");
    await expect(by(window, "outline").locator("[data-status=modified]").first()).toBeVisible();
    await expect(by(window, "saved-state")).toHaveAttribute("data-saved", "journalled");
    await by(window, "reject").click();
    await expect(by(window, "changes-empty")).toBeVisible();
    await expect(page(window)).not.toContainText("deeply");
  });

  test("saving asks for a place once, and the title follows", async ({ app }) => {
    const path = join(app.folder, "mine.resdraft");
    await app.answerSaveDialog(path);
    await typeBehind(app.window, "considering", " deeply");
    await app.window.keyboard.press("Control+s");
    await expect(by(app.window, "saved-state")).toHaveAttribute("data-saved", "saved");
    expect(existsSync(path)).toBe(true);
    await typeBehind(app.window, "considering", " again");
    await app.window.keyboard.press("Control+s");
    await expect(by(app.window, "saved-state")).toHaveAttribute("data-saved", "saved");
  });

  test("a command runs from the menu, the toolbar, a key and the palette alike", async ({ app }) => {
    const { window } = app;
    await expect(by(window, "command-viewMarked")).toHaveAttribute("aria-checked", "true");
    await app.chooseMenuItem("viewClean");
    await expect(by(window, "command-viewClean")).toHaveAttribute("aria-checked", "true");
    await by(window, "command-viewMarked").click();
    await expect(by(window, "command-viewMarked")).toHaveAttribute("aria-checked", "true");
    await window.keyboard.press("Control+3");
    await expect(by(window, "command-viewBase")).toHaveAttribute("aria-checked", "true");
    await window.keyboard.press("Control+Shift+P");
    await by(window, "palette-input").fill("marked");
    await window.keyboard.press("Enter");
    await expect(by(window, "command-viewMarked")).toHaveAttribute("aria-checked", "true");
  });

  test("a click in the outline puts the caret there", async ({ app: { window } }) => {
    await by(window, "outline")
      .getByRole("treeitem", { name: /resolves/ })
      .first()
      .click();
    await expect(by(window, "caret-path")).toContainText("resolves");
    await window.keyboard.type("firmly ");
    await expect(page(window)).toContainText("firmly resolves");
  });

  test("marker, identifier and reasons of the proposal", async ({ app: { window } }) => {
    await by(window, "tab-proposal").click();
    await by(window, "identifier").fill("acp 22");
    await expect(by(window, "proposal")).toContainText("An identifier has the form");
    await by(window, "identifier").fill("ACP/22A12/1");
    await window.keyboard.press("Enter");
    await expect(by(window, "proposal")).not.toContainText("An identifier has the form");
    await by(window, "marker").click();
    await window.getByRole("option", { name: "MOD", exact: true }).click();
    await expect(by(window, "about-marker")).toContainText("there is none yet");
    await by(window, "about-fix").click();
    await expect(by(window, "marker")).toHaveText("NOC");
    await by(window, "reasons").click();
    await window.keyboard.type("To show how reasons are written.");
    await expect(page(window).locator(".reasons")).toContainText("To show how reasons are written.");
  });

  test("export asks what to write, proves it and writes it", async ({ app }) => {
    const path = join(app.folder, "out.docx");
    await app.answerSaveDialog(path);
    await typeBehind(app.window, "considering", " deeply");
    await app.window.keyboard.press("Control+e");
    await by(app.window, "export-author").fill("A. Drafter");
    await by(app.window, "export-write").click();
    await expect(by(app.window, "notice").filter({ hasText: "Exported to out.docx" })).toBeVisible();
    expect(readFileSync(path).subarray(0, 2).toString()).toBe("PK");
  });

  test("in Arabic the whole window turns round, the text of the document does not", async ({ app: { window } }) => {
    await expect(page(window)).toBeVisible();
    await window.keyboard.press("Control+,");
    await by(window, "settings-language").selectOption("ar");
    await by(window, "settings-save").click();
    await expect(window.locator("html")).toHaveAttribute("dir", "rtl");
    const outline = await by(window, "outline").boundingBox();
    const panel = await by(window, "panel").boundingBox();
    expect(outline?.x ?? 0).toBeGreaterThan(panel?.x ?? 0);
    await expect(window.locator(".sheet").first()).toHaveAttribute("dir", "ltr");
  });

  test("nothing a reader of the screen would stumble over", async ({ app: { window } }) => {
    await typeBehind(window, "considering", " deeply");
    await expect(by(window, "changes").getByRole("listitem")).toHaveCount(1);
    expect(await stumbles(window, "window")).toEqual([]);
  });
});

test("unsaved work is asked about before another file is opened", async ({ launch }) => {
  const app = await launch({ file: sample });
  const { window } = app;
  await typeBehind(window, "considering", " deeply");
  await window.keyboard.press("Control+w");
  await expect(by(window, "dialog-unsaved")).toBeVisible();
  await window.getByRole("button", { name: "Cancel" }).click();
  await expect(page(window)).toContainText("deeply");
  await window.keyboard.press("Control+w");
  await window.getByRole("button", { name: "Do not save" }).click();
  await expect(by(window, "welcome")).toBeVisible();
});

test("a file that cannot be read gives one sentence and leaves the window as it was", async ({ app }) => {
  const path = join(app.folder, "broken.txt");
  writeFileSync(path, Buffer.from([0, 1, 2, 3, 0, 255, 0, 254]));
  await app.answerOpenDialog(path);
  await by(app.window, "start-openBase").click();
  await expect(by(app.window, "error-sentence")).toContainText("broken.txt");
  await app.window.keyboard.press("Escape");
  await expect(by(app.window, "welcome")).toBeVisible();
});

test("work that a crash left behind is offered and comes back", async ({ launch }) => {
  const first = await launch({ file: sample });
  await typeBehind(first.window, "considering", " deeply");
  await expect(page(first.window)).toContainText("deeply");
  await expect.poll(() => journalText(first)).toContain("deeply");
  await first.kill();
  const second = await launch({ userData: first.userData });
  await expect(by(second.window, "recover")).toBeVisible();
  await second.window.getByRole("button", { name: "Recover" }).click();
  await expect(page(second.window)).toContainText("deeply");
});

test("a draft resolution begun from nothing is an addition", async ({ app: { window } }) => {
  await by(window, "start-newResolution").click();
  await expect(page(window)).toContainText("DRAFT NEW RESOLUTION");
  await by(window, "tab-proposal").click();
  await expect(by(window, "marker")).toContainText("ADD");
});
