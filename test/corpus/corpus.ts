/**
 * The Word files that tests read beside the project. They are other people's documents and never part
 * of it; where they are absent, the tests that need them are skipped.
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../../shared/corpus/", import.meta.url));

export const hasCorpus = existsSync(`${folder}index.tsv`);

/** Reads a file of the corpus. */
export function corpusBytes(path: string): Uint8Array {
  return new Uint8Array(readFileSync(folder + path));
}

/** Lists the rows of a table of the corpus by column name. */
export function corpusTable(name: string): Record<string, string>[] {
  if (!hasCorpus) return [];
  const [head = "", ...lines] = readFileSync(folder + name, "utf8")
    .trimEnd()
    .split("\n");
  const columns = head.split("\t");
  return lines.map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ""]));
  });
}

/** True when the large files are wanted as well. */
export const whole = process.env.CORPUS === "all";

/** Bytes up to which a file is read on every run. */
export const smallFile = 120_000;
