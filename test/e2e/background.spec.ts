/**
 * Long work beside the window: while a large file is read the window answers, says what goes on, and can be told
 * to stop; a stopped or refused file leaves everything as it was.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type App, expect, test } from "./app";

const sample = join(__dirname, "../../resources/samples/resolution-fr.txt");
const page = (app: App) => app.window.locator(".ProseMirror").first();

/** A text that takes many seconds to read. */
function largeText(): string {
  const lines = ["RESOLUTION 1", "The Assembly,", "considering"];
  for (let at = 0; at < 150_000; at++) lines.push(`a)\tthat reading ${at} was taken at station ${at % 97} and kept;`);
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
  await app.window.waitForTimeout(1500);
  await expect(stop).toBeVisible();
  // A window that reads the text itself would draw this only when it is done.
  await app.window.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
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
