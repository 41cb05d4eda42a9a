/**
 * The promise that nothing is lost, against the real application: known text is typed at ten keys a second,
 * saves fall in between, and the process is killed at a random moment, again and again on the same draft.
 * After every start the text that was offered or saved must miss at most the last second, the draft on disk
 * must open, and no save that was acknowledged may be missing. `RESDRAFT_KILLS` sets the number of kills.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readDraft } from "../../shared/draft/draft-reader";
import { type App, expect, test } from "./app";

const kills = Number(process.env.RESDRAFT_KILLS ?? 5);
const sample = join(__dirname, "../../resources/samples/resolution-fr.txt");
const keysPerSecond = 10;
/** Stands before the typed text, and nowhere else in the sample. */
const mark = "§";

/** What is typed, so that any stretch of it tells where it belongs. */
const letter = (at: number) => (at % 6 === 5 ? " " : String.fromCharCode(97 + ((at * 7 + Math.floor(at / 26)) % 26)));

const page = (app: App) => app.window.locator(".ProseMirror").first();

/** The text after the mark as the page shows it. */
async function shownText(app: App): Promise<string> {
  const item = page(app).locator("[data-block=item] > p", { hasText: mark }).first();
  return ((await item.textContent()) ?? "").split(mark)[1] ?? "";
}

/** The text after the mark in a draft on the disk; null when there is no such file. */
function savedText(path: string): string | null {
  if (!existsSync(path)) return null;
  const draft = readDraft(readFileSync(path));
  if (!draft.ok) throw new Error(`The draft on the disk does not open: ${draft.error.code}`);
  const { current } = draft.value;
  return (current.textBetween(0, current.content.size, "\n").split(mark)[1] ?? "").split("\n")[0] ?? "";
}

async function putCaretAtEnd(app: App, text: string): Promise<void> {
  await page(app)
    .locator("[data-block=item] > p", { hasText: text })
    .first()
    .evaluate((paragraph) => {
      (paragraph.closest(".ProseMirror") as HTMLElement).focus();
      const selection = getSelection();
      selection?.selectAllChildren(paragraph);
      selection?.collapseToEnd();
    });
  await app.window.waitForTimeout(100);
}

interface Typed {
  /** The whole text after the mark. */
  text: string;
  /** When each key had reached the page, from the first key of this round. */
  times: number[];
}

/** Types until told to stop, and no faster than a person does. */
async function typeOn(app: App, typed: Typed, stopped: () => boolean): Promise<void> {
  const begun = Date.now();
  for (let key = 1; !stopped(); key++) {
    const next = letter(typed.text.length);
    try {
      await app.window.keyboard.press(next === " " ? "Space" : next);
    } catch (error) {
      if (stopped()) return;
      throw error;
    }
    typed.text += next;
    typed.times.push(Date.now());
    const rest = begun + (key * 1000) / keysPerSecond - Date.now();
    if (rest > 0) await new Promise((done) => setTimeout(done, rest));
  }
}

const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

test(`${kills} kills while typing and saving lose at most the last second`, async ({ launch }) => {
  test.setTimeout(60_000 + kills * 40_000);
  const figures = { kills: 0, saves: 0, offered: 0, mostKeysMissing: 0, oldestMissing: 0 };
  let app = await launch({ file: sample });
  const { userData, folder } = app;
  const path = join(folder, "Projet.resdraft");
  await expect(page(app)).toContainText("Faciliter");
  await putCaretAtEnd(app, "la Résolution 902");
  await app.window.keyboard.type(mark);
  const typed: Typed = { text: "", times: [] };
  await app.window.waitForTimeout(1000);
  /** How much of the text the last acknowledged save held. */
  let acknowledged = 0;

  for (let round = 0; round < kills; round++) {
    let dead = false;
    typed.times = [];
    const before = typed.text.length;
    const typing = typeOn(app, typed, () => dead);
    await pause(200 + Math.random() * 3000);
    if (round % 2 === 0) {
      await app.answerSaveDialog(path);
      const atLeast = typed.text.length;
      await app.chooseMenuItem("saveAs");
      if (round % 4 === 0) {
        // Killed after the save was acknowledged; otherwise somewhere inside it.
        await expect(app.window.getByText("Projet.resdraft", { exact: false }).first()).toBeVisible();
        await expect.poll(() => savedText(path)?.length ?? -1).toBeGreaterThanOrEqual(atLeast);
        acknowledged = atLeast;
        figures.saves++;
        await pause(Math.random() * 1500);
      } else await pause(Math.random() * 250);
    }
    dead = true;
    const killedAt = Date.now();
    await app.kill();
    await typing;
    figures.kills++;

    const onDisk = savedText(path);
    expect(onDisk === null ? 0 : onDisk.length, `saved text after kill ${round}`).toBeGreaterThanOrEqual(acknowledged);
    if (onDisk !== null) expect(onDisk).toBe(Array.from(onDisk, (_, at) => letter(at)).join(""));

    app = await launch({ userData });
    const offered = app.window.getByTestId("recover");
    await expect(app.window.getByTestId("welcome")).toBeVisible();
    if (await offered.isVisible()) {
      figures.offered++;
      await offered.getByRole("button", { name: "Recover" }).first().click();
    } else {
      // Everything was in the file: that is what the user opens.
      await app.answerOpenDialog(path);
      await app.chooseMenuItem("openDraft");
    }
    await expect(page(app)).toContainText(mark);
    const recovered = await shownText(app);
    // The key that was under way when the process died may have arrived.
    expect(recovered.length, `kill ${round}`).toBeLessThanOrEqual(typed.text.length + 1);
    expect(recovered, `kill ${round}`).toBe(Array.from(recovered, (_, at) => letter(at)).join(""));
    expect(recovered.length, `kill ${round}`).toBeGreaterThanOrEqual(onDisk?.length ?? 0);
    // Keys after `recovered` are missing; the oldest of them must be younger than a second.
    const firstMissing = typed.times[recovered.length - before];
    const age = recovered.length < before ? Number.POSITIVE_INFINITY : firstMissing ? killedAt - firstMissing : 0;
    figures.mostKeysMissing = Math.max(figures.mostKeysMissing, typed.text.length - recovered.length);
    figures.oldestMissing = Math.max(figures.oldestMissing, age);
    expect(age, `kill ${round}: age in milliseconds of the oldest key that is missing`).toBeLessThanOrEqual(1000);
    typed.text = recovered;
    await putCaretAtEnd(app, mark);
  }
  if (process.env.RESDRAFT_KILL_FIGURES) writeFileSync(process.env.RESDRAFT_KILL_FIGURES, JSON.stringify(figures));
  console.log(JSON.stringify(figures));
});
