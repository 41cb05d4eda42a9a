/**
 * Axe over every view, every page of the panel, every dialog and the room's window, light and left to right, dark and
 * right to left: nothing that a reader of the screen would stumble over, and every dialog is opened and left by keys.
 * The lists are typed by what the session knows: a view, a page or a dialog without its entry does not compile.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { DialogRequest, PanelTab, TextView } from "../../renderer/session/session";
import { commandIds, commands, menus } from "../../shared/commands";
import { type App, expect, test } from "./app";
import { stumbles } from "./axe";

const root = join(__dirname, "../..");
const samples = join(root, "resources/samples");
const page = (window: Page) => window.locator(".sheet .ProseMirror[role=textbox]").first();
const by = (window: Page, name: string) => window.locator(`[data-testid="${name}"]`);

/** Light and left to right, dark and right to left; the text is in the language of the window. */
const looks = [
  { language: "en", theme: "themeLight" },
  { language: "ar", theme: "themeDark" },
] as const;
type Look = (typeof looks)[number];

interface Files {
  /** What is open: a draft with an edit, square brackets and another's name. */
  draft: string;
  /** A tracked Word file on the same base. */
  tracked: string;
  /** A draft on a base that is nearly the open one. */
  nearly: string;
  /** A base that conflicts with the edit of the draft. */
  newer: string;
  broken: string;
}

function filesOf(place: (name: string) => string, { language }: Look): Files {
  const sample = join(samples, `resolution-${language}.txt`);
  const text = readFileSync(sample, "utf8");
  const [first, second] = text.match(/(?<=\t)[^\t\n]{12,}(?=\n)/gu) as [string, string];
  const write = (name: string, content: string | Buffer) => {
    writeFileSync(place(name), content);
    return place(name);
  };
  const compared = (base: string, revised: string, name: string) => {
    const words = ["compare", base, revised, "-o", place(name), "--author", "Mara"];
    const made = spawnSync(process.execPath, [join(root, "out/cli.js"), ...words], { encoding: "utf8" });
    if (made.status !== 0) throw new Error(made.stderr);
    return place(name);
  };
  const nearly = text.replace(second, `2025 ${second}`);
  const revised = write("revised.txt", text.replace(first, `2026 [${first} / 2027]`));
  return {
    draft: compared(sample, revised, "draft.resdraft"),
    tracked: compared(sample, revised, "tracked.docx"),
    nearly: compared(
      write("nearly.txt", nearly),
      write("nearly-revised.txt", nearly.replace(first, `2028 ${first}`)),
      "nearly.resdraft",
    ),
    newer: write("newer.txt", text.replace(first, `2027 ${first}`)),
    broken: write("broken.txt", Buffer.from([0, 1, 2, 3, 0, 255, 0, 254])),
  };
}

/** How each dialog comes up; every one of them by keys or by a command that the palette runs. */
const dialogs: Record<DialogRequest["kind"], (app: App, files: Files) => Promise<void>> = {
  settings: ({ window }) => window.keyboard.press("Control+,"),
  revise: ({ window }) => window.keyboard.press("Control+Alt+d"),
  contribution: ({ chooseMenuItem }) => chooseMenuItem("editHeader"),
  newProposal: ({ window }) => window.keyboard.press("Control+Alt+n"),
  export: ({ window }) => window.keyboard.press("Control+e"),
  handout: ({ window }) => window.keyboard.press("Control+Shift+E"),
  shortcuts: ({ window }) => window.keyboard.press("F1"),
  about: ({ chooseMenuItem }) => chooseMenuItem("showAbout"),
  palette: ({ window }) => window.keyboard.press("Control+Shift+P"),
  rebase: async (app, { newer }) => {
    await app.answerOpenDialog(newer);
    await app.chooseMenuItem("rebaseDraft");
  },
  otherBase: async (app, { nearly }) => {
    await app.answerOpenDialog(nearly);
    await app.chooseMenuItem("addProposal");
  },
  // From here on the text is not saved.
  unsaved: async ({ window }) => {
    await window.keyboard.type("2029 ");
    await window.keyboard.press("Control+w");
  },
  tracked: async (app, { tracked }) => {
    await discardAndOpen(app, tracked);
  },
  error: async (app, { broken }) => {
    await discardAndOpen(app, broken);
  },
};

