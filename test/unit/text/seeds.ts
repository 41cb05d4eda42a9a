/** Where the real documents stand beside the project; tests that need them are skipped with a sentence without them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../../../shared/seeds/", import.meta.url));

export const haveSeeds = existsSync(folder);
export const seedsTitle = haveSeeds
  ? "on the seeds"
  : "on the seeds: skipped, ../shared/seeds is not beside the project";

/** The whole documents; their derivatives of one resolution are left out. */
export const seedNames = haveSeeds ? readdirSync(folder).filter((name) => /^00[1-9]_.*\.txt$/u.test(name)) : [];

/** The bytes of one seed document. */
export function seed(name: string): Uint8Array {
  return new Uint8Array(readFileSync(folder + name));
}
