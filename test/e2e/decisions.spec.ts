/** A meeting decides: proposals laid beside the open draft, decisions by button, key and in bulk, saved and opened again. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { type App, expect, test } from "./app";

const root = join(__dirname, "../..");
const sample = join(root, "resources/samples/resolution-en.txt");
const text = readFileSync(sample, "utf8");
const by = (window: Page, name: string) => window.locator(`[data-testid="${name}"]`);
const page = (window: Page) => window.locator(".sheet .ProseMirror[role=textbox]");
const rows = (window: Page) => window.getByRole("grid").locator("[role=row][data-agreement]");

function cli(...words: string[]): void {
  const made = spawnSync(process.execPath, [join(root, "out/cli.js"), ...words], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(made.stderr);
}

/** A draft on a base, in which words are replaced by others. */
function draftOf(
  folder: string,
  name: string,
  replaced: [string, string][],
  base = sample,
  ending = "resdraft",
): string {
  const revised = join(folder, `${name}-revised.txt`);
  const out = join(folder, `${name}.${ending}`);
  let words = readFileSync(base, "utf8");
  for (const [from, to] of replaced) {
    if (!words.includes(from)) throw new Error(`The base does not say: ${from}`);
    words = words.replace(from, to);
  }
  writeFileSync(revised, words);
  cli("compare", base, revised, "-o", out, "--author", name);
  return out;
}

/** The sample with three proposals beside it: two on the same words, one elsewhere, one of them a tracked Word file. */
async function compile({ window, folder, answerOpenDialog, chooseMenuItem }: App): Promise<void> {
  await expect(window.locator(".sheet .ProseMirror").first()).toBeVisible();
  await answerOpenDialog(
    draftOf(folder, "Brazil", [["one tenth", "one fifth"]]),
    draftOf(folder, "Kenya", [["one tenth", "one half"]], sample, "docx"),
    draftOf(folder, "Samoa", [["one tenth of", "one tenth, at most, of"]]),
  );
  for (const count of [1, 2, 3]) {
    if (count === 1) await chooseMenuItem("addProposal");
    else await by(window, "compilation-add").click();
    await expect(rows(window).locator(".option")).toHaveCount(count);
  }
}

/** The same table wide, dark, at twice its size and in Arabic. */
async function look({ window, electron, chooseMenuItem }: App, name: string): Promise<void> {
  const shoot = (how: string) => window.screenshot({ path: test.info().outputPath(`${name}-${how}.png`) });
  const size = (width: number, height: number) =>
    electron.evaluate(({ BrowserWindow }, wide) => BrowserWindow.getAllWindows()[0]?.setContentSize(...wide), [
      width,
      height,
    ] as [number, number]);
  await shoot("1280");
  await size(1920, 1080);
  await shoot("1920");
  await chooseMenuItem("themeDark");
  await expect(window.locator(".window[data-theme=dark]")).toHaveCount(1);
  await shoot("dark");
  await chooseMenuItem("themeLight");
  await size(1280, 800);
  for (let steps = 0; steps < 6; steps++) await chooseMenuItem("zoomIn");
  await shoot("200");
  await chooseMenuItem("zoomReset");
}

test("proposals are decided on, undone, saved and opened again", async ({ launch }) => {
  const app = await launch({ file: sample });
  const { window, folder } = app;
  await compile(app);
  await expect(rows(window).locator(".chip-conflict")).toHaveCount(1);
  await window.screenshot({ path: test.info().outputPath("beside.png") });
  await by(window, "compilation-decide").click();
  await expect(by(window, "decide-progress")).toHaveText("Decided: 0 of 1, reserved: 0");
  await expect(by(window, "standing")).toHaveCount(0);

  // Take one, and change one's mind.
  await by(window, "take").nth(0).click();
  await expect(by(window, "standing")).toContainText("Taken");
  await expect(by(window, "take").nth(0)).toHaveAttribute("aria-pressed", "true");
  await expect(by(window, "decide-progress")).toHaveText("Decided: 1 of 1, reserved: 0");
  await by(window, "decide-brackets").click();
  await expect(by(window, "standing")).toContainText("In square brackets");
  await look(app, "brackets");
  await window.keyboard.press("Control+1");
  await expect(page(window)).toContainText("fifth / half / tenth, at most,");

  // Undo takes the text and the record back, in the table as on the page.
  await window.keyboard.press("Control+5");
  await expect(by(window, "standing")).toContainText("In square brackets");
  await window.keyboard.press("Control+z");
  await expect(by(window, "standing")).toContainText("Taken");
  await window.keyboard.press("Control+z");
  await expect(by(window, "standing")).toHaveCount(0);
  await window.keyboard.press("Control+y");
  await expect(by(window, "standing")).toContainText("Taken");

  // By keys: the marked row, its second proposal, then reserved.
  await window.getByRole("grid").focus();
  await window.keyboard.press("End");
  await window.keyboard.press("2");
  await expect(by(window, "take").nth(1)).toHaveAttribute("aria-pressed", "true");
  await window.keyboard.press("?");
  await expect(by(window, "standing")).toContainText("Reserved");
  await expect(by(window, "decide-progress")).toHaveText("Decided: 0 of 1, reserved: 1");
  await by(window, "compilation-filter").selectOption("reserved");
  await expect(rows(window)).toHaveCount(1);

  // Whose the change is stands in the list, and all of it is in the file.
  await expect(window.locator(".change-author").first()).toContainText("Kenya");
  const file = join(folder, "consolidated.resdraft");
  await app.answerSaveDialog(file);
  await app.chooseMenuItem("save");
  await expect(by(window, "notice").filter({ hasText: "Saved as consolidated" })).toBeVisible();
  await app.close();
  const again = await launch({ file });
  await expect(page(again.window)).toContainText("half of the capacity");
  await again.window.keyboard.press("Control+5");
  await expect(by(again.window, "standing")).toContainText("Reserved");
  await expect(by(again.window, "take")).toHaveCount(3);
  // Every word is kept, not only the last one.
  await by(again.window, "said").locator("summary").click();
  await expect(by(again.window, "said").locator("li")).toHaveText([/^Taken: /, /^Taken: .*Kenya/, /^Reserved/]);
  await again.window.screenshot({ path: test.info().outputPath("said.png") });
  await expect(again.window.locator(".change-author").first()).toContainText("Kenya");
  // A proposal that comes late is laid beside the others, and what was decided stands.
  await again.answerOpenDialog(draftOf(folder, "Tonga", [["one tenth", "one third"]]));
  await by(again.window, "compilation-add").click();
  await expect(by(again.window, "take")).toHaveCount(4);
  await expect(by(again.window, "standing")).toContainText("Reserved");
});

