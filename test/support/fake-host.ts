/**
 * A main process for tests of the window: files are bytes in memory, dialogs answer what the test laid out,
 * and everything that was asked for is written down.
 */
import type { DocumentState, Host, HostEvents, OpenedFile, PrintedPage, Settings } from "../../shared/ipc";
import { failure, success } from "../../shared/result";

export interface FakeHost extends Host {
  /** Files that the next open dialogs answer with; none left means that the user cancels. */
  toOpen: OpenedFile[];
  /** Names that the next save dialogs answer with. */
  toSave: string[];
  resources: Map<string, Uint8Array>;
  /** What the last save of a document replaced, by its id. */
  previous: Map<string, Uint8Array>;
  saved: Map<string, Uint8Array>;
  exported: Map<string, Uint8Array>;
  printed: Map<string, PrintedPage>;
  journals: Map<string, { name: string; draft: Uint8Array; lines: string[] }>;
  states: Record<string, { enabled: boolean; checked?: boolean }>;
  title: DocumentState;
  closed: number;
  /** Sends an event as the main process would. */
  emit<Name extends keyof HostEvents>(name: Name, payload: HostEvents[Name]): void;
}

/** Makes a main process with nothing on its disk. */
export function fakeHost(settings: Partial<Settings> = {}): FakeHost {
  const listeners = new Map<string, Set<(payload: never) => void>>();
  let kept: Settings = { language: "en", author: "Drafter", theme: "light", knownResolutions: "", ...settings };
  let journals = 0;

  const save = async (name: string | undefined, bytes: Uint8Array) => {
    if (name === undefined) return success(null);
    host.saved.set(name, bytes);
    return success({ id: `id:${name}`, name });
  };
  const host: FakeHost = {
    toOpen: [],
    toSave: [],
    resources: new Map(),
    previous: new Map(),
    saved: new Map(),
    exported: new Map(),
    printed: new Map(),
    journals: new Map(),
    states: {},
    title: { title: "", dirty: false, file: null },
    closed: 0,
    emit(name, payload) {
      for (const listener of listeners.get(name) ?? []) listener(payload as never);
    },
    on(name, listener) {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known.add(listener as (payload: never) => void));
      return () => known.delete(listener as (payload: never) => void);
    },
    takeStartupFile: async () => success(null),
    openFile: async () => success(host.toOpen.shift() ?? null),
    async readResource(name) {
      const bytes = host.resources.get(name);
      return bytes ? success(bytes) : failure("file.not-found", { name });
    },
    listSamples: async () => [],
    listRecent: async () => [],
    openRecent: async () => success(null),
    clearRecent: async () => {},
    async readPrevious(id) {
      const bytes = host.previous.get(id);
      return success(bytes ? { bytes, replacedAt: "2030-01-01T10:00:00Z" } : null);
    },
    saveDraft: (id, _suggested, bytes) => save(id ? id.slice(3) : host.toSave.shift(), bytes),
    saveDraftAs: (_suggested, bytes) => save(host.toSave.shift(), bytes),
    async exportFile(_format, suggested, bytes) {
      host.exported.set(suggested, bytes);
      return success({ id: suggested, name: suggested });
    },
    async exportPdf(suggested, page) {
      host.printed.set(suggested, page);
      return success({ id: suggested, name: suggested });
    },
    async startJournal(id, name, draft) {
      const key = id ?? `journal ${++journals}`;
      host.journals.set(key, { name, draft, lines: [] });
      return success(key);
    },
    async appendJournal(id, lines) {
      host.journals.get(id)?.lines.push(...lines);
      return success(null);
    },
    listRecoverable: async () =>
      [...host.journals].map(([id, { name, lines }]) => ({
        id,
        name,
        lastEntry: "2030-01-01T10:00:00Z",
        entries: lines.length,
      })),
    async readJournal(id) {
      const journal = host.journals.get(id);
      return journal ? success(journal) : failure("journal.unknown");
    },
    async discardJournal(id) {
      host.journals.delete(id);
      return success(null);
    },
    async setCommandStates(states) {
      host.states = { ...host.states, ...states };
    },
    async setDocumentState(state) {
      host.title = state;
    },
    readSettings: async () => kept,
    async writeSettings(change) {
      kept = { ...kept, ...change };
      return kept;
    },
    async closeWindow() {
      host.closed++;
    },
    memoryInUse: async () => 100,
    openLink: async () => false,
    showTextMenu: async () => undefined,
  };
  return host;
}
