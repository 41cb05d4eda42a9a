/**
 * Another language version of the open resolution: a draft, a tracked Word file or a plain text, read and laid beside
 * the open draft. Its own changes are those against its own base; a text without changes says so on every row.
 */

import { comparedBase } from "../../shared/redline/compared-base";
import { redline } from "../../shared/redline/redline";
import type { Message } from "../../shared/result";
import { performBeside } from "./long-work";
import { withoutExtension } from "./open-flow";
import type { Session } from "./session";

/** Asks for a language version and shows both. */
export async function openVersion(session: Session): Promise<void> {
  const chosen = await session.host.openFile("any");
  if (!chosen.ok) return session.fail("error.notOpened", chosen.error);
  if (!chosen.value) return;
  const { name, bytes } = chosen.value;
  const parts = await performBeside(session, "open", { name }, { do: "open", file: { name, bytes } });
  const { document } = session.getSnapshot();
  if (!document) return;
  if (!parts.ok) return session.fail("error.notOpened", parts.error);
  const { base, current } = parts.value;
  const language = document.state.doc.attrs.language;
  if (current.attrs.language === language) {
    const same: Message = { severity: "error", code: "window.same-language", values: { name } };
    return session.fail("error.notOpened", same);
  }
  const version = {
    key: document.key,
    name: withoutExtension(name),
    language: current.attrs.language,
    redline: redline(comparedBase(base, current), current),
  };
  session.update({ version, view: "versions" });
}

/** Whether a language version stands beside the open document. */
export function hasVersion(session: Session): boolean {
  const { document, version } = session.getSnapshot();
  return document !== null && version?.key === document.key;
}
