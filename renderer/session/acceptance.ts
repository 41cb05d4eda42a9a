/**
 * Taking an acceptance back and making it again: undo leads there when the edits that came after it are taken back,
 * redo when those that came before it are made again. The texts on both sides keep the edits that led to them; where
 * the draft is saved is what counts now, whichever side is shown.
 */
import { redoDepth, undoDepth } from "prosemirror-history";
import type { OpenDocument, Session } from "./session";

/** Whether undo would take an acceptance back. */
export function canUndoAcceptance(session: Session): boolean {
  const { document } = session.getSnapshot();
  return document?.before != null && undoDepth(document.state) === 0;
}

/** Takes the last acceptance back, once every edit after it is taken back too. */
export function undoAcceptance(session: Session): boolean {
  const { document } = session.getSnapshot();
  if (!document?.before || !canUndoAcceptance(session)) return false;
  const { before } = document;
  return show(session, document, { ...before, after: { ...document, before: null }, acceptedIn: before.state.doc });
}

/** Whether redo would make an acceptance again: nothing but undo came after it. */
export function canRedoAcceptance(session: Session): boolean {
  const { document } = session.getSnapshot();
  return (
    document?.after != null && redoDepth(document.state) === 0 && document.acceptedIn?.eq(document.state.doc) === true
  );
}

/** Makes an acceptance again that was taken back. */
export function redoAcceptance(session: Session): boolean {
  const { document } = session.getSnapshot();
  if (!document?.after || !canRedoAcceptance(session)) return false;
  const { after, ...before } = document;
  return show(session, document, { ...after, before: { ...before, after: null } });
}

function show(session: Session, now: OpenDocument, next: OpenDocument): boolean {
  // The file holds the other base: a save is needed, in the place where the last one went.
  session.update({ document: { ...next, file: now.file, name: now.name, savedDoc: null } });
  session.journal?.begin();
  return true;
}
