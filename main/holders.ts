/**
 * Programs that have one draft open tell each other: while a draft is open a small hidden file beside it says who has
 * it, on which computer and since when, as office programs do. It only informs: what protects the draft is the hash of its
 * content, which every save compares. A mark whose program ended without a word counts for nothing, and
 * where none can be made (a read-only folder) none is.
 */
import { createHash, randomUUID } from "node:crypto";
import { readFileSync, unlinkSync } from "node:fs";
import { unlink, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import type { Holder } from "../shared/ipc";
import { readWhole } from "./read-whole";

const longest = 10_000;
/** Nobody keeps a draft open for longer without saving; a computer that was switched off leaves its mark behind. */
const oldest = 24 * 60 * 60 * 1000;

interface Mark extends Holder {
  program: string;
  process: number;
}

/** Where the mark of a draft stands; short, because the draft's name may be the longest allowed. */
export function markPlace(path: string): string {
  const name = createHash("sha256").update(basename(path).normalize("NFC")).digest("hex").slice(0, 12);
  return join(dirname(path), `.resdraft-${name}.open`);
}

export class Holders {
  private readonly program = randomUUID();
  private held: string | null = null;
  /** Marks are made and taken away one after another. */
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly author: () => string) {}

  /** Who else has a draft open; null when nobody has. */
  async other(path: string): Promise<Holder | null> {
    const mark = await readMark(markPlace(path));
    if (!mark || mark.program === this.program || isOver(mark)) return null;
    return { author: mark.author, computer: mark.computer, since: mark.since };
  }

  /** Marks the draft that is open here now, in place of the one before; null when it has no place. */
  hold(path: string | null): Promise<void> {
    this.last = this.last.then(async () => {
      if (path === this.held) return;
      const before = this.held;
      this.held = path;
      if (before !== null) await this.unmark(before);
      if (path !== null && (await this.other(path)) === null) await this.mark(path);
    });
    return this.last;
  }

  /** Takes the mark away when the program ends, when nothing can be waited for. */
  release(): void {
    if (this.held === null) return;
    try {
      const place = markPlace(this.held);
      if (parseMark(readFileSync(place, "utf8"))?.program === this.program) unlinkSync(place);
    } catch {
      // There was no mark, or its folder has gone.
    }
  }

  private async mark(path: string): Promise<void> {
    const mark: Mark = {
      author: this.author(),
      computer: hostname(),
      since: new Date().toISOString(),
      program: this.program,
      process: process.pid,
    };
    const place = markPlace(path);
    try {
      await unlink(place).catch(() => undefined);
      // Never through what stands there already: it could be a link to anything.
      await writeFile(place, JSON.stringify(mark), { flag: "wx", mode: 0o644 });
    } catch {
      // A folder that takes no mark is no reason not to write.
    }
  }

  private async unmark(path: string): Promise<void> {
    const place = markPlace(path);
    if ((await readMark(place))?.program === this.program) await unlink(place).catch(() => undefined);
  }
}

async function readMark(place: string): Promise<Mark | null> {
  const read = await readWhole(place);
  return read.ok && read.value.length <= longest ? parseMark(Buffer.from(read.value).toString("utf8")) : null;
}

/** The file may come from anywhere: what does not look like a mark is none. */
function parseMark(text: string): Mark | null {
  try {
    const { author, computer, since, program, process: id } = JSON.parse(text) as Record<string, unknown>;
    const texts = [author, computer, since, program];
    if (!texts.every((value) => typeof value === "string" && value.length <= 1000)) return null;
    if (!Number.isSafeInteger(id) || (id as number) <= 0 || Number.isNaN(Date.parse(since as string))) return null;
    return { author, computer, since, program, process: id } as Mark;
  } catch {
    return null;
  }
}

function isOver({ computer, process: id, since }: Mark): boolean {
  if (Date.now() - Date.parse(since) > oldest) return true;
  if (computer !== hostname()) return false;
  try {
    process.kill(id, 0);
    return false;
  } catch (error) {
    // A program of another user may not be asked, but it is there.
    return (error as NodeJS.ErrnoException).code !== "EPERM";
  }
}