async function discardAndOpen({ window, answerOpenDialog }: App, path: string) {
  await answerOpenDialog(path);
  await window.keyboard.press("Control+Shift+O");
  await by(window, "dialog-unsaved").waitFor();
  await by(window, "unsaved-discard").click();
}

/** A dialog that comes by itself is named as its kind; the others are named in words with strokes between. */
const testId = (kind: string) =>
  `dialog-${kind === "otherBase" ? kind : kind.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;

/** What tells that a view is drawn. */
const views: Record<TextView, string> = {
  clean: ".view-clean",
  base: ".view-base",
  sideBySide: ".beside",
  compilation: '[data-testid="compilation"]',
  versions: '[data-testid="versions"]',
  marked: ".view-marked",
};

const pages: Record<PanelTab, string> = {
  changes: "showChanges",
  checks: "showChecks",
  brackets: "showBrackets",
  proposal: "showProposal",
  comments: "showComments",
  messages: "showMessages",
  meeting: "toggleMeeting",
};

/** A draft in the language of the window, in its theme: an edit, square brackets, all of it in its file. */
async function open(launch: (options: { file: string }) => Promise<App>, { draft }: Files, look: Look): Promise<App> {
  const { language, theme } = look;
  const app = await launch({ file: draft });
  const { window } = app;
  await expect(by(window, "bracket-count")).toBeVisible();
  await window.keyboard.press("Control+,");
  await by(window, "settings-language").selectOption(language);
  await by(window, "settings-save").click();
  await expect(window.locator("#root")).not.toHaveAttribute("aria-hidden", "true");
  await app.chooseMenuItem(theme);
  await expect(window.locator(`.window[data-theme=${theme.slice(5).toLowerCase()}]`)).toHaveCount(1);
  await page(window).locator(".item").first().click();
  return app;
}

for (const look of looks) {
  const name = `${look.theme}, ${look.language}`;

  test(`views and pages of the panel, ${name}`, async ({ launch }, info) => {
    const files = filesOf((file) => info.outputPath(file), look);
    test.setTimeout(300_000);
    const app = await open(launch, files, look);
    const { window } = app;
    const wrong: string[] = [];
    await window.keyboard.press("Control+Alt+m");
    await window.keyboard.type("A word about it.");
    wrong.push(...(await stumbles(window, "a comment being written")));
    await window.keyboard.press("Control+Enter");
    for (const [tab, command] of Object.entries(pages)) {
      await app.chooseMenuItem(command);
      await expect(by(window, `tab-${tab}`)).toHaveAttribute("aria-selected", "true");
      wrong.push(...(await stumbles(window, tab)));
    }
    await expect.poll(() => app.electron.windows().length).toBe(2);
    const room = app.electron.windows().find((each) => each !== window) as Page;
    await expect(room.getByTestId("projection")).toBeVisible();
    wrong.push(...(await stumbles(room, "the room")));
    await by(window, "meeting-theme").click();
    wrong.push(...(await stumbles(room, "the room in the other theme")));
    await app.chooseMenuItem("toggleMeeting");

    const version = join(samples, "resolution-fr.txt");
    await app.answerOpenDialog(version);
    await app.chooseMenuItem("openVersion");
    await expect(by(window, "versions")).toBeVisible();
    for (const [view, drawn] of Object.entries(views)) {
      await app.chooseMenuItem(`view${view[0]?.toUpperCase()}${view.slice(1)}`);
      await expect(window.locator(drawn).first()).toBeVisible();
      wrong.push(...(await stumbles(window, view)));
    }
    expect(wrong).toEqual([]);
  });

  test(`decisions on proposals, ${name}`, async ({ launch }, info) => {
    const files = filesOf((file) => info.outputPath(file), look);
    test.setTimeout(120_000);
    const app = await open(launch, files, look);
    const { window } = app;
    await app.answerOpenDialog(files.tracked);
    await app.chooseMenuItem("addProposal");
    await expect(window.getByRole("grid").locator(".option").first()).toBeVisible();
    const wrong = await stumbles(window, "proposals side by side");
    await by(window, "compilation-decide").click();
    await expect(by(window, "decide-progress")).toBeVisible();
    await by(window, "take").first().click();
    await expect(by(window, "standing").first()).toBeVisible();
    await expect(by(window, "notice")).toHaveCount(0, { timeout: 20_000 });
    wrong.push(...(await stumbles(window, "decided")));
    expect(wrong).toEqual([]);
  });

  test(`every dialog is opened, read and left by keys, ${name}`, async ({ launch }, info) => {
    const files = filesOf((file) => info.outputPath(file), look);
    test.setTimeout(400_000);
    const app = await open(launch, files, look);
    const { window } = app;
    const wrong: string[] = [];
    for (const [kind, openIt] of Object.entries(dialogs)) {
      await openIt(app, files);
      const dialog = by(window, testId(kind));
      await expect(dialog).toBeVisible();
      await expect(dialog.locator(":focus")).toHaveCount(1);
      wrong.push(...(await stumbles(window, kind)));
      wrong.push(...(await beyondTheKeys(window, kind)));
      await window.keyboard.press("Escape");
      await expect(dialog).toHaveCount(0);
      // The keys are back in the text.
      await expect(page(window), kind).toBeFocused();
    }
    expect(wrong).toEqual([]);
  });
}

/** What in an open dialog Tab does not reach. */
async function beyondTheKeys(window: Page, kind: string): Promise<string[]> {
  const surface = by(window, testId(kind));
  const wanted = await surface.evaluate((dialog) => {
    const asked = [...dialog.querySelectorAll<HTMLElement>("button, input, select, textarea, a[href]")].filter(
      (each) => !each.matches(":disabled, [tabindex='-1']") && each.checkVisibility(),
    );
    // Of a group of radio buttons Tab reaches one, the arrows the others.
    const stops = asked.filter((each) => !(each instanceof HTMLInputElement && each.type === "radio" && !each.checked));
    for (const [index, each] of stops.entries()) each.dataset.stop = String(index);
    return stops.map((each) => each.outerHTML.slice(0, 120));
  });
  const reached = new Set<number>();
  for (let steps = 0; steps < wanted.length * 2 + 6 && reached.size < wanted.length; steps++) {
    const stop = await window.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.stop);
    if (stop !== undefined) reached.add(Number(stop));
    await window.keyboard.press("Tab");
  }
  return wanted.filter((_, index) => !reached.has(index)).map((html) => `${kind}: no key reaches ${html}`);
}

test("the dialogs that are looked at are all that there are", () => {
  const folder = join(root, "renderer/components");
  const named = readdirSync(folder)
    .filter((file) => file !== "AppDialog.tsx")
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .flatMap((source) => [...source.matchAll(/<AppDialog\b[^>]*?\bname="([^"]+)"/gsu)].map(([, name]) => name));
  expect(named.length).toBeGreaterThan(10);
  expect(
    Object.keys(dialogs)
      .map((kind) => testId(kind).slice("dialog-".length))
      .sort(),
  ).toEqual(named.sort());
});

test("the first screen, in English and in Arabic", async ({ app }) => {
  const { window } = app;
  const wrong = await stumbles(window, "welcome");
  await window.keyboard.press("Control+,");
  await by(window, "settings-language").selectOption("ar");
  await by(window, "settings-save").click();
  await expect(window.locator("html")).toHaveAttribute("dir", "rtl");
  // Until the dialog has faded away, the window behind it is hidden from readers.
  await expect(window.locator("#root")).not.toHaveAttribute("aria-hidden", "true");
  wrong.push(...(await stumbles(window, "welcome in Arabic")));
  expect(wrong).toEqual([]);
});

test("every command has its place in a menu, and every key is in the list", async ({ launch }) => {
  const app = await launch({ file: join(samples, "resolution-en.txt") });
  const { window } = app;
  await page(window).locator(".item").first().waitFor();
  await window.keyboard.press("F1");
  await expect(by(window, "dialog-shortcuts")).toBeVisible();
  const keys = await by(window, "dialog-shortcuts").locator("kbd").count();
  expect(keys).toBeGreaterThanOrEqual(commandIds.filter((id) => commands[id].accelerator).length);
  const inMenus = JSON.stringify(menus);
  expect(commandIds.filter((id) => !inMenus.includes(`"${id}"`))).toEqual([]);
  await window.keyboard.press("Escape");
  await window.keyboard.press("Control+Shift+P");
  await window.keyboard.type("square");
  await expect(by(window, "dialog-palette").locator(".palette-row").first()).toBeVisible();
});
