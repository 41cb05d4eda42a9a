/** Saving a draft, and the question before unsaved work is left. */
import { commentsKey } from "../../shared/editing/comments";
import { labelPolicyOf } from "../../shared/editing/label-policy";
import { draftBytes } from "./formats";
import { hasNewComments, isDirty, type Session } from "./session";

/** Saves the open draft; tells whether it is on disk now. */
export async function saveDocument(session: Session, how: "save" | "saveAs"): Promise<boolean> {
  const { document } = session.getSnapshot();
  if (!document) return false;
  const { state, key } = document;
  // First the journal: whatever happens during the save, recovery offers at least what the file may hold.
  await session.journal?.settle();
  const bytes = draftBytes(document, "file");
  const suggested = `${document.name}.resdraft`;
  const { host } = session;
  const saved =
    how === "save" ? await host.saveDraft(document.file, suggested, bytes) : await host.saveDraftAs(suggested, bytes);
  if (!saved.ok) {
    session.fail("error.notSaved", saved.error, { isKept: session.journal?.isKept() ?? false });
    return false;
  }
  if (saved.value === null) return false;
  const { id, name } = saved.value;
  // The text may have gone on while the file was written: what was written is what counts as saved.
  session.update(({ document: now }) =>
    now?.key === key
      ? {
          document: {
            ...now,
            file: id,
            name: name.replace(/\.resdraft$/i, ""),
            savedDoc: state.doc,
            savedPolicy: labelPolicyOf(state),
            savedComments: commentsKey.getState(state)?.said ?? [],
          },
        }
      : {},
  );
  const { document: after } = session.getSnapshot();
  if (after?.key === key && !isDirty(after)) await session.journal?.end();
  session.notify({ tone: "success", key: "toast.saved", values: { name } });
  session.tell(saved.messages);
  return true;
}

/** Asks about unsaved changes when there are any; false means that the user wants to stay. */
export async function settleUnsaved(session: Session): Promise<boolean> {
  const { document } = session.getSnapshot();
  if (!document || !isDirty(document)) return true;
  const isNew = !hasNewComments(document) && !document.compilation;
  if (document.state.doc.eq(document.base) && isNew) return true;
  const choice = await new Promise<"save" | "discard" | "cancel">((answer) => {
    session.ask({ kind: "unsaved", name: document.name, answer });
  });
  session.update({ dialog: null });
  if (choice === "save") return saveDocument(session, "save");
  if (choice === "discard") await session.journal?.giveUp();
  return choice === "discard";
}
