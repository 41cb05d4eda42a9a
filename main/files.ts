/**
 * The documents of the window and where they live: file dialogs, reading, saving, exporting. The window
 * names a document by an id; only this module knows its path, so the window can never choose what is read
 * or overwritten. A draft is saved only over the content that was last read or written there.
 */
import { createHash, randomUUID } from "node:crypto";
import { mkdir, stat } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { app, type BrowserWindow, dialog, type FileFilter } from "electron";
import type { DocumentId, ExportFormat, OpenedFile, OpenPurpose, PreviousVersion, SavedFile } from "../shared/ipc";
import { failure, type Result, success } from "../shared/result";
import { safeName, shorten } from "./file-name";
import type { Holders } from "./holders";
import { readWhole } from "./read-whole";
import type { RecentFiles } from "./recent-files";
import { say } from "./wording";
import { contentHash, writeWhole } from "./write-whole";

const draftExtension = ".resdraft";

/** Extensions that each purpose offers, in the order of the dialog's list. */
const purposes: Record<OpenPurpose, readonly string[]> = {
  base: ["docx", "dotx", "docm", "txt"],
  revised: ["docx", "dotx", "docm", "txt"],
  draft: ["resdraft"],
  template: ["docx", "dotx", "docm", "dotm"],
  any: ["resdraft", "docx", "dotx", "docm", "txt"],
};

const exportExtensions: Record<ExportFormat, string> = {
  docx: ".docx",
  critic: ".critic.txt",
  json: ".json",
  txt: ".txt",
  png: ".png",
  html: ".html",
  pdf: ".pdf",
};

interface KnownFile {
  path: string;
  /** Hash of the content last read or written there. */
  hash: string;
}

export class Files {
  private readonly known = new Map<DocumentId, KnownFile>();
  private folder: string | null = null;
  private unattended: string | null = null;

  constructor(
    private readonly holders: Holders,
    readonly recent: RecentFiles,
  ) {}

  /** Tells other programs which draft is open here. */
  hold(id: DocumentId | null): Promise<void> {
    const path = id === null ? undefined : this.known.get(id)?.path;
    return this.holders.hold(path !== undefined && isDraft(path) ? path : null);
  }

  /** Answers every later question for a place with this folder, for runs that nobody attends. */
  writeInto(folder: string): void {
    this.unattended = folder;
  }

