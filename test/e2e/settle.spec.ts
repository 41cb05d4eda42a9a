/** Changes accepted into the base, rejected in bulk, and a draft moved onto a newer base, in the real window. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./app";

const root = join(__dirname, "../..");
const text = readFileSync(join(root, "resources/samples/resolution-en.txt"), "utf8");
const by = (window: Page, name: string) => window.locator(`[data-testid="${name}"]`);
const page = (window: Page) => window.locator(".sheet .ProseMirror[role=textbox]");
const changes = (window: Page) => window.locator(".change-row");

function draftIn(folder: string): string {
  const [base, revised, out] = ["base.txt", "revised.txt", "draft.resdraft"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(base, text);
  writeFileSync(revised, text.replace("one tenth", "one fifth").replace("shows", "proves"));
  const made = spawnSync(
    process.execPath,
    [join(root, "out/cli.js"), "compare", base, revised, "-o", out, "--author", "Mara"],
    { encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(made.stderr);
  return out;
}

test("accept one, undo it, accept all; the base takes them in and the text stays", async ({
  launch,
  app: { folder },
}) => {
  const app = await launch({ file: draftIn(folder) });
  const { window } = app;
  await expect(changes(window)).not.toHaveCount(0);
  const all = await changes(window).count();
  await changes(window).filter({ hasText: "fifth" }).locator('[data-testid="accept"]').click();
  await expect(changes(window)).toHaveCount(all - 1);
  await expect(changes(window).filter({ hasText: "fifth" })).toHaveCount(0);
  await expect(page(window)).toContainText("one fifth");
  await window.screenshot({ path: test.info().outputPath("accepted.png") });
  await window.keyboard.press("Control+3");
  await expect(window.locator(".sheet .ProseMirror[role=document]")).toContainText("one fifth");
  await window.keyboard.press("Control+1");
  // Undo gives the base back as it was.
  await page(window).focus();
  await window.keyboard.press("Control+z");
  await expect(changes(window)).toHaveCount(all);
  await by(window, "changes-many").click();
  await by(window, "changes-accept-all").click();
  await expect(by(window, "changes-empty")).toBeVisible();
  await expect(page(window)).toContainText("one fifth");
});

test("reject all at once is one edit", async ({ launch, app: { folder } }) => {
  const app = await launch({ file: draftIn(folder) });
  const { window } = app;
  await expect(changes(window)).not.toHaveCount(0);
  await by(window, "changes-many").click();
  await by(window, "changes-reject-all").click();
  await expect(by(window, "changes-empty")).toBeVisible();
  await expect(page(window)).toContainText("one tenth");
  await page(window).focus();
  await window.keyboard.press("Control+z");
  await expect(changes(window).filter({ hasText: "fifth" })).toHaveCount(1);
});

test("a draft moves onto a newer base, and each conflict is settled", async ({ launch, app: { folder } }) => {
  const app = await launch({ file: draftIn(folder) });
  const { window } = app;
  await expect(changes(window)).not.toHaveCount(0);
  const newer = join(folder, "newer.txt");
  writeFileSync(newer, text.replace("one tenth", "one ninth"));
  const same = join(folder, "base.txt");
  await app.answerOpenDialog(same, newer, newer);
  await app.chooseMenuItem("rebaseDraft");
  await expect(by(window, "error-sentence")).toContainText("there is nothing to move");
  await window.keyboard.press("Escape");
  await app.chooseMenuItem("rebaseDraft");
  await expect(by(window, "rebase-facts")).toContainText("Conflicts: 1");
  await expect(by(window, "rebase-conflict")).toHaveCount(1);
  await window.screenshot({ path: test.info().outputPath("rebase.png") });
  await by(window, "rebase-do").click();
  await expect(changes(window).filter({ hasText: "fifth" }).locator("del")).toContainText("ninth");
});
