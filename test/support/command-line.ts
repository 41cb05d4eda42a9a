/**
 * The command line as a user runs it: the built program, in an empty folder that goes when the tests of the file end.
 * Nothing of it is called directly.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { frenchLines } from "./short-texts";

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

/** `base.txt` says the French lines, `revised.txt` these, with the ends of lines of another system. */
export const revisedText = frenchLines
  .map((line) => line.replace("rares", "trop rares"))
  .map((line) => line.replace("b)\tque les stations sont anciennes;", "b)\tque les liaisons sont lentes;"));

/** Leaves nothing in the folder but two versions of a text. */
export function writeTwoTexts({ folder, at }: CommandLine): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
  writeFileSync(at("base.txt"), frenchLines.join("\n"));
  writeFileSync(at("revised.txt"), revisedText.join("\r\n"));
}

/** Fails with one sentence that says what is expected, and prints no result. */
export function expectRefused({ status, out, error }: Outcome, sentence: RegExp, code = 1): void {
  expect(error).toMatch(sentence);
  expect(error.trimEnd().split("\n")).toHaveLength(1);
  expect(error).toMatch(/^resdraft: .*[.)]\n$/);
  expect(error).not.toMatch(/\{\{|code |undefined|\bat .*:\d+:\d+/);
  expect(out).toBe("");
  expect(status).toBe(code);
}
