/** Two files become one draft: the first is the base, the second the current text. */
import type { OpenedFile } from "../../shared/ipc";
import { performParts } from "./long-work";
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
  const parts = await performParts(session, "compare", {}, { do: "compare", base, revised });
  if (!parts.ok) return session.fail("error.notOpened", parts.error);
  showDocument(session, parts.value, { name: withoutExtension(revised.name), file: null, saved: false });
}
