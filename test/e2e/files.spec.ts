/**
 * Files in the real application: opening what the command line names, saving and reopening, what happens
 * when a save cannot be done, and what a crash leaves behind.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "@playwright/test";
import { type App, expect, test } from "./app";
import { journalText } from "./journal-text";

const root = join(__dirname, "../..");
const sample = join(root, "resources", "samples", "resolution-fr.txt");

const page = (app: App) => app.window.locator(".ProseMirror").first();
const item = (app: App, text: string): Locator => page(app).locator("[data-block=item] > p", { hasText: text }).first();

/** Types at the end of the first item of the sample. */
async function type(app: App, text: string): Promise<void> {
  const target = item(app, "la Résolution 902");
  // In its last line, wherever the width of the page breaks it.
  const height = (await target.boundingBox())?.height ?? 0;
  await target.click({ position: { x: 20, y: height - 6 } });
  await app.window.keyboard.press("End");
  await app.window.keyboard.type(text);
  await expect(page(app)).toContainText(text);
}

async function saveAs(app: App, path: string): Promise<void> {
  await app.answerSaveDialog(path);
  await app.chooseMenuItem("saveAs");
  await expect.poll(() => existsSync(path)).toBe(true);
  await expect.poll(() => title(app)).toContain("Projet");
}

/** The entry is enabled a moment after the text changed. */
async function chooseSave(app: App): Promise<void> {
  const enabled = () =>
    app.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("save")?.enabled);
  await expect.poll(enabled).toBe(true);
  await app.chooseMenuItem("save");
}

const title = (app: App) => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
const sentence = (app: App) => app.window.getByTestId("error-sentence");

test("opens the file that the command line names", async ({ launch }) => {
  const app = await launch({ file: sample });
  await expect(page(app)).toContainText("Faciliter l'échange des relevés");
  expect(await title(app)).toContain("resolution-fr");
});

test("says in one sentence why a file named on the command line cannot be opened", async ({ launch }) => {
  const app = await launch({ file: "/nowhere/base.txt" });
  await expect(sentence(app)).toHaveText("base.txt was not found. Check the name and the folder.");
});

test("a second start hands its file to the first window", async ({ launch }) => {
  const app = await launch();
  await expect(app.window.getByText("What are you working on?")).toBeVisible();
  const switches: string[] = JSON.parse(process.env.RESDRAFT_TEST_SWITCHES ?? "[]");
  const second = spawn(
    process.env.RESDRAFT_TEST_ELECTRON as string,
    [...switches, `--user-data-dir=${app.userData}`, root, sample],
    { stdio: "ignore" },
  );
  const code = await new Promise((done) => second.on("exit", done));
  expect(code).toBe(0);
  await expect(page(app)).toContainText("Faciliter l'échange des relevés");
  expect(app.electron.windows()).toHaveLength(1);
});

