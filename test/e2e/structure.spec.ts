/** Tables, notes, styles, moves and composed input with real keys and mouse in the real application. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { type App, expect, test } from "./app";

const root = join(__dirname, "../..");
const pictures = join(root, "test/results/pictures");

const text = `RESOLUTION 7 (Rev. Geneva, 2022)

Testing of editors

The World Telecommunication Standardization Assembly (Geneva, 2022),

considering
a)	that editors are written by people who make mistakes;
b)	that every mistake which is found early costs less than one found late;
c)	that a table says more than a list of words,

resolves
1	to continue testing with real keys in the real program;
2	to publish what the tests have shown.
`;

async function open(launch: (options: { file: string }) => Promise<App>, folder: string, content = text) {
  const file = join(folder, "base.txt");
  writeFileSync(file, content);
  const app = await launch({ file });
  await app.window.locator(".ProseMirror .block").first().waitFor();
  return { app, file };
}

function block(window: Page, words: string) {
  return window.locator(".ProseMirror .block:not(.struck-block)").filter({ hasText: words }).first();
}

async function caretAtEnd(window: Page, words: string) {
  await block(window, words).locator("p").click();
  await window.keyboard.press("End");
}

async function picture(app: App, name: string) {
  mkdirSync(pictures, { recursive: true });
  await app.window.screenshot({ path: join(pictures, `${name}.png`) });
}

/** Exports with tracked changes; the program itself proves both sides before it writes. */
async function exportTracked(app: App, folder: string): Promise<string> {
  const path = join(folder, "tracked.docx");
  await app.answerSaveDialog(path);
  await app.chooseMenuItem("exportTracked");
  await expect.poll(() => existsSync(path), { timeout: 20_000 }).toBe(true);
  return path;
}

test("a table is made, filled, changed and exported; undo takes it back", async ({ launch }, info) => {
  const { app } = await open(launch, mkdirFor(info.outputDir));
  const { window } = app;
  const before = await window.locator(".ProseMirror").evaluate((page) => page.textContent);
  await caretAtEnd(window, "a table says more");
  await app.chooseMenuItem("insertTable");
  await expect(window.locator(".ProseMirror table tr")).toHaveCount(3);
  await window.keyboard.type("Region");
  await window.keyboard.press("Tab");
  await window.keyboard.type("Number");
  await window.keyboard.press("Alt+Shift+ArrowDown");
  await expect(window.locator(".ProseMirror table tr")).toHaveCount(4);
  await window.keyboard.press("Alt+Shift+ArrowRight");
  await expect(window.locator(".ProseMirror table tr").first().locator("th, td")).toHaveCount(4);
  await expect(window.getByTestId("menu-table")).toBeVisible();
  await window.getByTestId("menu-table").click();
  await picture(app, "table tools");
  await window.getByTestId("item-deleteColumn").click();
  await expect(window.locator(".ProseMirror table tr").first().locator("th, td")).toHaveCount(3);
  await window.keyboard.press("Alt+Shift+Backspace");
  await expect(window.locator(".ProseMirror table tr")).toHaveCount(3);
  await app.chooseMenuItem("undo");
  await expect(window.locator(".ProseMirror table tr")).toHaveCount(4);
  await picture(app, "table");
  const path = await exportTracked(app, mkdirFor(info.outputDir));
  expect(existsSync(path)).toBe(true);
  // While an export is being written the text takes no keys; afterwards it has them again without a click.
  await expect(async () => {
    await window.keyboard.press("Control+z");
    expect(await window.locator(".ProseMirror").evaluate((page) => page.textContent)).toBe(before);
  }).toPass();
});

test("a note put before another takes its number; Alt+Enter and a double click go there and back", async ({
  launch,
}, info) => {
  const { app } = await open(launch, mkdirFor(info.outputDir));
  const { window } = app;
  await caretAtEnd(window, "every mistake");
  await window.keyboard.press("Control+Alt+f");
  await window.keyboard.type("The later note.");
  await caretAtEnd(window, "written by people");
  await window.keyboard.press("Control+Alt+f");
  await window.keyboard.type("The earlier note.");
  const notes = window.locator(".ProseMirror .footnote:not(.struck-block)");
  await expect(notes).toHaveText(["The earlier note.", "The later note."]);
  await expect(block(window, "every mistake").locator(".footnoteReference")).toHaveText("2");
  await expect(notes.nth(1).locator("p")).toHaveAttribute("data-label", "2");
  await window.keyboard.press("Alt+Enter");
  await window.keyboard.type(" (seen)");
  await expect(block(window, "written by people")).toContainText("(seen)");
  await block(window, "every mistake").locator(".footnoteReference").dblclick();
  await window.keyboard.type("X");
  await expect(notes.nth(1)).toContainText("XThe later");
  await picture(app, "notes");
  await caretAtEnd(window, "written by people");
  await window.keyboard.press("Control+Home");
  await exportTracked(app, mkdirFor(info.outputDir));
});

