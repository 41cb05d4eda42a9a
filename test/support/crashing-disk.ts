/**
 * A disk in memory that knows what a power cut may leave. Bytes of a file are safe once the file was forced, names of
 * a folder once the folder was; of everything else any part may have reached the disk, in any order: a file's
 * content as it was forced last, none of it, half of it or all of it, and any choice of the changes of names.
 */
import type { Stats } from "node:fs";
import { dirname } from "node:path";
import type { JournalDisk } from "../../main/journal";

interface Content {
  now: Buffer;
  forced: Buffer | null;
}

/** A change of the names of a folder; a rename is one change, as every file system that matters has it. */
interface Renaming {
  folder: string;
  set: [name: string, content: Content | null][];
  forced: boolean;
}

/** Files by their path. */
export type CrashState = ReadonlyMap<string, Buffer>;

export class CrashingDisk implements JournalDisk {
  private readonly start: ReadonlyMap<string, Content>;
  private readonly changes: Renaming[] = [];
  /** Called after every change, when the power may go. */
  onStep: () => void = () => {};

  constructor(files: Record<string, Uint8Array> = {}) {
    const content = (bytes: Uint8Array) => ({ now: Buffer.from(bytes), forced: Buffer.from(bytes) });
    this.start = new Map(Object.entries(files).map(([path, bytes]) => [path, content(bytes)]));
  }

  async open(path: string, flags: string) {
    if (flags === "r") return this.folderHandle(path);
    const found = this.names().get(path);
    if (flags === "r+" && !found) throw missing();
    return this.handle(found ?? this.create(path));
  }

  async append(path: string) {
    return this.handle(this.names().get(path) ?? this.create(path));
  }

  async readFile(path: string): Promise<Uint8Array> {
    const found = this.names().get(path);
    if (!found) throw missing();
    return found.now;
  }

  async realpath(path: string): Promise<string> {
    if (!this.names().has(path)) throw missing();
    return path;
  }

  async stat(path: string): Promise<Stats> {
    if (!this.names().has(path)) throw missing();
    return { isFile: () => true, mode: 0o600 } as Stats;
  }

  async rename(from: string, to: string): Promise<void> {
    const content = this.names().get(from);
    if (!content) throw missing();
    this.change(dirname(to), [
      [to, content],
      [from, null],
    ]);
  }

  async unlink(path: string): Promise<void> {
    if (this.names().has(path)) this.change(dirname(path), [[path, null]]);
  }

  async readdir(folder: string): Promise<string[]> {
    return [...this.names().keys()]
      .filter((path) => dirname(path) === folder)
      .map((path) => path.slice(folder.length + 1));
  }

  /** Every state in which the disk may be found when the power goes now. */
  crashStates(): CrashState[] {
    const open = this.changes.filter(({ forced }) => !forced);
    const states = new Map<string, CrashState>();
    for (let choice = 0; choice < 2 ** open.length; choice++) {
      const names = this.names((change) => change.forced || (choice & (1 << open.indexOf(change))) !== 0);
      for (const state of contents([...names])) states.set(keyOf(state), state);
    }
    return [...states.values()];
  }

  private create(path: string): Content {
    const content: Content = { now: Buffer.alloc(0), forced: null };
    this.change(dirname(path), [[path, content]]);
    return content;
  }

  private change(folder: string, set: Renaming["set"]): void {
    this.changes.push({ folder, set, forced: false });
    this.onStep();
  }

  private names(isThere: (change: Renaming) => boolean = () => true): Map<string, Content> {
    const names = new Map(this.start);
    for (const change of this.changes) {
      if (!isThere(change)) continue;
      for (const [path, content] of change.set) {
        if (content) names.set(path, content);
        else names.delete(path);
      }
    }
    return names;
  }

  private handle(content: Content) {
    const force = async () => {
      content.forced = content.now;
      this.onStep();
    };
    const add = async (bytes: unknown) => {
      content.now = Buffer.concat([content.now, bytes as Uint8Array]);
      this.onStep();
    };
    return {
      writeFile: add,
      appendFile: add,
      sync: force,
      datasync: force,
      truncate: async (length = 0) => {
        content.now = content.now.subarray(0, length);
        this.onStep();
      },
      close: async () => {},
    };
  }

  private folderHandle(folder: string) {
    const sync = async () => {
      for (const change of this.changes) if (change.folder === folder) change.forced = true;
      this.onStep();
    };
    return { writeFile: async () => {}, sync, close: async () => {} };
  }
}

/** Every choice of what the files hold. */
function contents([first, ...rest]: [string, Content][]): CrashState[] {
  if (!first) return [new Map()];
  const [path, { now, forced }] = first;
  const same = forced?.equals(now);
  const half = (forced?.length ?? 0) + Math.floor((now.length - (forced?.length ?? 0)) / 2);
  const choices = same ? [now] : [forced ?? Buffer.alloc(0), now.subarray(0, half), now];
  return contents(rest).flatMap((state) => choices.map((bytes) => new Map([[path, bytes], ...state])));
}

function keyOf(state: CrashState): string {
  return [...state]
    .map(([path, bytes]) => `${path} ${bytes.toString("base64")}`)
    .sort()
    .join("\n");
}

function missing(): Error {
  return Object.assign(new Error("ENOENT"), { code: "ENOENT" });
}
