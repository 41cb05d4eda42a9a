/**
 * When the page's process dies, its text is in the journal: the page is loaded again and offers it. A page
 * that dies again at once is left alone, so that a bad document cannot make the program blink for ever.
 */
import { app, type BrowserWindow, type WebContents } from "electron";
import type { Journal } from "./journal";
import { disableCommands } from "./menu";
import { editorWindow } from "./windows";

const pause = 10_000;

/** Lets go of a page's journals and commands when the page goes, and brings a crashed page back. */
export function setupRendererWatch(journal: Journal): void {
  let lastCrash = Number.NEGATIVE_INFINITY;
  app.on("web-contents-created", (_event, contents: WebContents) => {
    contents.on("did-start-navigation", (_details, _url, isInPlace, isMainFrame) => {
      if (!isMainFrame || isInPlace || !isEditor(contents)) return;
      disableCommands();
      void journal.release();
    });
    contents.on("render-process-gone", (_gone, { reason }) => {
      if (!isEditor(contents)) return;
      if (reason === "clean-exit" || contents.isDestroyed()) return;
      const again = Date.now() - lastCrash < pause;
      lastCrash = Date.now();
      if (!again) contents.reload();
    });
  });
}

/** Megabytes that a window's process holds, its workers included; 0 when the system does not say. */
export function memoryInUse({ webContents }: BrowserWindow): number {
  const process = app.getAppMetrics().find(({ pid }) => pid === webContents.getOSProcessId());
  return Math.round((process?.memory.workingSetSize ?? 0) / 1024);
}

/** A window that prints or projects has no journal and goes with what it shows. */
function isEditor(contents: WebContents): boolean {
  return editorWindow()?.webContents === contents;
}
