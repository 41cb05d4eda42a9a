/** A main process that shows one page in a window as large as the application's, and does nothing else. */
import { app, BrowserWindow, screen } from "electron";

const page = process.argv.at(-1) as string;

void app.whenReady().then(() => {
  const { width, height } = screen.getPrimaryDisplay().workAreaSize;
  const window = new BrowserWindow({
    width: Math.min(width, 1640),
    height: Math.min(height, 1040),
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  });
  window.once("ready-to-show", () => window.show());
  void window.loadFile(page);
});
app.on("window-all-closed", () => app.quit());
