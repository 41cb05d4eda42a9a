/** What the journal of a profile would give back now, read as the program reads it after a crash. */
import { join } from "node:path";
import { Journal } from "../../main/journal";
import { replay } from "../../renderer/session/replay";
import { readDraft } from "../../shared/draft/draft-reader";
import type { App } from "./app";

/** The text of the newest journal; empty while there is none. */
export async function journalText({ userData }: App): Promise<string> {
  const journal = new Journal(join(userData, "journal"));
  const [newest] = await journal.recoverable();
  const read = newest && (await journal.read(newest.id));
  if (!read?.ok) return "";
  const draft = readDraft(read.value.draft);
  if (!draft.ok) return "";
  const { current, labelPolicy, journal: earlier } = draft.value;
  const { doc } = replay(current, labelPolicy, [...earlier, ...read.value.lines]);
  return doc.textBetween(0, doc.content.size, "\n");
}