test("a draft is saved, reopened with its marks, and saved again where it is", async ({ launch }) => {
  const app = await launch({ file: sample });
  await type(app, " et suivantes");
  const path = join(app.folder, "Projet.resdraft");
  await saveAs(app, path);
  const first = readFileSync(path);
  await app.close();

  const again = await launch({ file: path });
  await expect(page(again)).toContainText(" et suivantes");
  await expect(again.window.getByTestId("status-bar").or(again.window.locator("footer")).first()).toContainText("1");
  await type(again, " encore");
  await chooseSave(again);
  await expect.poll(() => readFileSync(path).equals(first)).toBe(false);
  const backups = readdirSync(join(again.userData, "backups"));
  expect(backups).toHaveLength(1);
  expect(readFileSync(join(again.userData, "backups", backups[0] as string)).equals(first)).toBe(true);
  expect(readdirSync(app.folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

test("another program's change is never overwritten", async ({ launch }) => {
  const app = await launch({ file: sample });
  await type(app, " un");
  const path = join(app.folder, "Projet.resdraft");
  await saveAs(app, path);
  writeFileSync(path, "written by another program");
  await type(app, " deux");
  await chooseSave(app);
  await expect(sentence(app)).toContainText("was changed by another program");
  expect(readFileSync(path, "utf8")).toBe("written by another program");
  await app.window.keyboard.press("Escape");
  await saveAs(app, join(app.folder, "Projet 2.resdraft"));
});

test("a vanished folder loses nothing: the text is kept and can be saved elsewhere", async ({ launch }) => {
  const app = await launch({ file: sample });
  await type(app, " un");
  const stick = join(app.folder, "stick");
  mkdirSync(stick);
  await saveAs(app, join(stick, "Projet.resdraft"));
  renameSync(stick, join(app.folder, "pulled out"));
  await type(app, " deux");
  await chooseSave(app);
  await expect(sentence(app)).toContainText("The folder of Projet.resdraft no longer exists");
  await app.window.keyboard.press("Escape");
  await expect(page(app)).toContainText(" deux");
  await saveAs(app, join(app.folder, "Projet.resdraft"));
});

test("closing asks while there is something to lose, and not otherwise", async ({ launch }) => {
  const app = await launch({ file: sample });
  await type(app, " un");
  await expect.poll(() => title(app)).toContain("resolution-fr");
  const close = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await close();
  await expect(app.window.getByText("Save the changes to")).toBeVisible();
  await app.window.getByRole("button", { name: "Cancel" }).click();
  await expect(page(app)).toContainText(" un");
  const path = join(app.folder, "Projet.resdraft");
  await saveAs(app, path);
  const gone = app.electron.waitForEvent("close");
  await close().catch(() => undefined);
  await gone;
});

test("what was typed a second before a crash is offered and recovered", async ({ launch }) => {
  const app = await launch({ file: sample });
  await type(app, " juste avant la panne");
  await expect.poll(() => journalText(app)).toContain(" juste avant la panne");
  await app.kill();

  const again = await launch({ userData: app.userData });
  const offered = again.window.getByTestId("recover");
  await expect(offered).toContainText("resolution-fr");
  await offered.getByRole("button", { name: "Recover" }).click();
  await expect(page(again)).toContainText(" juste avant la panne");
  await again.kill();

  // Recovered or not, it stays until it is saved or discarded.
  const third = await launch({ userData: app.userData });
  await expect(third.window.getByTestId("recover")).toContainText("resolution-fr");
  await third.window.getByTestId("recover").getByRole("button", { name: "Discard" }).click();
  await expect(third.window.getByTestId("recover")).toHaveCount(0);
  expect(readdirSync(join(app.userData, "journal"))).toEqual([]);
});

for (const end of ["crashes", "is killed"]) {
  test(`a page that ${end} comes back and offers the text`, async ({ launch }) => {
    const app = await launch({ file: sample });
    await type(app, " juste avant la panne");
    await expect.poll(() => journalText(app)).toContain(" juste avant la panne");
    await app.electron.evaluate(({ BrowserWindow }, how) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (how === "crashes") contents?.forcefullyCrashRenderer();
      // As the system does when memory runs out.
      else process.kill(contents?.getOSProcessId() as number, "SIGKILL");
    }, end);
    const offered = () =>
      app.electron.evaluate(({ BrowserWindow }) => {
        const question = "document.querySelector('[data-testid=recover]')?.textContent ?? ''";
        // A question to a page that is just dying is never answered.
        const silence = new Promise<string>((done) => setTimeout(done, 500, ""));
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        return Promise.race([contents?.executeJavaScript(question).catch(() => ""), silence]);
      });
    await expect.poll(offered, { timeout: 20_000 }).toContain("resolution-fr");
  });
}

test("settings are kept between sessions", async ({ launch }) => {
  const app = await launch();
  await app.window.evaluate(() =>
    (window as unknown as { host: { writeSettings(change: object): Promise<unknown> } }).host.writeSettings({
      language: "fr",
      author: "Awa Ndiaye",
    }),
  );
  await app.close();
  const again = await launch({ userData: app.userData });
  await expect(again.window.getByText("Ouvrir un texte de base")).toBeVisible();
  const file = await again.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
  expect(file?.[0]).toBe("Fichier");
});

test("a whole session makes no request but for the page's own files", async ({ launch }) => {
  const app = await launch();
  const asked: string[] = [];
  app.window.on("request", (request) => asked.push(request.url()));
  await app.window.reload();
  await expect(app.window.getByRole("button").first()).toBeVisible();
  await app.answerOpenDialog(sample);
  await app.chooseMenuItem("openBase");
  await type(app, " un");
  await saveAs(app, join(app.folder, "Projet.resdraft"));
  await app.answerSaveDialog(join(app.folder, "out.docx"));
  await app.chooseMenuItem("exportTracked");
  await expect.poll(() => existsSync(join(app.folder, "out.docx"))).toBe(true);
  expect(asked.length).toBeGreaterThan(1);
  expect(asked.filter((address) => !/^(resdraft:\/\/app\/|data:|blob:resdraft:)/.test(address))).toEqual([]);
});

test("the version before the last save is one command away, and a damaged draft is opened as far as it goes", async ({
  launch,
}) => {
  const app = await launch({ file: sample });
  await type(app, " un");
  const path = join(app.folder, "Projet.resdraft");
  await saveAs(app, path);
  const first = readFileSync(path);
  await type(app, " deux");
  await chooseSave(app);
  await expect.poll(() => readFileSync(path).equals(first)).toBe(false);
  const last = readFileSync(path);

  await app.chooseMenuItem("openPrevious");
  await expect(app.window.getByText("This is the previous version")).toBeVisible();
  await expect(page(app)).not.toContainText("; un deux");
  await expect(page(app)).toContainText("; un");
  expect(readFileSync(path).equals(last)).toBe(true);
  await app.close();

  writeFileSync(path, last.subarray(0, last.length - 60));
  const again = await launch({ userData: app.userData, file: path });
  await expect(again.window.getByText("This draft was damaged.")).toBeVisible();
  await expect(page(again)).toContainText("; un deux");
  expect(readFileSync(path)).toHaveLength(last.length - 60);
  await again.close();

  writeFileSync(path, last.subarray(0, 40));
  const third = await launch({ userData: app.userData, file: path });
  await expect(third.window.getByText("You see the previous version")).toBeVisible();
  await expect(page(third)).toContainText("; un");
  await expect(page(third)).not.toContainText("; un deux");
});
