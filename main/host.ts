/**
 * What each method of the contract does, put together from the modules that own files, journals, settings,
 * the menu and the window. Nothing is decided here.
 */
import { readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import { nativeTheme } from "electron";
import { showTextMenu } from "./context-menu";
import type { Files } from "./files";
import type { Handlers } from "./ipc";
import { openLinkAfterAsking } from "./isolation";
import type { Journal } from "./journal";
import { applyStates, setupMenu } from "./menu";
import { resourcesFolder } from "./places";
import { printPdf } from "./print-pdf";
import { readWhole } from "./read-whole";
import { memoryInUse } from "./renderer-watch";
import { readSettings, writeSettings } from "./settings";
import { takeStartupFile } from "./startup";
import { closeWindow, showDocumentState } from "./windows";
import { speak } from "./wording";

const sampleExtensions = new Set([".txt", ".docx"]);

/** Speaks the language of the settings and follows their theme. */
export function applySettings(): void {
  const { language, theme } = readSettings();
  speak(language);
  nativeTheme.themeSource = theme;
}

/** The answers to the window's calls. */
export function hostHandlers(files: Files, journal: Journal): Handlers {
  return {
    takeStartupFile: () => takeStartupFile(files),
    openFile: (window, purpose) => files.open(window, purpose),
    readResource: (_window, name) => readWhole(join(resourcesFolder, name)),
    listSamples: async () => {
      const names = await readdir(join(resourcesFolder, "samples")).catch(() => []);
      return names.filter((name) => sampleExtensions.has(extname(name))).sort();
    },
    listRecent: async () => files.recent.list(),
    openRecent: (_window, id) => files.openRecent(id),
    clearRecent: async () => void (await files.recent.clear()),
    readPrevious: (_window, id) => files.readPrevious(id),
    saveDraft: (window, id, name, bytes) => files.saveDraft(window, id, name, bytes),
    saveDraftAs: (window, name, bytes) => files.saveDraftAs(window, name, bytes),
    exportFile: (window, format, name, bytes) => files.export(window, format, name, bytes),
    exportPdf: async (window, name, page) => {
      const printed = await printPdf(page);
      return printed.ok ? files.export(window, "pdf", name, printed.value) : printed;
    },
    startJournal: (_window, id, name, draft) => journal.start(id, name, draft),
    appendJournal: (_window, id, lines) => journal.append(id, lines),
    listRecoverable: () => journal.recoverable(),
    readJournal: (_window, id) => journal.read(id),
    discardJournal: (_window, id) => journal.discard(id),
    setCommandStates: async (_window, states) => applyStates(states),
    showTextMenu: async (window, x, y) => showTextMenu(window, x, y),
    setDocumentState: async (window, state) => {
      showDocumentState(window, state);
      await files.hold(state.file);
    },
    readSettings: async () => readSettings(),
    writeSettings: async (_window, change) => {
      const settings = await writeSettings(change);
      applySettings();
      if (change.language !== undefined) setupMenu();
      return settings;
    },
    closeWindow: async (window) => closeWindow(window),
    memoryInUse: (window) => memoryInUse(window),
    openLink: (window, address) => openLinkAfterAsking(address, window),
  };
}
