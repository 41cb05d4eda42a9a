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

test("the menu waits for the page that carries its commands out", async ({ app }) => {
  const enabled = () =>
    app.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("openBase")?.enabled);
  await expect.poll(enabled).toBe(true);
  const whileLoading = await app.electron.evaluate(async ({ BrowserWindow, Menu }) => {
    const [window] = BrowserWindow.getAllWindows();
    const started = new Promise((done) => window?.webContents.once("did-start-navigation", done));
    window?.webContents.reload();
    await started;
    return Menu.getApplicationMenu()?.getMenuItemById("openBase")?.enabled;
  });
  expect(whileLoading).toBe(false);
  await app.answerOpenDialog(join(__dirname, "../../resources/samples/resolution-en.txt"));
  await app.chooseMenuItem("openBase");
  await expect(app.window).toHaveTitle(/resolution-en/);
});