test("lines of a text without structure become a resolution through the style box", async ({ launch }, info) => {
  const { app } = await open(
    launch,
    mkdirFor(info.outputDir),
    "Paper 7\n\nOn the testing of editors\n\nbearing in mind\n\nthat all of this is plain;\n",
  );
  const { window } = app;
  const choose = async (words: string, option: string) => {
    await caretAtEnd(window, words);
    await window.getByTestId("style-box").click();
    await window.getByRole("option", { name: option, exact: true }).click();
  };
  await choose("Paper 7", "Resolution number");
  await choose("On the testing", "Resolution title");
  await choose("bearing in mind", "Call (considering, resolves…)");
  await expect(window.locator(".resolutionNumber")).toHaveText("Paper 7");
  await expect(window.locator(".resolutionTitle")).toHaveText("On the testing of editors");
  await expect(window.locator(".section .call")).toHaveText("bearing in mind");
  await expect(window.locator(".ProseMirror :is(ins, del)")).toHaveCount(0);
  await picture(app, "style box");
});

test("a moved item names its other place and goes there; roles and words say what colour says", async ({
  launch,
}, info) => {
  const { app } = await open(launch, mkdirFor(info.outputDir));
  const { window } = app;
  await caretAtEnd(window, "every mistake");
  await window.keyboard.press("Alt+ArrowUp");
  const link = window.locator(".block:not(.struck-block) > .jump");
  await expect(link).toHaveCount(1);
  await expect(link).toHaveText(/^moved from [ab]\)$/);
  const struckLink = window.locator(".struck-block > .jump");
  await expect(struckLink).toHaveText(/^moved to [ab]\)$/);
  await picture(app, "moved");
  await link.click();
  await expect(struckLink).toBeFocused();
  await window.keyboard.press("Enter");
  await window.keyboard.type("Indeed ");
  const typed = window.locator(".block:not(.struck-block) ins");
  await expect(typed).toHaveText("Indeed ");
  await expect(typed).toHaveAttribute("role", "insertion");
  expect(await typed.evaluate((ins) => getComputedStyle(ins, "::before").content)).toContain("inserted");
  await expect(window.locator(".struck-block del").first()).toHaveAttribute("role", "deletion");
});

test("a suppressed item is restored from the keyboard: walk to it, reject", async ({ launch }, info) => {
  const { app } = await open(launch, mkdirFor(info.outputDir));
  const { window } = app;
  await caretAtEnd(window, "every mistake");
  await window.keyboard.press("Shift+Home");
  await window.keyboard.press("Shift+Home");
  await window.keyboard.press("Delete");
  for (let i = 0; i < 3 && (await window.locator(".struck-block").count()) === 0; i++) {
    await window.keyboard.press("Backspace");
  }
  await expect(window.locator(".struck-block")).toHaveCount(1);
  await window.keyboard.press("Control+Home");
  await window.keyboard.press("F8");
  await expect(window.getByTestId("command-rejectChange")).toBeEnabled();
  await app.chooseMenuItem("rejectChange");
  await expect(window.locator(".struck-block")).toHaveCount(0);
  await expect(block(window, "every mistake which is found early")).toBeVisible();
});

test("composed input arrives as one insertion, beside struck text too", async ({ launch }, info) => {
  const { app } = await open(launch, mkdirFor(info.outputDir));
  const { window } = app;
  await caretAtEnd(window, "to publish what");
  await window.keyboard.press("Control+Shift+ArrowLeft");
  await window.keyboard.press("Delete");
  await expect(block(window, "to publish what").locator("del")).toHaveCount(1);
  const devtools = await window.context().newCDPSession(window);
  for (const composed of ["w", "wa", "wang", "网"]) {
    await devtools.send("Input.imeSetComposition", {
      text: composed,
      selectionStart: composed.length,
      selectionEnd: composed.length,
    });
  }
  await devtools.send("Input.insertText", { text: "网络" });
  await expect(block(window, "to publish what").locator("ins")).toHaveText("网络");
  await window.keyboard.type("!");
  await expect(block(window, "to publish what").locator("ins")).toHaveText("网络!");
  await window.keyboard.press("Control+z");
  await window.keyboard.press("Control+z");
  await window.keyboard.press("Control+z");
  await expect(window.locator(".ProseMirror :is(ins, del)")).toHaveCount(0);
});

test("items dragged inside the page stay themselves", async ({ launch }, info) => {
  const { app } = await open(launch, mkdirFor(info.outputDir));
  const { window } = app;
  const id = await block(window, "every mistake").getAttribute("data-id");
  await block(window, "every mistake").locator("p").click();
  await window.keyboard.press("Home");
  await window.keyboard.press("Shift+ArrowDown");
  const from = await block(window, "every mistake").locator("p").boundingBox();
  const to = await block(window, "to publish what").locator("p").boundingBox();
  if (!from || !to) throw new Error("The blocks are not on the page.");
  await window.mouse.move(from.x + 90, from.y + from.height / 2);
  await window.mouse.down();
  await window.mouse.move(to.x + 200, to.y + 4, { steps: 8 });
  await window.mouse.move(to.x + to.width - 8, to.y + to.height / 2, { steps: 4 });
  await window.mouse.up();
  await expect(window.locator(".section").nth(1).locator(`[data-id="${id}"]`)).toHaveCount(1);
  await expect(window.locator(`[data-id="${id}"]`)).toHaveCount(1);
  await window.keyboard.press("Control+z");
  await expect(window.locator(".section").nth(0).locator(`[data-id="${id}"]`)).toHaveCount(1);
});

function mkdirFor(folder: string): string {
  mkdirSync(folder, { recursive: true });
  return folder;
}
