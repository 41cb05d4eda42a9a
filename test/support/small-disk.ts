/**
 * A disk of a few blocks for tests: a file system in memory that can be filled to the last block, freed and made
 * read-only. Mounting one takes root on Linux; where that is not possible the tests that need it say so and are skipped.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export class SmallDisk {
  readonly folder: string;
  private readonly filler: string;

  constructor(size = "512k") {
    this.folder = mkdtempSync(join(tmpdir(), "resdraft-disk-"));
    this.filler = join(this.folder, "filler");
    run("mount", "-t", "tmpfs", "-o", `size=${size}`, "tmpfs", this.folder);
  }

  /** Writes until nothing more fits. */
  fill(): void {
    const zeros = Buffer.alloc(4096);
    for (;;) {
      try {
        writeFileSync(this.filler, zeros, { flag: "a" });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOSPC") return;
        throw error;
      }
    }
  }

  /** Gives the room back. */
  free(): void {
    rmSync(this.filler, { force: true });
  }

  makeReadOnly(): void {
    run("mount", "-o", "remount,ro", this.folder);
  }

  makeWritable(): void {
    run("mount", "-o", "remount,rw", this.folder);
  }

  remove(): void {
    // Lazily: a process that was killed a moment ago may still hold it.
    spawnSync("umount", ["-l", this.folder]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function run(program: string, ...words: string[]): void {
  const { status, stderr } = spawnSync(program, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ${words.join(" ")}: ${stderr}`);
}

function tryMount(): boolean {
  try {
    new SmallDisk().remove();
    return true;
  } catch {
    return false;
  }
}

/** Whether this machine lets tests mount a disk. */
export const canMount = process.platform === "linux" && process.getuid?.() === 0 && tryMount();
