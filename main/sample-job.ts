/**
 * `--sample-job=FOLDER`: shows what the program does where nobody sits in front of it. The window opens a
 * bundled sample (or the file named on the command line), a few edits are made with real input events as a
 * person would, the tracked Word file is exported through the menu's own command, and a picture of the
 * window is taken. Both are written into FOLDER, with no dialog.
 */
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { app, type BrowserWindow } from "electron";
import { documentIn, sampleJobFolder } from "./command-line";
import type { Files } from "./files";
import { choose } from "./menu";
import { resourcesFolder } from "./places";
import { offerStartupFile } from "./startup";
import { sayIn } from "./wording";

const patience = 60_000;
/** Marks are settled a moment after the last key. */
const settled = 1000;

/** Runs the sample job in the first window when the command line asks for it. */
export function setupSampleJob(files: Files): void {
  const folder = sampleJobFolder();
  if (folder === null) return;
  files.writeInto(folder);
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
  await until("The window did not show the document in time.", () => inPage(window, "items().length > 0"));
  await edit(window);
  await pause(settled);
  const picture = await window.webContents.capturePage();
  await writeFile(join(folder, "window.png"), picture.toPNG());
  choose("exportTracked", window);
  await until("The Word file was not written in time.", async () =>
    (await readdir(folder)).some((name) => name.endsWith(".docx")),
  );
}

/** Inserts words, deletes some, and adds an item, each in another item. */
async function edit(window: BrowserWindow): Promise<void> {
  const { webContents } = window;
  webContents.focus();
  const language = await inPage<string>(window, "document.querySelector('.ProseMirror').closest('[lang]').lang");
  const count = await inPage<number>(window, "items().length");
  await inPage(window, "select(0, 0)");
  await webContents.insertText(sayIn(language, "host.sampleJob.words"));
  await pause(100);
  if (count > 1) {
    await inPage(window, "select(1, 3)");
    press(window, "Delete");
    await pause(100);
  }
  await inPage(window, `select(${Math.min(2, count - 1)}, -1)`);
  press(window, "Return");
  await pause(200);
  await webContents.insertText(sayIn(language, "host.sampleJob.item"));
}

/**
 * What the page is asked: the texts of the items that hold enough, and to select in one of them `words` words
 * before the closing punctuation; -1 places the cursor after it.
 */
const questions = `
  const items = () => [...document.querySelectorAll('.ProseMirror [data-block="item"] > p')]
    .filter((text) => text.textContent.length > 20);
  const select = (item, words) => {
    const walker = document.createTreeWalker(items()[item], NodeFilter.SHOW_TEXT);
    let text = walker.nextNode();
    while (walker.nextNode()) text = walker.currentNode;
    const end = words < 0 ? text.length : text.data.replace(/[\\s\\p{P}]+$/u, '').length;
    const start = words > 0 ? text.data.slice(0, end).search(new RegExp('(\\\\s+\\\\S+){' + words + '}$', 'u')) : end;
    text.parentElement.closest('[contenteditable="true"]').focus();
    getSelection().setBaseAndExtent(text, start, text, end);
  };`;

async function inPage<T>(window: BrowserWindow, expression: string): Promise<T> {
  const answer = await window.webContents.executeJavaScript(`(() => { ${questions} return ${expression}; })()`, true);
  await pause(50);
  return answer;
}

function press(window: BrowserWindow, keyCode: string): void {
  window.webContents.sendInputEvent({ type: "keyDown", keyCode });
  if (keyCode === "Return") window.webContents.sendInputEvent({ type: "char", keyCode: "\r" });
  window.webContents.sendInputEvent({ type: "keyUp", keyCode });
}

async function until(otherwise: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(otherwise);
    await pause(50);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