test("decisions in bulk, and all of one proposer", async ({ launch }) => {
  const app = await launch({ file: sample });
  const { window } = app;
  await compile(app);
  await by(window, "compilation-decide").click();
  await by(window, "decide-many").click();
  await by(window, "decide-conflicts").click();
  await expect(by(window, "standing")).toContainText("In square brackets");
  await by(window, "decide-many").click();
  await by(window, "decide-source").nth(1).click();
  await expect(by(window, "take").nth(1)).toHaveAttribute("aria-pressed", "true");
  await window.keyboard.press("Control+1");
  await expect(page(window).locator("del").filter({ hasText: "tenth" })).toHaveCount(1);
  await expect(page(window)).toContainText("half of the capacity");
});

test("in Arabic, window and texts, the table is read from the right", async ({ launch }) => {
  const arabic = join(root, "resources/samples/resolution-ar.txt");
  const app = await launch({ file: arabic });
  const { window, folder } = app;
  await expect(page(window)).toBeVisible();
  await app.chooseMenuItem("openSettings");
  await by(window, "settings-language").selectOption("ar");
  await by(window, "settings-save").click();
  await expect(window.locator("html")).toHaveAttribute("dir", "rtl");
  await app.answerOpenDialog(
    draftOf(folder, "البرازيل", [["أول ما يتاح", "آخر ما يتاح"]], arabic),
    draftOf(folder, "كينيا", [["أول ما يتاح", "أفضل ما يتاح"]], arabic),
  );
  await app.chooseMenuItem("addProposal");
  await by(window, "compilation-add").click();
  await expect(rows(window).locator(".option")).toHaveCount(2);
  await by(window, "compilation-decide").click();
  await by(window, "take").nth(0).click();
  await expect(by(window, "standing")).toContainText("أُخذ بالمقترح");
  await expect(window.getByRole("grid")).toHaveAttribute("dir", "rtl");
  await window.screenshot({ path: test.info().outputPath("arabic.png") });
});

test("a proposal on a base that is nearly the same is offered to be moved, and a stranger is refused", async ({
  launch,
}) => {
  const app = await launch({ file: sample });
  const { window, folder } = app;
  await expect(window.locator(".sheet .ProseMirror").first()).toBeVisible();
  const older = join(folder, "older.txt");
  writeFileSync(older, text.replace("one tenth", "one ninth"));
  const stranger = join(folder, "stranger.txt");
  writeFileSync(stranger, readFileSync(join(root, "resources/samples/resolution-fr.txt")));
  await app.answerOpenDialog(
    draftOf(folder, "Old", [["one ninth", "one fifth"]], older),
    draftOf(folder, "Old again", [["one ninth", "one fifth"]], older),
    draftOf(folder, "Strange", [["que", "comme"]], stranger),
  );
  await app.chooseMenuItem("addProposal");
  await expect(by(window, "dialog-otherBase")).toContainText("provisions that differ: 1");
  await window.keyboard.press("Escape");
  await expect(by(window, "dialog-otherBase")).toHaveCount(0);
  await app.chooseMenuItem("addProposal");
  await by(window, "other-base-move").click();
  await expect(rows(window).locator(".option ins")).toHaveText(/fifth/);
  await expect(by(window, "notice").filter({ hasText: "was moved onto this base" })).toBeVisible();
  await by(window, "compilation-add").click();
  await expect(by(window, "error-sentence")).toContainText("starts from another base");
});
