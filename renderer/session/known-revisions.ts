/** The revisions of resolutions that the user added, read once for each change of the settings. */
import { type KnownRevision, readKnownResolutions } from "../../shared/resolution/known-resolutions";

let table = "";
let known: readonly KnownRevision[] = [];

/** Takes over the table of the settings. */
export function believe(text: string): void {
  if (text === table) return;
  table = text;
  known = readKnownResolutions(text).known;
}

/** What the user's table says. */
export function userRevisions(): readonly KnownRevision[] {
  return known;
}
