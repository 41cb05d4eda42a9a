/**
 * The files last opened or saved, newest first, kept as JSON in the user-data folder. The window sees a name, the
 * name of the folder and an id of this session; the path stays here. What the file holds is validated: anything that
 * is not a list of absolute paths with times counts for nothing.
 */
import { randomUUID } from "node:crypto";
import { basename, dirname, isAbsolute } from "node:path";
import type { DocumentId, RecentFile } from "../shared/ipc";
import { readJson } from "./read-json";
import { writeWhole } from "./write-whole";

interface Entry {
  path: string;
  /** ISO time. */
  usedAt: string;
}

const mostKept = 8;

export class RecentFiles {
  private entries: Entry[] | null = null;
  private readonly paths = new Map<DocumentId, string>();
  private writing: Promise<unknown> = Promise.resolve();

  /** `place` names the file that keeps the list; it is asked for when the list is first wanted. */
  constructor(private readonly place: () => string) {}

  /** The files, newest first, under ids that are good until the list is asked for again. */
  list(): RecentFile[] {
    this.paths.clear();
    return this.read().map(({ path, usedAt }) => {
      const id = randomUUID();
      this.paths.set(id, path);
      return { id, name: basename(path), folder: basename(dirname(path)), usedAt };
    });
  }

  /** The path behind an id, or null. */
  pathOf(id: DocumentId): string | null {
    return this.paths.get(id) ?? null;
  }

  /** Puts a file at the top of the list. A list that cannot be written stays as it is on the disk. */
  add(path: string, now = new Date()): Promise<unknown> {
    const others = this.read().filter((entry) => entry.path !== path);
    return this.keep([{ path, usedAt: now.toISOString() }, ...others].slice(0, mostKept));
  }

  /** Forgets them all. */
  clear(): Promise<unknown> {
    return this.keep([]);
  }

  private keep(entries: Entry[]): Promise<unknown> {
    this.entries = entries;
    const bytes = Buffer.from(`${JSON.stringify(entries, null, 2)}\n`);
    this.writing = this.writing.then(() => writeWhole(this.place(), bytes));
    return this.writing;
  }

  private read(): Entry[] {
    this.entries ??= validEntries(readJson(this.place()));
    return this.entries;
  }
}

function validEntries(value: unknown): Entry[] {
  return Array.isArray(value) ? value.filter(isEntry).slice(0, mostKept) : [];
}

function isEntry(value: unknown): value is Entry {
  const { path, usedAt } = (value ?? {}) as Partial<Entry>;
  return (
    typeof path === "string" && isAbsolute(path) && typeof usedAt === "string" && !Number.isNaN(Date.parse(usedAt))
  );
}
