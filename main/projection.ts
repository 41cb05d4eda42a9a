/**
 * The window for the room: the one window that the editor's page may open. It is empty, and the page draws into
 * it, so that it shows every edit at once and can ask for nothing of its own; it has no preload, goes nowhere,
 * and goes with the editor. Where there is a second display it fills it; otherwise it is a window to be moved.
 */
import { type BrowserWindow, type BrowserWindowConstructorOptions, screen, type WebContents } from "electron";
import { projectionName } from "../shared/ipc";
import { projectionPlace } from "./projection-place";
import { sealedPage } from "./sealed-page";
import { editorWindow } from "./windows";
import { say } from "./wording";

/** What a window that a page asks for is to be like; null when it may have none. */
export function projectionOptions(
  opener: WebContents,
  url: string,
  frameName: string,
): BrowserWindowConstructorOptions | null {
  const editor = editorWindow();
  if (!editor || editor.webContents !== opener || url !== "about:blank" || frameName !== projectionName) return null;
  const own = screen.getDisplayMatching(editor.getBounds());
  const place = projectionPlace(own, screen.getAllDisplays());
  return {
    ...place.bounds,
    fullscreen: place.fills,
    title: say("host.projection"),
    autoHideMenuBar: true,
    backgroundColor: "#000000",
    webPreferences: {
      ...sealedPage,
      // A page that is not looked at from here is looked at by the room.
      backgroundThrottling: false,
    },
  };
}

/** Ties a window that the editor's page opened to the editor. */
export function adoptProjection(window: BrowserWindow): void {
  window.removeMenu();
  window.webContents.on("before-input-event", (_event, { type, key }) => {
    if (type === "keyDown" && key === "F11") window.setFullScreen(!window.isFullScreen());
  });
  const close = () => window.destroy();
  const editor = editorWindow();
  editor?.once("closed", close);
  window.once("closed", () => editor?.off("closed", close));
}
