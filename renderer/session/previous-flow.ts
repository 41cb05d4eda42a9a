/** The way back: the version that the last save of a draft replaced. */
import type { Message } from "../../shared/result";
import { showTime } from "../components/times";
import { words } from "../words";
import { performParts } from "./long-work";
import { showDocument } from "./open-flow";
import { settleUnsaved } from "./save-flow";
import type { Session } from "./session";

/** Opens the version that the last save of the open draft replaced, as a document without a place. */
export async function openPreviousVersion(session: Session): Promise<void> {
  const { document, settings } = session.getSnapshot();
  if (!document?.file || !(await settleUnsaved(session))) return;
  const { file, name } = document;
  const previous = await session.host.readPrevious(file);
  if (!previous.ok) return session.fail("error.notOpened", previous.error);
  if (!previous.value) {
    return session.fail("error.notOpened", { severity: "error", code: "file.no-previous", values: { name } });
  }
  const { bytes, replacedAt } = previous.value;
  const parts = await performParts(
    session,
    "open",
    { name },
    { do: "open", file: { name: `${name}.resdraft`, bytes } },
  );
  if (!parts.ok) return session.fail("error.notOpened", parts.error);
  const saved = showTime(replacedAt, settings.language, words);
  const note: Message = { severity: "warning", code: "draft.previous-version", values: { saved } };
  const messages = [note, ...parts.value.messages];
  showDocument(session, { ...parts.value, messages }, { name, file: null, saved: false });
}
