/** What a command does, and whether it can: the shape that every command file fills. */
import type { Session } from "../session/session";

export type CommandSource = "menu" | "toolbar" | "shortcut" | "palette" | "panel" | "welcome" | "drop";

export interface Behaviour {
  run(session: Session, source: CommandSource): unknown;
  /** Left out: always possible. */
  isEnabled?(session: Session): boolean;
  /** For commands with a tick: whether it is in force. */
  isActive?(session: Session): boolean;
}

/** For commands that need a document. */
export function hasDocument(session: Session): boolean {
  return session.getSnapshot().document !== null;
}

/** Whether what is shown is the text that one types in. */
export function isEditable(session: Session): boolean {
  const { view } = session.getSnapshot();
  return view === "marked" || view === "clean";
}