  /** Asks which file to open and reads it; null when the user cancels. */
  async open(window: BrowserWindow, purpose: OpenPurpose): Promise<Result<OpenedFile | null>> {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      properties: ["openFile"],
      filters: [filter(purpose, purposes[purpose]), filter("all", ["*"])],
      ...(this.folder ? { defaultPath: this.folder } : {}),
    });
    const path = filePaths[0];
    if (canceled || path === undefined) return success(null);
    return purpose === "template" || purpose === "revised" ? this.readPath(path) : this.openPath(path);
  }

  /** Reads one of the files last used; null when the list no longer knows the id. */
  async openRecent(id: DocumentId): Promise<Result<OpenedFile | null>> {
    const path = this.recent.pathOf(id);
    return path === null ? success(null) : this.openPath(path);
  }

  /** Reads a file that the user named outside the window: on the command line or in the file manager. */
  async openPath(path: string): Promise<Result<OpenedFile>> {
    const opened = await this.readPath(path);
    if (opened.ok) void this.recent.add(path);
    return opened;
  }

  private async readPath(path: string): Promise<Result<OpenedFile>> {
    const read = await readWhole(path);
    if (!read.ok) return read;
    this.folder = dirname(path);
    const id = this.remember(path, contentHash(read.value));
    const heldBy = isDraft(path) ? await this.holders.other(path) : null;
    return success({ id, name: basename(path), bytes: read.value, ...(heldBy ? { heldBy } : {}) });
  }

  /** Reads what the last save of a draft replaced. */
  async readPrevious(id: DocumentId): Promise<Result<PreviousVersion | null>> {
    const file = this.known.get(id);
    if (!file) return success(null);
    const { backup } = await backupPlace(file.path);
    const kept = await stat(backup).catch(() => null);
    if (!kept) return success(null);
    const read = await readWhole(backup);
    return read.ok ? success({ bytes: read.value, replacedAt: kept.mtime.toISOString() }) : read;
  }

  /** Saves a draft where it lives; asks for a place when it has none yet or `id` is no draft. */
  async saveDraft(
    window: BrowserWindow,
    id: DocumentId | null,
    suggestedName: string,
    bytes: Uint8Array,
  ): Promise<Result<SavedFile | null>> {
    const file = id === null ? undefined : this.known.get(id);
    if (!file || !isDraft(file.path)) {
      return this.saveDraftAs(window, suggestedName, bytes);
    }
    const backup = await backupPlace(file.path);
    const written = await writeWhole(file.path, bytes, { expected: file.hash, ...backup });
    if (!written.ok) return written;
    file.hash = written.value;
    return success({ id: id as DocumentId, name: basename(file.path) }, written.messages);
  }

  /** Asks for a place and saves a draft there. */
  async saveDraftAs(
    window: BrowserWindow,
    suggestedName: string,
    bytes: Uint8Array,
  ): Promise<Result<SavedFile | null>> {
    const path = await this.askWhere(window, suggestedName, draftExtension, filter("draft", ["resdraft"]));
    if (path === null) return success(null);
    const written = await writeWhole(path, bytes, await backupPlace(path));
    if (!written.ok) return written;
    void this.recent.add(path);
    return success({ id: this.remember(path, written.value), name: basename(path) }, written.messages);
  }

  /** Asks for a place and writes an export there. */
  async export(
    window: BrowserWindow,
    format: ExportFormat,
    suggestedName: string,
    bytes: Uint8Array,
  ): Promise<Result<SavedFile | null>> {
    const extension = exportExtensions[format];
    const path = await this.askWhere(window, suggestedName, extension, filter(format, [extension.slice(1)]));
    if (path === null) return success(null);
    // An export must not replace a file that this window has open as a draft.
    if (isDraft(path)) return failure("file.export-over-draft", { name: basename(path) });
    const written = await writeWhole(path, bytes);
    if (!written.ok) return written;
    return success({ id: this.remember(path, written.value), name: basename(path) }, written.messages);
  }

  private remember(path: string, hash: string): DocumentId {
    const id = randomUUID();
    this.known.set(id, { path, hash });
    return id;
  }

  private async askWhere(
    window: BrowserWindow,
    suggestedName: string,
    extension: string,
    offered: FileFilter,
  ): Promise<string | null> {
    if (this.unattended !== null) return join(this.unattended, safeName(suggestedName, extension));
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: join(this.folder ?? app.getPath("documents"), safeName(suggestedName, extension)),
      filters: [offered],
      properties: ["showOverwriteConfirmation", "createDirectory"],
    });
    if (canceled || !filePath) return null;
    this.folder = dirname(filePath);
    if (filePath.toLowerCase().endsWith(extension)) return filePath;
    // The dialog asked about the name without the extension, not about this one.
    const path = filePath + extension;
    return (await exists(path)) && !(await mayReplace(window, basename(path))) ? null : path;
  }
}

/** Where the previous version of a draft is kept: one per place, in the user-data folder. */
async function backupPlace(path: string): Promise<{ backup: string }> {
  const folder = join(app.getPath("userData"), "backups");
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch {
    // The save then warns that no backup could be kept.
  }
  const place = createHash("sha256").update(path).digest("hex").slice(0, 16);
  return { backup: join(folder, `${place}-${shorten(basename(path, draftExtension), 80)}${draftExtension}`) };
}

function isDraft(path: string): boolean {
  return extname(path).toLowerCase() === draftExtension;
}

function filter(name: string, extensions: readonly string[]): FileFilter {
  return { name: say(`host.filter.${name}`), extensions: [...extensions] };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function mayReplace(window: BrowserWindow, name: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: "question",
    message: say("host.replace.question", { name }),
    buttons: [say("host.replace.replace"), say("host.cancel")],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}
