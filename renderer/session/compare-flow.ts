/** Two files become one draft: the first is the base, the second the current text. */
import { adoptIds } from "../../shared/draft/adopt-ids";
import type { OpenedFile } from "../../shared/ipc";
import { redline } from "../../shared/redline/redline";
import { type Result, success } from "../../shared/result";
import { type DocumentParts, partsOf, readParts } from "./formats";
import { showDocument, withoutExtension } from "./open-flow";
import { settleUnsaved } from "./save-flow";
import type { Session } from "./session";

/** Asks for both files and opens the draft that leads from one to the other. */
export async function compareFiles(session: Session): Promise<void> {
  if (!(await settleUnsaved(session))) return;
  const base = await session.host.openFile("base");
  if (!base.ok) return session.fail("error.notOpened", base.error);
  if (!base.value) return;
  const revised = await session.host.openFile("revised");
  if (!revised.ok) return session.fail("error.notOpened", revised.error);
  if (!revised.value) return;
  await compareBytes(session, base.value, revised.value);
}

/** Opens the draft that leads from one file to another. */
export async function compareBytes(session: Session, base: OpenedFile, revised: OpenedFile): Promise<void> {
  const parts = await session.busyWhile("compare", {}, () => compareParts(base, revised));
  if (!parts.ok) return session.fail("error.notOpened", parts.error);
  showDocument(session, parts.value, { name: withoutExtension(revised.name), file: null, saved: false });
}

function compareParts(base: OpenedFile, revised: OpenedFile): Result<DocumentParts> {
  const first = readParts(base.bytes, base.name);
  if (!first.ok) return first;
  const second = readParts(revised.bytes, revised.name);
  if (!second.ok) return second;
  const messages = [...first.messages, ...second.messages];
  const { base: text } = first.value;
  const current = adoptIds(text, second.value.current, redline(text, second.value.current));
  return success(partsOf(text, current, first.value.source, messages), messages);
}
