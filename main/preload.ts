/**
 * The only bridge between the page and the main process: `window.host` with the verbs of the contract and
 * `on` for its events. The page never sees Electron itself, a channel name of its own choice, or an event object.
 */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from "electron";
import type { Host, HostApi, HostEvents } from "../shared/ipc";

// A record, so that a method missing here or unknown to the contract does not compile.
const methods: Record<keyof HostApi, true> = {
  takeStartupFile: true,
  openFile: true,
  readResource: true,
  listSamples: true,
  listRecent: true,
  openRecent: true,
  clearRecent: true,
  readPrevious: true,
  saveDraft: true,
  saveDraftAs: true,
  exportFile: true,
  exportPdf: true,
  startJournal: true,
  appendJournal: true,
  listRecoverable: true,
  readJournal: true,
  discardJournal: true,
  setCommandStates: true,
  setDocumentState: true,
  readSettings: true,
  writeSettings: true,
  closeWindow: true,
  memoryInUse: true,
  openLink: true,
  showTextMenu: true,
};

const events: Record<keyof HostEvents, true> = { command: true, openFile: true, closeRequested: true };

const calls = Object.fromEntries(
  Object.keys(methods).map((method) => [method, (...given: unknown[]) => ipcRenderer.invoke(method, ...given)]),
) as unknown as HostApi;

const host: Host = {
  ...calls,
  on(name, listener) {
    if (!Object.hasOwn(events, name)) throw new Error("Refused.");
    const forward = (_event: IpcRendererEvent, payload: HostEvents[typeof name]) => listener(payload);
    ipcRenderer.on(name, forward);
    // A function cannot be recognised again across the bridge, so stopping is a function of its own.
    return () => {
      ipcRenderer.removeListener(name, forward);
    };
  },
};

contextBridge.exposeInMainWorld("host", host);
