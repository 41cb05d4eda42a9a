/** The application starts, with nothing named and with a file named on its command line. */
import { join } from "node:path";
import { expect, test } from "./app";

test("shows a window named Resdraft", async ({ app }) => {
  await expect(app.window).toHaveTitle(/Resdraft/);
});

test("opens the file named on its command line", async ({ launch }) => {
  const app = await launch({ file: join(__dirname, "../../resources/samples/resolution-en.txt") });
  await expect(app.window).toHaveTitle(/resolution-en/);
  await expect(app.window.locator(".ProseMirror").first()).toContainText("RESOLUTION");
});
