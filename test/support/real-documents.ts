/**
 * Real documents lie outside the project, in `../shared` beside it, and never enter it. Tests on them are wrapped
 * in `describe.runIf(hasSeeds)` or `describe.runIf(hasCorpus)`; `npm test` says in a sentence when the folder is absent.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

// Not import.meta: Playwright compiles tests to CommonJS, vitest knows both.
const root = join(__dirname, "../..");

export const seedsFolder = join(root, "../shared/seeds");
const corpusFolder = join(root, "../shared/corpus");
export const hasSeeds = existsSync(seedsFolder);
export const hasCorpus = existsSync(corpusFolder);

/** The full path of the one seed whose name begins so: `000_`, `000-res98-base`. */
export function seedPath(beginning: string): string {
  const names = readdirSync(seedsFolder).filter((name) => name.startsWith(beginning));
  if (names.length !== 1 || !names[0]) throw new Error(`${names.length} seeds begin with ${beginning}`);
  return join(seedsFolder, names[0]);
}

/** A seed's text without its byte-order mark. */
export function readSeed(beginning: string): string {
  return readFileSync(seedPath(beginning), "utf8").replace(/^\uFEFF/, "");
}

/** Full paths of all corpus files with one of these endings, in a stable order. */
export function corpusPaths(...endings: string[]): string[] {
  return readdirSync(corpusFolder, { recursive: true, encoding: "utf8" })
    .filter((name) => endings.some((ending) => name.toLowerCase().endsWith(ending)))
    .sort()
    .map((name) => join(corpusFolder, name));
}
