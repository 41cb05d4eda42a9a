/** Base, marked and clean text side by side: rows in step, folds and filters, going to a provision and back. */
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./app";

const sample = join(__dirname, "../../resources/samples/resolution-en.txt");
const by = (window: Page, name: string) => window.locator(`[data-testid="${name}"]`);
const table = (window: Page) => window.getByRole("grid");

test.use({ file: sample });
test.beforeEach(({ app: { window } }) => expect(window.locator(".sheet .ProseMirror").first()).toBeVisible());

async function edit(window: Page): Promise<void> {
  const block = window.locator(".sheet .ProseMirror p", { hasText: "considering" }).first();
  await block.click();
  await window.keyboard.press("End");
  await window.keyboard.type(" deeply");
  await expect(by(window, "counts")).toContainText("Modified: 1");
}

test("the table shows each change in its row and follows the draft", async ({ app }) => {
  const { window } = app;
  await edit(window);
  await window.keyboard.press("Control+4");
  await expect(by(window, "command-viewSideBySide")).toHaveAttribute("aria-checked", "true");
  const changed = table(window).locator("[role=row][data-status=modified]");
  await expect(changed).toHaveCount(1);
  await expect(changed.locator("ins.insertion").first()).toHaveText(/deeply/);
  await expect(changed.getByRole("gridcell").nth(1)).not.toContainText("deeply");
  await expect(by(window, "command-bold")).toBeDisabled();
  await by(window, "reject").click();
  await expect(changed).toHaveCount(0);
});

test("folds, filters and columns", async ({ app: { window } }) => {
  await edit(window);
  await by(window, "command-viewSideBySide").click();
  const rows = table(window).locator("[role=row][data-row]");
  await by(window, "beside-fold").check();
  await expect(table(window).locator(".fold-row").first()).toContainText("Unchanged provisions");
  const folded = await rows.count();
  await table(window).locator(".fold-row button").first().click();
  await expect.poll(() => rows.count()).toBeGreaterThan(folded);
  await by(window, "beside-filter").selectOption("changed");
  await expect(rows).toHaveCount(1);
  await by(window, "beside-filter").selectOption("suppressed");
  await expect(rows).toHaveCount(0);
  await by(window, "beside-columns").selectOption("three");
  await expect(table(window).getByRole("columnheader")).toHaveCount(4);
  // One section, and one author, until everything is asked for again.
  await by(window, "beside-filter").selectOption("all");
  await by(window, "beside-fold").uncheck();
  await by(window, "beside-section").selectOption({ label: "noting" });
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText("noting");
  await by(window, "beside-section").selectOption("");
  await by(window, "beside-author").selectOption({ index: 1 });
  await expect(rows).toHaveCount(1);
  await expect(rows.first().locator("ins.insertion").first()).toContainText("deeply");
  // What is asked for by its label shows, whatever hid it.
  await by(window, "beside-find").fill("resolves 1");
  await window.keyboard.press("Enter");
  await expect(table(window).locator(".here p").first()).toHaveAttribute("data-label", "1");
});

test("a provision is found by its label, and Enter goes to it on the page", async ({ app: { window } }) => {
  await window.keyboard.press("Control+4");
  await by(window, "beside-find").fill("considering zz");
  await window.keyboard.press("Enter");
  await expect(window.locator(".beside-missed")).not.toBeEmpty();
  await by(window, "beside-find").fill("resolves 1");
  await window.keyboard.press("Enter");
  await expect(table(window).locator(".here p").first()).toHaveAttribute("data-label", "1");
  await window.keyboard.press("Escape");
  await window.keyboard.press("Enter");
  await expect(by(window, "command-viewMarked")).toHaveAttribute("aria-checked", "true");
  await expect(by(window, "caret-path")).toContainText("resolves 1");
  await window.keyboard.type("firmly ");
  await expect(window.locator(".sheet .ProseMirror").first()).toContainText("firmly ");
});

test("the outline leads through the table while it shows", async ({ app: { window } }) => {
  await window.keyboard.press("Control+4");
  await by(window, "outline")
    .getByRole("treeitem", { name: /resolves/ })
    .first()
    .click();
  await expect(table(window).locator(".here")).toContainText("resolves");
  await window.keyboard.press("End");
  await expect(table(window)).toBeVisible();
});
