/** The long run on a text file, for the script. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { openBase } from "../../shared/draft/open";
import { heldBesideHistory, type SoakReport, soak, type Tell, type Tenth } from "./run";

/** Opens a file as a base and soaks it; `tell` hears of every tenth of both runs. */
export function soakFile(path: string, count: number, seed: number, tell: Tell): SoakReport & { beside: Tenth[] } {
  const opened = openBase(new Uint8Array(readFileSync(path)), basename(path));
  if (!opened.ok) throw new Error(`${path} cannot be read: ${opened.error.code}`);
  const { doc } = opened.value;
  return { ...soak(doc, count, seed, tell), beside: heldBesideHistory(doc, count, seed, tell) };
}
