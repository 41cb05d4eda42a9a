/**
 * Brings the JSON of an older draft to the version that this program reads, one step per version. A step
 * never changes once a program with it was published; `test/fixtures/drafts` keeps a draft of every version.
 */
import { draftVersion } from "../draft";

export type DraftRecord = Record<string, unknown>;

/** `steps[n]` makes version n + 1 of version n. */
export type Steps = Readonly<Record<number, (record: DraftRecord) => DraftRecord>>;

const steps: Steps = {};

/** Migrates a record of a known version; null when a version lies between that nobody wrote. */
export function migrate(
  record: DraftRecord,
  version: number,
  known: Steps = steps,
  newest: number = draftVersion,
): DraftRecord | null {
  let migrated = record;
  for (let from = version; from < newest; from++) {
    const step = known[from];
    if (!step) return null;
    // The step speaks of the contents; that they are of the next version goes without saying.
    migrated = { ...step(migrated), version: from + 1 };
  }
  return migrated;
}
