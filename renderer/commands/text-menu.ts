/**
 * The menu of a right click in the text: asks its commands once more, because the click may have moved the caret, and
 * has the main process show it.
 */
import { commandIdsOf, textMenu } from "../../shared/commands";
import type { Session } from "../session/session";
import { isEditable } from "./behaviour";
import { isActive, isEnabled } from "./registry";

/** Answers a right click, or the menu key, in the text that one types in. */
export function openTextMenu(session: Session, event: MouseEvent): void {
  if (!isEditable(session)) return;
  event.preventDefault();
  const { clientX, clientY } = event;
  // The editor hears where the caret is a moment after the click that put it there.
  setTimeout(() => {
    const states = commandIdsOf(textMenu).map((id) => [
      id,
      { enabled: isEnabled(session, id), checked: isActive(session, id) },
    ]);
    void session.host.setCommandStates(Object.fromEntries(states));
    void session.host.showTextMenu(Math.round(clientX), Math.round(clientY));
  });
}
