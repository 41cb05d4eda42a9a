/**
 * Long work beside the window: while a large file is read the window answers, says what goes on, and can be told
 * to stop; a stopped or refused file leaves everything as it was. Our readers refuse what would make them hang or
 * swallow memory, so here the thread itself is spoiled, to see that it alone is lost.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openBase } from "../../shared/draft/open";
import { blocksOf } from "../../shared/schema/blocks";
import { type App, expect, test } from "./app";
import { putCaretAtEnd } from "./known-text";

const sample = join(__dirname, "../../resources/samples/resolution-fr.txt");
const page = (app: App) => app.window.locator(".ProseMirror").first();

/** A text of so many items; of the most it takes many seconds to read. */
function largeText(items = 150_000): string {
  const lines = ["RESOLUTION 1", "The Assembly,", "considering"];
  for (let at = 0; at < items; at++) lines.push(`a)\tthat reading ${at} was taken at station ${at % 97} and kept;`);
  return lines.join("\n");
}

test("the window lives while a large file is read, and stops when told to", async ({ launch }) => {
  const app = await launch({ file: sample });
  await expect(page(app)).toContainText("Faciliter");
  const large = join(app.folder, "large.txt");
  writeFileSync(large, largeText());
  await app.answerOpenDialog(large);
  await app.chooseMenuItem("openBase");
  const stop = app.window.getByTestId("busy-stop");
  await expect(stop).toBeVisible();
  // A window that reads the text itself would draw its next frame only when it is done.
  await app.window.evaluate(async (frames) => {
    for (let drawn = 0; drawn < frames; drawn++) await new Promise(requestAnimationFrame);
  }, 60);
  await expect(stop).toBeVisible();
  await stop.click();
  await expect(app.window.getByTestId("busy")).toHaveCount(0);
  await expect(page(app)).toContainText("Faciliter");
  await expect(app.window.getByTestId("error-sentence")).toHaveCount(0);

  // A fresh worker does the next task.
  await app.answerOpenDialog(sample.replace("-fr", "-en"));
  await app.chooseMenuItem("openBase");
  await expect(page(app)).toContainText("resolves");
});

test("a text that is longer than the library compresses is exported and read again", async ({ launch }) => {
  const app = await launch({ file: sample });
  await expect(page(app)).toContainText("Faciliter");
  const large = join(app.folder, "long.txt");
  const text = largeText(6000);
  writeFileSync(large, text);
  await app.answerOpenDialog(large);
  await app.chooseMenuItem("openBase");
  await expect(page(app)).toContainText("reading 7 was taken", { timeout: 30_000 });
  await putCaretAtEnd(app, "reading 3 was taken");
  await app.window.keyboard.type(" still");
  await expect(page(app)).toContainText("kept; still");
  const path = join(app.folder, "long.docx");
  await app.answerSaveDialog(path);
  await app.chooseMenuItem("exportTracked");
  await expect.poll(() => existsSync(path), { timeout: 60_000 }).toBe(true);
  const opened = openBase(new Uint8Array(readFileSync(path)), "long.docx");
  if (!opened.ok) throw new Error(opened.error.code);
  const { doc, current } = opened.value;
  const linesOf = (node: typeof doc) => blocksOf(node).map((block) => block.node.textContent);
  expect(linesOf(doc)).toHaveLength(text.split("\n").length);
  expect(linesOf(current!).join("")).toBe(
    linesOf(doc).join("").replace("station 3 and kept;", "station 3 and kept; still"),
  );
  expect(linesOf(doc).at(-1)).toBe("that reading 5999 was taken at station 82 and kept;");
});

/** From now on the window's thread does this with whatever it is given. */
async function spoil(app: App, how: "hang" | "swallow"): Promise<void> {
  // The latest: one that ended may be listed for a moment longer.
  const worker = app.window.workers().at(-1);
  if (!worker) throw new Error("The window has no thread.");
  await worker.evaluate((harm) => {
    globalThis.onmessage = () => {
      for (const all: unknown[] = []; ; ) if (harm === "swallow") all.push(Array(10_000).fill(all.length + 0.5));
    };
  }, how);
}

test("a thread that swallows memory or hangs is lost alone: a sentence, the draft as it was, the next file opens", async ({
  launch,
}) => {
  test.setTimeout(240_000);
  const app = await launch();
  // The first thread begins before anybody could look for it; that of the next load is seen.
  await Promise.all([app.window.waitForEvent("worker"), app.window.reload()]);
  const pageProcess = () =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId());
  const openAnother = async () => {
    await app.answerOpenDialog(sample.replace("-fr", "-en"));
    await app.chooseMenuItem("openBase");
  };
  const typeInto = async (item: string, more: string, found: string) => {
    await putCaretAtEnd(app, item);
    await app.window.keyboard.type(more);
    await expect(page(app)).toContainText(found);
  };
  await app.answerOpenDialog(sample);
  await app.chooseMenuItem("openBase");
  await expect(page(app)).toContainText("Faciliter");
  await typeInto("la Résolution 902", " one", "; one");
  const before = await pageProcess();

  await spoil(app, "swallow");
  await openAnother();
  await app.window.getByRole("button", { name: "Do not save" }).click();
  await expect(app.window.getByTestId("busy-stop")).toBeVisible();
  await expect(app.window.getByTestId("error-sentence")).toContainText("more memory than any document", {
    timeout: 120_000,
  });
  await app.window.getByRole("button", { name: "Close" }).click();
  await typeInto("la Résolution 902", " two", "; one two");

  await openAnother();
  await app.window.getByRole("button", { name: "Do not save" }).click();
  await expect(page(app)).toContainText("resolves");
  await spoil(app, "hang");
  await openAnother();
  await app.window.getByTestId("busy-stop").click();
  await expect(app.window.getByTestId("busy")).toHaveCount(0);
  await typeInto("Resolution 905", " three", "; three");
  expect(await pageProcess()).toBe(before);
});
