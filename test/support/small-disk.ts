/**
 * A disk of a few blocks for tests, in memory or a file system of a real kind in an image: it can be filled to the last
 * block, freed, made read-only and pulled out. Mounting one takes root on Linux, an image a loop device as well; where
 * that is not possible the tests that need it say so and are skipped.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type DiskKind = "memory" | "image";

export class SmallDisk {
  readonly folder: string;
  private readonly filler: string;

  constructor(
    kilobytes = 512,
    readonly kind: DiskKind = "memory",
  ) {
    this.folder = mkdtempSync(join(tmpdir(), "resdraft-disk-"));
    this.filler = join(this.folder, "filler");
    if (kind === "memory") {
      run("mount", "-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", this.folder);
      return;
    }
    writeFileSync(this.image, "");
    truncateSync(this.image, kilobytes * 1024);
    // No room is kept for the administrator, who runs this.
    run("mkfs.ext4", "-q", "-F", "-m", "0", this.image);
    run("mount", "-o", "loop", this.image, this.folder);
    rmSync(join(this.folder, "lost+found"), { recursive: true });
  }

  private get image(): string {
    return `${this.folder}.img`;
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

  /** As a stick is that nobody said good-bye to: its folder stays behind, empty. */
  pullOut(): void {
    run("umount", "-l", this.folder);
  }

  remove(): void {
    // Lazily: a process that was killed a moment ago may still hold it.
    spawnSync("umount", ["-l", this.folder]);
    rmSync(this.folder, { recursive: true, force: true });
    if (this.kind === "image") rmSync(this.image, { force: true });
  }
}

function run(program: string, ...words: string[]): void {
  const { status, stderr } = spawnSync(program, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ${words.join(" ")}: ${stderr}`);
}

function tryMount(kind: DiskKind): boolean {
  try {
    new SmallDisk(8192, kind).remove();
    return true;
  } catch {
    return false;
  }
}

const mayMount = process.platform === "linux" && process.getuid?.() === 0;

/** The kinds of disk that this machine lets tests mount. */
export const mountable: readonly DiskKind[] = (["memory", "image"] as const).filter(
  (kind) => mayMount && tryMount(kind),
);

/** Whether this machine lets tests mount a disk in memory. */
export const canMount = mountable.includes("memory");
