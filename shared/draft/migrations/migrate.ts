/**
 * Brings the JSON of an older draft to the version that this program reads, one step per version. A step
 * never changes once a program with it was published; `test/fixtures/drafts` keeps a draft of every version.
 */
import { draftVersion } from "../draft";

export type DraftRecord = Record<string, unknown>;

/** `steps[n]` makes version n + 1 of version n. */
const steps: Record<number, (record: DraftRecord) => DraftRecord> = {};

/** Migrates a record of a known version; null when a version lies between that nobody wrote. */
export function migrate(record: DraftRecord, version: number): DraftRecord | null {
  let migrated = record;
  for (let from = version; from < draftVersion; from++) {
    const step = steps[from];
    if (!step) return null;
    migrated = step(migrated);
  }
  return migrated;
}
