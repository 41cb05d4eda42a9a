/** Where the real documents stand beside the project; tests that need them are skipped with a sentence without them. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../../../shared/seeds/", import.meta.url));

export const haveSeeds = existsSync(folder);
export const seedsTitle = haveSeeds
  ? "on the seeds"
  : "on the seeds: skipped, ../shared/seeds is not beside the project";

/** The bytes of one seed document. */
export function seed(name: string): Uint8Array {
  return new Uint8Array(readFileSync(folder + name));
}
