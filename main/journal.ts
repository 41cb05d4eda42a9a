/**
 * Keeps unsaved work safe from a crash. A journal is a draft and the lines (steps, as the window writes
 * them) that came after it; every append is forced to the disk before it is answered. Each line carries
 * a checksum, so that a line torn by a crash ends the journal there instead of spoiling it. Compaction
 * writes the next generation beside the last and only then removes the last: at every instant one
 * complete generation is on the disk.
 */
import { createHash, randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { type FileHandle, open, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { DocumentId, Recoverable } from "../shared/ipc";
import { failure, type Message, type Result, success } from "../shared/result";
import { fileFailure } from "./file-failure";
import { readWhole } from "./read-whole";
import { type Disk, realDisk, syncFolder, writeWhole } from "./write-whole";

/** A journal that reaches this size wants a fresh draft instead of more lines. */
export const journalLimit = 64 * 1024 * 1024;

interface OpenJournal {
  name: string;
  generation: number;
  size: number;
  lines: Appending;
  /** Appends happen one after another, however they are called. */
  last: Promise<unknown>;
}

type Appending = Pick<FileHandle, "appendFile" | "datasync" | "truncate" | "close">;

/** The system calls of the journal, so that tests can see every state that a power cut may leave. */
export interface JournalDisk extends Disk {
  append(path: string): Promise<Appending>;
  readdir(folder: string): Promise<string[]>;
}

const realJournalDisk: JournalDisk = { ...realDisk, append: openForAppending, readdir };

interface Generation {
  id: DocumentId;
  generation: number;
}

export class Journal {
  private readonly live = new Map<DocumentId, OpenJournal>();

  constructor(
    private readonly folder: string,
    private readonly disk: JournalDisk = realJournalDisk,
  ) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  /** Starts a journal, or compacts the one that `id` names: the draft replaces all its lines. */
  async start(id: DocumentId | null, name: string, draft: Uint8Array): Promise<Result<DocumentId>> {
    const journal = id !== null && isJournalId(id) ? id : randomUUID();
    const open = this.live.get(journal);
    await open?.last;
    const generation = ((await this.newest(journal))?.generation ?? 0) + 1;
    const header = Buffer.from(`${JSON.stringify({ name })}\n`);
    const written = await writeWhole(this.draftFile(journal, generation), Buffer.concat([header, draft]), {
      disk: this.disk,
    });
    if (!written.ok) return written;
    try {
      const lines = await this.disk.append(this.linesFile(journal, generation));
      // The name of the new file must survive a power cut as well as what will stand in it.
      await syncFolder(this.disk, this.folder, name);
      this.live.set(journal, { name, generation, size: 0, lines, last: Promise.resolve() });
      await open?.lines.close();
      await this.removeOlder(journal, generation);
      return success(journal);
    } catch (error) {
      return fileFailure("write", error, name);
    }
  }

  /** Adds lines and forces them to the disk. */
  append(id: DocumentId, lines: readonly string[]): Promise<Result<null>> {
    const journal = this.live.get(id);
    if (!journal) return Promise.resolve(failure("journal.unknown"));
    const appended = journal.last.then(async (): Promise<Result<null>> => {
      const bytes = Buffer.from(lines.map(journalLine).join(""));
      if (journal.size + bytes.length > journalLimit) return failure("journal.full", { name: journal.name });
      try {
        await journal.lines.appendFile(bytes);
        await journal.lines.datasync();
        journal.size += bytes.length;
        return success(null);
      } catch (error) {
        // Half a line would hide every later one.
        await journal.lines.truncate(journal.size).catch(() => undefined);
        return fileFailure("write", error, journal.name);
      }
    });
    journal.last = appended;
    return appended;
  }

  /** Lists what earlier sessions left, newest first; journals of this session are not among them. */
  async recoverable(): Promise<Recoverable[]> {
    const found: Recoverable[] = [];
    for (const { id, generation } of await this.generations()) {
      if (this.live.has(id)) continue;
      const draft = await this.readDraft(id, generation);
      if (!draft.ok) continue;
      const lines = await this.readLines(id, generation);
      const times = [this.draftFile(id, generation), this.linesFile(id, generation)].map((file) => modified(file));
      const lastEntry = new Date(Math.max(...(await Promise.all(times)))).toISOString();
      found.push({ id, name: draft.value.name, lastEntry, entries: lines.lines.length });
    }
    return found.sort((a, b) => b.lastEntry.localeCompare(a.lastEntry));
  }

  /** Reads a journal: its draft and every complete line. */
  async read(id: DocumentId): Promise<Result<{ draft: Uint8Array; lines: string[] }>> {
    const newest = isJournalId(id) ? await this.newest(id) : null;
    if (!newest) return failure("journal.unknown");
    const draft = await this.readDraft(id, newest.generation);
    if (!draft.ok) return draft;
    const { lines, torn } = await this.readLines(id, newest.generation);
    const messages: Message[] = torn
      ? [{ severity: "warning", code: "journal.torn", values: { name: draft.value.name } }]
      : [];
    return success({ draft: draft.value.draft, lines }, messages);
  }

  /** Deletes a journal for good. */
  async discard(id: DocumentId): Promise<Result<null>> {
    if (!isJournalId(id)) return failure("journal.unknown");
    const open = this.live.get(id);
    this.live.delete(id);
    await open?.last;
    await open?.lines.close();
    await this.removeOlder(id, Number.POSITIVE_INFINITY);
    return success(null);
  }

  /** Lets go of every journal without deleting it: the window that wrote them is gone. */
  async release(): Promise<void> {
    const open = [...this.live.values()];
    this.live.clear();
    for (const journal of open) {
      await journal.last;
      await journal.lines.close();
    }
  }

  private draftFile(id: DocumentId, generation: number): string {
    return join(this.folder, `${id}.${generation}.draft`);
  }

  private linesFile(id: DocumentId, generation: number): string {
    return join(this.folder, `${id}.${generation}.lines`);
  }

  /** The newest generation of every journal whose draft is on the disk. */
  private async generations(): Promise<Generation[]> {
    const newest = new Map<DocumentId, number>();
    for (const name of await this.disk.readdir(this.folder)) {
      const match = /^([0-9a-f-]{36})\.(\d+)\.draft$/.exec(name);
      if (match) newest.set(match[1]!, Math.max(Number(match[2]), newest.get(match[1]!) ?? 0));
    }
    return [...newest].map(([id, generation]) => ({ id, generation }));
  }

  private async newest(id: DocumentId): Promise<Generation | undefined> {
    return (await this.generations()).find((each) => each.id === id);
  }

  private async readDraft(id: DocumentId, generation: number): Promise<Result<{ name: string; draft: Uint8Array }>> {
    const read = await readWhole(this.draftFile(id, generation));
    if (!read.ok) return read;
    const end = read.value.indexOf(10);
    try {
      const header: unknown = JSON.parse(Buffer.from(read.value.subarray(0, Math.max(end, 0))).toString("utf8"));
      const name = (header as { name?: unknown } | null)?.name;
      if (typeof name !== "string") return failure("journal.unknown");
      return success({ name, draft: read.value.slice(end + 1) });
    } catch {
      return failure("journal.unknown");
    }
  }

  private async readLines(id: DocumentId, generation: number): Promise<{ lines: string[]; torn: boolean }> {
    const text = await readFile(this.linesFile(id, generation), "utf8").catch(() => "");
    return completeLines(text);
  }

  private async removeOlder(id: DocumentId, generation: number): Promise<void> {
    for (const name of await this.disk.readdir(this.folder)) {
      const match = /^([0-9a-f-]{36})\.(\d+)\.(?:draft|lines)$/.exec(name);
      if (match?.[1] === id && Number(match[2]) < generation) await this.disk.unlink(join(this.folder, name));
    }
  }
}

/** One line as it stands in the file. */
export function journalLine(line: string): string {
  return `${checksum(line)} ${line}\n`;
}

/** The lines up to the first one that a crash tore, and whether there was one. */
export function completeLines(text: string): { lines: string[]; torn: boolean } {
  const lines: string[] = [];
  const parts = text.split("\n");
  const rest = parts.pop();
  for (const part of parts) {
    const line = part.slice(9);
    if (part.slice(0, 9) !== `${checksum(line)} `) return { lines, torn: true };
    lines.push(line);
  }
  return { lines, torn: rest !== "" };
}

function checksum(line: string): string {
  return createHash("sha256").update(line).digest("hex").slice(0, 8);
}

function isJournalId(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
}

async function openForAppending(path: string): Promise<FileHandle> {
  const file = await open(path, "a", 0o600);
  await file.sync();
  return file;
}

async function modified(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.mtimeMs ?? 0;
}
