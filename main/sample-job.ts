/**
 * `--sample-job=FOLDER`: shows what the program does where nobody sits in front of it. The window opens a
 * bundled sample (or the file named on the command line) and a picture of it is written into FOLDER.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { app, type BrowserWindow } from "electron";
import { documentIn, sampleJobFolder } from "./command-line";
import { resourcesFolder } from "./places";
import { offerStartupFile } from "./startup";

const patience = 30_000;

/** Runs the sample job in the first window when the command line asks for it. */
export function setupSampleJob(): void {
  const folder = sampleJobFolder();
  if (folder === null) return;
  if (documentIn(process.argv, process.cwd()) === null) {
    offerStartupFile(join(resourcesFolder, "samples", "resolution-fr.txt"));
  }
  app.once("browser-window-created", (_event, window) => {
    window.webContents.once("did-finish-load", () => {
      runSampleJob(window, folder).then(
        () => app.exit(0),
        (error: Error) => {
          process.stderr.write(`${error.message}\n`);
          app.exit(1);
        },
      );
    });
  });
}

async function runSampleJob(window: BrowserWindow, folder: string): Promise<void> {
  await until(window, "document.body.innerText.trim() !== ''");
  const picture = await window.webContents.capturePage();
  await writeFile(join(folder, "window.png"), picture.toPNG());
}

/** Waits until an expression is true in the page. */
async function until(window: BrowserWindow, expression: string): Promise<void> {
  const end = Date.now() + patience;
  while (!(await window.webContents.executeJavaScript(`Boolean(${expression})`))) {
    if (Date.now() > end) throw new Error("The window did not show the document in time.");
    await new Promise((done) => setTimeout(done, 50));
  }
}
