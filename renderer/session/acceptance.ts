/** Taking an acceptance back: undo leads there when the edits that came after it are taken back. */
import { undoDepth } from "prosemirror-history";
import type { Session } from "./session";

/** Whether undo would take an acceptance back. */
export function canUndoAcceptance(session: Session): boolean {
  const { document } = session.getSnapshot();
  return document?.before != null && undoDepth(document.state) === 0;
}

/** Takes the last acceptance back, once every edit after it is taken back too. */
export function undoAcceptance(session: Session): boolean {
  const { document } = session.getSnapshot();
  if (!document?.before || !canUndoAcceptance(session)) return false;
  session.update({ document: document.before });
  session.journal?.begin();
  return true;
}
