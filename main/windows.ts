/**
 * The editor's window: sandboxed, isolated, without Node, showing our own page and nothing else. Closing
 * asks the page first while its document is dirty, unless the page can no longer answer.
 */
import { app, BrowserWindow, nativeTheme, screen } from "electron";
import { pageAddress } from "./addresses";
import { emit } from "./ipc";
import { preloadScript } from "./places";
import { sealedPage } from "./sealed-page";

// A window without a reference is collected, and closes.
const windows = new Set<BrowserWindow>();
const dirty = new WeakSet<BrowserWindow>();

/** The editor's window; other windows, such as one that prints, do not count. */
export function editorWindow(): BrowserWindow | undefined {
  return [...windows][0];
}

/** Opens the editor's window. */
export function openWindow(): BrowserWindow {
  const { width, height } = screen.getPrimaryDisplay().workAreaSize;
  const window = new BrowserWindow({
    // Room for the page and both side panels, where the screen has it.
    width: Math.min(width, 1640),
    height: Math.min(height, 1040),
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: app.getName(),
    backgroundColor: nativeTheme.shouldUseDarkColors ? "#1f1f1f" : "#f5f5f5",
    webPreferences: {
      ...sealedPage,
      preload: preloadScript,
      devTools: !app.isPackaged,
    },
  });
  windows.add(window);
  window.once("ready-to-show", () => window.show());
  // The page's own title would replace the document's.
  window.on("page-title-updated", (event) => event.preventDefault());
  window.on("close", (event) => {
    if (!dirty.has(window) || window.webContents.isCrashed()) return;
    event.preventDefault();
    emit(window, "closeRequested", {});
  });
  window.on("closed", () => windows.delete(window));
  void window.loadURL(pageAddress);
  return window;
}

/** Shows the document's name in the title bar and remembers whether closing must ask. */
export function showDocumentState(window: BrowserWindow, state: { title: string; dirty: boolean }): void {
  if (state.dirty) dirty.add(window);
  else dirty.delete(window);
  window.setDocumentEdited(state.dirty);
  window.setTitle(state.title || app.getName());
}

/** Closes a window without asking again. */
export function closeWindow(window: BrowserWindow): void {
  window.destroy();
}
