/**
 * The soak in the real window, in short: real keys for some minutes on the longest text there is, then the marks on the page
 * are those of the redline of the saved file, what the page holds has not grown by more than a tenth, and undo
 * leads back to the base. `RESDRAFT_SOAK_KEYS` sets the number of keys.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readDraft } from "../../shared/draft/draft-reader";
import { redline } from "../../shared/redline/redline";
import { Random } from "../fuzz/random";
import { hasSeeds, seedPath } from "../support/real-documents";
import { type App, expect, test } from "./app";
import { page } from "./known-text";

const keys = Number(process.env.RESDRAFT_SOAK_KEYS ?? 400);
const text = hasSeeds ? seedPath("003_") : join(__dirname, "../../resources/samples/resolution-fr.txt");
const words = ["relevé", "stations", "monitoring", "de", "qualité", "2026"];

/** Megabytes that the page's scripts hold after a collection. */
async function heldMemory(app: App): Promise<number> {
  const session = await app.window.context().newCDPSession(app.window);
  for (let round = 0; round < 3; round++) await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize / 2 ** 20;
}

/** A click somewhere in the text, as a writer goes about. */
async function goSomewhere(app: App, random: Random): Promise<void> {
  const blocks = page(app).locator("[data-block=item] > p");
  await blocks.nth(random.below(Math.min(await blocks.count(), 40))).click({ position: { x: 30, y: 8 } });
}

async function work(app: App, random: Random): Promise<number> {
  const { keyboard } = app.window;
  await goSomewhere(app, random);
  const word = `${random.pick(words)} `;
  await keyboard.type(word);
  const back = random.below(word.length + 3);
  for (let key = 0; key < back; key++) await keyboard.press("Backspace");
  if (random.below(4) === 0) {
    await keyboard.press("Enter");
    await keyboard.press("Backspace");
    await keyboard.press("Backspace");
  }
  if (random.below(3) === 0) await keyboard.press("Control+z");
  if (random.below(3) === 0) await app.window.waitForTimeout(300);
  return word.length + back + 2;
}

/** Deleted and inserted words of each block as the page shows them; formatting may cut a stretch into several marks. */
const shownMarks = (app: App) =>
  app.window.evaluate(() => {
    const found: Record<string, string> = {};
    for (const block of document.querySelectorAll<HTMLElement>(".sheet .ProseMirror .block[data-id]")) {
      const words = (tag: string) => [...block.querySelectorAll(`p > ${tag}`)].map((mark) => mark.textContent).join("");
      const shown = `-${words("del")}+${words("ins")}`;
      if (shown.length > 2) found[block.dataset.id as string] = shown;
    }
    return found;
  });

/** The marks of each block as the redline of a saved draft has them. */
function savedMarks(path: string): Record<string, string> {
  const draft = readDraft(new Uint8Array(readFileSync(path)));
  if (!draft.ok) throw new Error(draft.error.code);
  const found: Record<string, string> = {};
  for (const { before, after, segments } of redline(draft.value.base, draft.value.current).provisions) {
    if (!before || !after) continue;
    const said = (wanted: string) => segments.map(({ op, text: words }) => (op === wanted ? words : "")).join("");
    const marks = `-${said("-")}+${said("+")}`;
    if (marks.length > 2) found[after.node.attrs.id] = marks;
  }
  return found;
}

test(`${keys} keys: marks are right, memory is flat, undo leads back to the base`, async ({ launch }) => {
  test.setTimeout(120_000 + keys * 300);
  const app = await launch({ file: text });
  await expect(page(app).locator("[data-block=item]").first()).toBeVisible();
  const before = await page(app).locator("[data-block=item] > p").allTextContents();
  const random = new Random(20_261_122);
  let pressed = 0;
  while (pressed < keys / 4) pressed += await work(app, random);
  // What follows a pause (redline, lists, checks and what they remember) belongs to both figures.
  await app.window.waitForTimeout(3000);
  const warm = await heldMemory(app);
  while (pressed < keys) pressed += await work(app, random);
  await app.window.waitForTimeout(3000);
  const end = await heldMemory(app);
  console.log(JSON.stringify({ pressed, warm: Math.round(warm * 10) / 10, end: Math.round(end * 10) / 10 }));

  const path = join(app.folder, "Soak.resdraft");
  await app.answerSaveDialog(path);
  await app.chooseMenuItem("saveAs");
  await expect
    .poll(() => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()))
    .toContain("Soak");
  const expected = savedMarks(path);
  const shown = await shownMarks(app);
  for (const [id, marks] of Object.entries(expected)) if (id in shown) expect(shown[id], id).toBe(marks);
  expect(Object.keys(shown).filter((id) => !(id in expected))).toEqual([]);
  // A few hundred keys add changes as well as memory; over a long run a leak alone would pass a tenth.
  expect(end / warm, "growth of what the page holds").toBeLessThan(keys > 1000 ? 1.1 : 1.3);

  const canUndo = () =>
    app.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("undo")?.enabled);
  await goSomewhere(app, random);
  for (let steps = 0; steps < 2 * pressed; steps++) {
    await app.window.keyboard.press("Control+z");
    if (steps % 20 === 19 && !(await canUndo())) break;
  }
  await expect(app.window.getByText("Nothing differs from the base yet.")).toBeVisible();
  expect(await page(app).locator("[data-block=item] > p").allTextContents()).toEqual(before);
});
