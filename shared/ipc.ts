/**
 * The only thing that the main process and the window share: what the window may ask (`HostApi`) and
 * what it is told (`HostEvents`). Channel name = method name. Paths never cross: the window holds a
 * `DocumentId` that the main process maps to a path, and bytes travel as `Uint8Array`.
 */
import type { Result } from "./result";

/** Opaque; meaningful to the main process alone. */
export type DocumentId = string;

export interface OpenedFile {
  id: DocumentId;
  /** File name without its folder, for titles and messages. */
  name: string;
  bytes: Uint8Array;
  /** The other program that has this draft open. */
  heldBy?: Holder;
}

/** Who has a draft open somewhere else. */
export interface Holder {
  author: string;
  computer: string;
  /** ISO time. */
  since: string;
}

/** What stood in a draft's place before the last save. */
export interface PreviousVersion {
  bytes: Uint8Array;
  /** ISO time of the save that replaced it. */
  replacedAt: string;
}

export interface SavedFile {
  id: DocumentId;
  name: string;
}

/** A file that was opened or saved before. */
export interface RecentFile {
  /** Good until the list is asked for again. */
  id: DocumentId;
  name: string;
  /** Name of the folder it is in, without where that is. */
  folder: string;
  /** ISO time. */
  usedAt: string;
}

export type OpenPurpose = "base" | "draft" | "revised" | "template" | "any";
export type ExportFormat = "docx" | "critic" | "json" | "txt" | "png" | "html" | "pdf";

/** A draft that a crash left behind. */
export interface Recoverable {
  id: DocumentId;
  name: string;
  /** ISO time of the last entry. */
  lastEntry: string;
  entries: number;
}

/** A page of our own making as it goes to the printer. */
export interface PrintedPage {
  html: string;
  title: string;
  language: Settings["language"];
  /** `place` is the id of an element that the page links to. */
  bookmarks: { place: string; words: string }[];
}

export interface DocumentState {
  title: string;
  dirty: boolean;
  file: DocumentId | null;
}

export interface HostApi {
  /** The file named on the command line or double-clicked, once the window is ready for it. */
  takeStartupFile(): Promise<Result<OpenedFile | null>>;
  /** Shows the open dialog; null when the user cancels. */
  openFile(purpose: OpenPurpose): Promise<Result<OpenedFile | null>>;
  /** Reads a bundled sample or template by its name in `resources/`. */
  readResource(name: string): Promise<Result<Uint8Array>>;
  /** Names of the bundled samples. */
  listSamples(): Promise<string[]>;
  /** The files last opened or saved, newest first. */
  listRecent(): Promise<RecentFile[]>;
  /** Reads one of them; null when the id is not known. */
  openRecent(id: DocumentId): Promise<Result<OpenedFile | null>>;
  /** Forgets them all; the files themselves stay. */
  clearRecent(): Promise<void>;
  /** Reads the version of a draft that the last save replaced; null when none is kept. */
  readPrevious(id: DocumentId): Promise<Result<PreviousVersion | null>>;
  /** Saves where the draft already lives, or asks for a place when `id` is null or has none. */
  saveDraft(id: DocumentId | null, suggestedName: string, bytes: Uint8Array): Promise<Result<SavedFile | null>>;
  saveDraftAs(suggestedName: string, bytes: Uint8Array): Promise<Result<SavedFile | null>>;
  /** Asks for a place and writes an export; the bytes were proved before. */
  exportFile(format: ExportFormat, suggestedName: string, bytes: Uint8Array): Promise<Result<SavedFile | null>>;
  /** Prints a page to PDF, asks for a place and writes it there. */
  exportPdf(suggestedName: string, page: PrintedPage): Promise<Result<SavedFile | null>>;
  /** Starts a journal with a full draft, or compacts the one that `id` names; later entries are appended as lines. */
  startJournal(id: DocumentId | null, name: string, draft: Uint8Array): Promise<Result<DocumentId>>;
  /** Answers when the lines are on the disk. `journal.full` asks for `startJournal` with the same id. */
  appendJournal(id: DocumentId, lines: string[]): Promise<Result<null>>;
  /** Journals of earlier sessions; reading one leaves it in place until it is discarded or started again. */
  listRecoverable(): Promise<Recoverable[]>;
  readJournal(id: DocumentId): Promise<Result<{ draft: Uint8Array; lines: string[] }>>;
  discardJournal(id: DocumentId): Promise<Result<null>>;
  /** Keeps the application menu's enabled and checked states true. */
  setCommandStates(states: Record<string, { enabled: boolean; checked?: boolean }>): Promise<void>;
  /** Shows the menu of the text at this place of the window, its entries as the states say. */
  showTextMenu(x: number, y: number): Promise<void>;
  /** Title, whether closing must ask first, and the file whose draft is open now. */
  setDocumentState(state: DocumentState): Promise<void>;
  /** Interface language and author name, kept between sessions. */
  readSettings(): Promise<Settings>;
  writeSettings(settings: Partial<Settings>): Promise<Settings>;
  /** Answers the close question: the window may go. */
  closeWindow(): Promise<void>;
  /** Megabytes that the window's process holds: what a task beside the window swallows is seen here alone. */
  memoryInUse(): Promise<number>;
  /** Opens an http, https or mailto link outside the program after asking the user; tells whether it did. */
  openLink(address: string): Promise<boolean>;
}

export interface Settings {
  language: "ar" | "zh" | "en" | "fr" | "ru" | "es";
  author: string;
  theme: "system" | "light" | "dark";
  /** Revisions of resolutions that the user knows beside the program's own, one a line: `PP 71 Bucharest 2022`. */
  knownResolutions: string;
}

export interface HostEvents {
  /** A command chosen in the application menu. */
  command: { id: string };
  /** Another file was double-clicked or dropped on the icon. */
  openFile: OpenedFile;
  /** The user wants to close the window while the document is dirty. */
  closeRequested: Record<string, never>;
}

/** What the window finds as `window.host`. */
export interface Host extends HostApi {
  /** Listens to an event and gives the function that stops listening. */
  on<Name extends keyof HostEvents>(name: Name, listener: (payload: HostEvents[Name]) => void): () => void;
}

/** Name of the one window that the page may open; see `main/projection.ts`. */
export const projectionName = "projection";

/**
 * Stands in `index.html` where the nonce of inserted style elements belongs, for example
 * `<meta name="style-nonce" content="__STYLE_NONCE__">`; replaced at every load of the page.
 */
export const styleNoncePlaceholder = "__STYLE_NONCE__";
