/** A draft that is damaged: what can be read of it is shown as a new document, with a list of what is missing. */
import { repairable } from "../../shared/draft/repairable";
import type { OpenedFile } from "../../shared/ipc";
import type { Message, Result } from "../../shared/result";
import { showTime } from "../components/times";
import { words } from "../words";
import type { DocumentParts } from "./document-parts";
import { performParts } from "./long-work";
import type { Session } from "./session";

/** Repairs a draft that could not be read; null when it is not a damaged draft, so that nothing can be tried. */
export async function repairDamaged(
  session: Session,
  { id, name, bytes }: OpenedFile,
  error: Message,
): Promise<Result<DocumentParts> | null> {
  if (!name.toLowerCase().endsWith(".resdraft") || !repairable.has(error.code)) return null;
  const kept = await session.host.readPrevious(id);
  const previous = kept.ok && kept.value ? kept.value.bytes : null;
  const parts = await performParts(session, "open", { name }, { do: "repair", damaged: bytes, previous });
  if (!parts.ok) return parts;
  const { language } = session.getSnapshot().settings;
  const messages = parts.value.messages.map((message) => ({
    ...message,
    ...(message.values?.saved ? { values: { saved: showTime(String(message.values.saved), language, words) } } : {}),
  }));
  return { ...parts, value: { ...parts.value, messages } };
}
