/**
 * Every call to the file system that a save makes fails, one after another, in the real application. Whatever fails, the
 * old or the new file is there in full, the window says which it is, the text stays, and nothing lies about.
 */
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readDraft } from "../../shared/draft/draft-reader";
import { type App, expect, test } from "./app";
import { mark, page, putCaretAtEnd, savedText, type Typed, typeNext } from "./known-text";

const sample = join(__dirname, "../../resources/samples/resolution-fr.txt");
const faults = ["ENOSPC", "EIO"];

interface FailingCalls {
  roots: string[];
  failAt: number;
  error: string;
  calls: string[];
}

/** Arms the fault, or disarms it with 0, and forgets the calls so far. */
const arm = (app: App, failAt: number, error: string, roots?: string[]) =>
  app.electron.evaluate(
    (_electron, given) => {
      const calls = (globalThis as unknown as { failingCalls: FailingCalls }).failingCalls;
      Object.assign(calls, { failAt: given.failAt, error: given.error, calls: [] });
      if (given.roots) calls.roots = given.roots;
    },
    { failAt, error, roots },
  );

const callsMade = (app: App) =>
  app.electron.evaluate(() => (globalThis as unknown as { failingCalls: FailingCalls }).failingCalls.calls);

test("whichever call of a save fails, a whole draft is on the disk and the window says which", async ({ launch }) => {
  test.setTimeout(240_000);
  const app = await launch({ file: sample, switches: ["-r", join(__dirname, "../support/failing-calls.cjs")] });
  await expect(page(app)).toContainText("Faciliter");
  await putCaretAtEnd(app, "la Résolution 902");
  await app.window.keyboard.type(mark);
  const typed: Typed = { text: "", times: [] };
  const folder = join(app.folder, "drafts");
  mkdirSync(folder);
  const path = join(folder, "Projet.resdraft");
  await typeNext(app, typed);
  await app.answerSaveDialog(path);
  await app.chooseMenuItem("saveAs");
  await expect.poll(() => savedText(path)).toBe(typed.text);

  // The second save makes a backup as well: this is the whole path.
  await typeNext(app, typed);
  await arm(app, 0, "", [folder, join(app.userData, "backups")]);
  await app.chooseMenuItem("save");
  await expect.poll(() => savedText(path)).toBe(typed.text);
  await expect.poll(async () => (await callsMade(app)).at(-1)).toBe("close");
  const whole = await callsMade(app);
  expect(whole.filter((name) => name === "rename")).toHaveLength(2);

  const refused: string[] = [];
  const warned: string[] = [];
  for (const [at, call] of whole.entries()) {
    const error = faults[at % faults.length] as string;
    const old = readFileSync(path);
    await typeNext(app, typed);
    await arm(app, at + 1, error);
    await app.chooseMenuItem("save");
    const sentence = app.window.getByTestId("error-sentence");
    await expect
      .poll(async () => (await sentence.isVisible()) || savedText(path) === typed.text, { message: `${at} ${call}` })
      .toBe(true);
    if (await sentence.isVisible()) {
      refused.push(call);
      expect(readFileSync(path).equals(old), `${at} ${call}`).toBe(true);
      await expect(sentence).toContainText("Projet.resdraft");
      await expect(app.window.getByTestId("error-comfort")).toContainText("Your text is safe");
      await expect(app.window.getByTestId("error-save-as")).toBeVisible();
      await app.window.getByRole("button", { name: "Close" }).click();
      await expect(sentence).toHaveCount(0);
    } else warned.push(call);
    expect(readDraft(readFileSync(path)).ok, `${at} ${call}`).toBe(true);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    await expect(page(app)).toContainText(mark + typed.text);
    await putCaretAtEnd(app, mark);
  }
  await arm(app, 0, "");
  await typeNext(app, typed);
  await app.chooseMenuItem("save");
  await expect.poll(() => savedText(path)).toBe(typed.text);
  console.log(JSON.stringify({ calls: whole.length, refused, warned }));
  expect(refused.length).toBeGreaterThan(5);
  expect(warned.length).toBeGreaterThan(3);
});
