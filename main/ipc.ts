/**
 * Connects the window's calls to what answers them. A call is answered only when it comes from the main
 * frame of a window of ours that shows our page, and when its arguments pass the guards; anything else is
 * an attack or a programming error and is refused with an exception, without a word about why.
 */
import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from "electron";
import type { HostApi, HostEvents } from "../shared/ipc";
import { isOwnPage } from "./addresses";
import { areArguments } from "./guards";

/** The contract as it is answered: every method also learns which window asks. */
export type Handlers = {
  [Method in keyof HostApi]: (
    window: BrowserWindow,
    ...given: Parameters<HostApi[Method]>
  ) => ReturnType<HostApi[Method]> | Awaited<ReturnType<HostApi[Method]>>;
};

/** Answers every method of the contract. */
export function setupIpc(handlers: Handlers): void {
  for (const method of Object.keys(handlers) as (keyof HostApi)[]) {
    const handler = handlers[method] as (window: BrowserWindow, ...given: unknown[]) => unknown;
    ipcMain.handle(method, (event, ...given: unknown[]) => {
      const window = senderWindow(event);
      if (!window || !areArguments(method, given)) throw new Error("Refused.");
      return handler(window, ...given);
    });
  }
}

/** Tells a window that something happened. */
export function emit<Name extends keyof HostEvents>(
  window: BrowserWindow,
  name: Name,
  payload: HostEvents[Name],
): void {
  if (!window.isDestroyed()) window.webContents.send(name, payload);
}

function senderWindow(event: IpcMainInvokeEvent): BrowserWindow | null {
  const frame = event.senderFrame;
  const window = BrowserWindow.fromWebContents(event.sender);
  if (!frame || !window || frame !== event.sender.mainFrame || !isOwnPage(frame.url)) return null;
  return window;
}
