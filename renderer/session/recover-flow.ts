/** Work that a crash left behind: offered on the first screen, kept until it is recovered or discarded. */
import type { DocumentId, Recoverable } from "../../shared/ipc";
import { performParts } from "./long-work";
import { showDocument } from "./open-flow";
import type { Session } from "./session";

/** Opens a draft from its journal. */
export async function recover(session: Session, entry: Recoverable): Promise<void> {
  const journal = await session.host.readJournal(entry.id);
  if (!journal.ok) return session.fail("error.notRecovered", journal.error);
  const { draft, lines } = journal.value;
  const parts = await performParts(session, "open", { name: entry.name }, { do: "recover", draft, lines });
  if (!parts.ok) return session.fail("error.notRecovered", parts.error);
  const messages = [...journal.messages, ...parts.value.messages];
  showDocument(session, { ...parts.value, messages }, { name: entry.name, file: null, saved: false });
  session.journal?.adopt(entry.id);
  session.update(({ recoverable }) => ({ recoverable: recoverable.filter(({ id }) => id !== entry.id) }));
  session.notify({ tone: "success", key: "toast.recovered", values: { name: entry.name } });
}

/** Forgets a journal. */
export async function discardRecoverable(session: Session, id: DocumentId): Promise<void> {
  const done = await session.host.discardJournal(id);
  if (!done.ok) return session.fail("error.title", done.error);
  session.update(({ recoverable }) => ({ recoverable: recoverable.filter((entry) => entry.id !== id) }));
}
