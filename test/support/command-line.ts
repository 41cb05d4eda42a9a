/**
 * The command line as a user runs it: the built program, in an empty folder that goes when the tests of the file end.
 * Nothing of it is called directly.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";

const root = join(__dirname, "../..");

export interface Outcome {
  status: number | null;
  out: string;
  error: string;
}

export interface CommandLine {
  folder: string;
  /** The path of a file in the folder. */
  at(name: string): string;
  run(...words: string[]): Outcome;
}

/** Prepares the folder, and the program when it is older than its source, for the tests of one file. */
export function commandLine(name: string): CommandLine {
  const folder = mkdtempSync(join(tmpdir(), `resdraft-${name}-`));
  beforeAll(() => {
    const built = spawnSync(process.execPath, [join(root, "scripts", "build.mjs"), "cli"], { encoding: "utf8" });
    if (built.status !== 0) throw new Error(built.stderr);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    at: (file) => join(folder, file),
    run(...words) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "out", "cli.js"), ...words], {
        cwd: folder,
        encoding: "utf8",
        maxBuffer: 64 * 1024 * 1024,
      });
      return { status, out: stdout, error: stderr };
    },
  };
}
