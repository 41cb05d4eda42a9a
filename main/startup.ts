/**
 * Files that are named outside the window: on the command line, by a second start of the program, or by a
 * double click on macOS. The first waits until the window asks for it; later ones are sent to the window.
 */
import { app, dialog } from "electron";
import type { OpenedFile } from "../shared/ipc";
import { type Result, success } from "../shared/result";
import { documentIn } from "./command-line";
import type { Files } from "./files";
import { emit } from "./ipc";
import { editorWindow } from "./windows";
import { sayMessage } from "./wording";

let waiting: string | null = null;
let taken = false;

/** Makes this the only running instance of its user-data folder; false when another one took over. */
export function claimInstance(files: Files): boolean {
  waiting = documentIn(process.argv, process.cwd());
  app.on("open-file", (event, path) => {
    event.preventDefault();
    void openLater(files, path);
  });
  if (!app.requestSingleInstanceLock()) return false;
  app.on("second-instance", (_event, words, folder) => {
    const window = editorWindow();
    if (window?.isMinimized()) window.restore();
    window?.focus();
    const path = documentIn(words, folder);
    if (path !== null) void openLater(files, path);
  });
  return true;
}

/** Gives the file that waits for the window, once. */
export async function takeStartupFile(files: Files): Promise<Result<OpenedFile | null>> {
  const path = waiting;
  waiting = null;
  taken = true;
  return path === null ? success(null) : files.openPath(path);
}

/** Names the file that the window will find at its start. */
export function offerStartupFile(path: string): void {
  waiting = path;
}

async function openLater(files: Files, path: string): Promise<void> {
  const window = editorWindow();
  if (!window || !taken) {
    waiting = path;
    return;
  }
  const opened = await files.openPath(path);
  if (opened.ok) emit(window, "openFile", opened.value);
  else await dialog.showMessageBox(window, { type: "error", message: sayMessage(opened.error), noLink: true });
}
