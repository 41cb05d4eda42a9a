/** A small JSON file of the user-data folder as a value that nobody has vouched for; null when there is none or it is broken. */
import { readFileSync } from "node:fs";

/** Reads the file. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}
