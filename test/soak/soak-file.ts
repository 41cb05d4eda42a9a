/** The long run on a text file, for the script. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { openBase } from "../../shared/draft/open";
import { type SoakProgress, type SoakReport, soak } from "./run";

/** Opens a file as a base and soaks it. */
export function soakFile(
  path: string,
  count: number,
  seed: number,
  tell: (progress: SoakProgress) => void,
): SoakReport {
  const opened = openBase(new Uint8Array(readFileSync(path)), basename(path));
  if (!opened.ok) throw new Error(`${path} cannot be read: ${opened.error.code}`);
  return soak(opened.value.doc, count, seed, tell);
}
