/**
 * The places that the scripts share: the project's root, what the build writes, and where downloads are
 * kept between runs. The download cache lies outside `node_modules`, so that `npm ci` does not cost it,
 * and falls back to `node_modules/.cache` where there is no home folder to write to.
 */
import { accessSync, constants, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");
export const out = join(root, "out");

/** The folder in which the user typed the npm command; npm itself runs scripts in the project's root. */
export const callerFolder = process.env.INIT_CWD ?? process.cwd();

/** A file name as the user meant it, seen from the folder in which the command was typed. */
export function fromCaller(name) {
  return resolve(callerFolder, name);
}

/** The folder for downloads, created when needed. */
export function downloadCache() {
  const places = [
    process.env.RESDRAFT_CACHE,
    process.env.XDG_CACHE_HOME && join(process.env.XDG_CACHE_HOME, "resdraft"),
    homedir() && homedir() !== "/" && join(homedir(), ".cache", "resdraft"),
    join(root, "node_modules", ".cache", "resdraft"),
  ];
  for (const place of places) {
    if (!place) continue;
    try {
      mkdirSync(place, { recursive: true });
      accessSync(place, constants.W_OK);
      return place;
    } catch {
      // Not writable: the next place.
    }
  }
  throw new Error("No folder can be written for downloads. Name one in RESDRAFT_CACHE.");
}
