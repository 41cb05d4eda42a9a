/**
 * Changes accepted into the base of the open draft, many changes rejected at once, and the draft moved onto a newer
 * base. Rejecting is an edit; accepting and rebasing give the draft another base, made and proved in the other thread.
 */
import { Selection } from "prosemirror-state";
import { recordAttribution } from "../../shared/editing/attribution";
import { type ChangeEntry, changesOf } from "../../shared/editing/change-list";
import { commentsOf } from "../../shared/editing/comments";
import { labelPolicyOf, labelsStand } from "../../shared/editing/label-policy";
import { exactRedline, redlineKey } from "../../shared/editing/redline-plugin";
import { settleTexts } from "../../shared/editing/settled-texts";
import { transformTo } from "../../shared/editing/transform-to";
import { performParts, performRebase } from "./long-work";
import { showDocument } from "./open-flow";
import { settleUnsaved } from "./save-flow";
import type { OpenDocument, Session } from "./session";

/** Tells which changes are meant. */
export type Wanted = (change: ChangeEntry) => boolean;

/** The changes of the open draft, as the panel lists them. */
export function changesOfDocument({ state, author }: Pick<OpenDocument, "state" | "author">): ChangeEntry[] {
  const redline = exactRedline(state);
  return redline ? changesOf(redline, redlineKey.getState(state)?.attribution ?? null, author) : [];
}

/** Whether the base can take changes in; what a meeting decides on keeps the base that the proposals have. */
export function canAccept(session: Session): boolean {
  const { document } = session.getSnapshot();
  return document !== null && !document.compilation && hasChanges(session);
}

/** Whether there is a change at all; asked with every rest of the hands, so the running counts must do. */
export function hasChanges(session: Session): boolean {
  const { document } = session.getSnapshot();
  const live = document && redlineKey.getState(document.state)?.live;
  if (!live) return false;
  const { unchanged: _, ...changed } = live.counts;
  return Object.values(changed).some((count) => count > 0);
}

/** Rejects changes, as one edit. */
export function rejectThese(session: Session, wanted: Wanted): void {
  const { document } = session.getSnapshot();
  const redline = document && exactRedline(document.state);
  const known = document && redlineKey.getState(document.state);
  if (!document || !redline || !known) return;
  const { state, base, author } = document;
  const attribution = recordAttribution(known.attribution, redline);
  const texts = { base, current: state.doc, attribution, source: null, policy: labelPolicyOf(state), author };
  const chosen = new Set(placesOf(document, wanted));
  const settled = settleTexts({ ...texts, how: "reject" }, (_change, index) => chosen.has(index));
  if (!settled.ok) {
    session.fail("error.title", settled.error);
    return;
  }
  session.run((now, dispatch) => {
    const { tr } = now;
    transformTo(tr, settled.value.current);
    if (!tr.docChanged) return false;
    dispatch?.(tr.setMeta(labelsStand, true).scrollIntoView());
    return true;
  });
  session.tell(settled.messages);
}

/** Accepts changes into the base: the text stays, the base and its Word file take them in. */
export async function acceptThese(session: Session, wanted: Wanted): Promise<void> {
  const { document } = session.getSnapshot();
  if (!document || !canAccept(session)) return;
  const { state, base, source, key, author } = document;
  const redline = exactRedline(state);
  const known = redlineKey.getState(state);
  const template = await session.host.readResource("templates/itu.docx");
  if (!template.ok) return session.fail("error.title", template.error);
  const chosen = placesOf(document, wanted);
  if (!redline || !known || chosen.length === 0) return;
  const parts = await performParts(
    session,
    "accept",
    {},
    {
      do: "accept",
      base: base.toJSON(),
      current: state.doc.toJSON(),
      attribution: recordAttribution(known.attribution, redline),
      policy: labelPolicyOf(state),
      chosen,
      source,
      author,
      date: new Date().toISOString(),
      template: template.value,
    },
  );
  if (!parts.ok) return session.fail("error.title", parts.error);
  const now = session.getSnapshot().document;
  // Keys that were pressed meanwhile would be lost with the texts they were pressed in.
  if (now?.key !== key || now.state.doc !== state.doc) return;
  const { name, file, createdAt, messages } = document;
  showDocument(
    session,
    { ...parts.value, createdAt, author, messages, comments: commentsOf(state) },
    { name, file, saved: false },
  );
  const after = session.getSnapshot().document;
  if (after) session.update({ document: { ...after, before: document }, view: session.getSnapshot().view });
  // The text is the same, so the caret stays where it was.
  session.run((now, dispatch) => {
    const { $from } = state.selection;
    const place = now.doc.resolve(Math.min($from.pos, now.doc.content.size));
    dispatch?.(now.tr.setSelection(Selection.near(place)).scrollIntoView());
    return true;
  });
  session.notify({ tone: "success", key: "toast.accepted", values: { count: chosen.length } });
  session.tell(parts.messages);
}

/** Moves the open draft onto a newer text of its base; conflicts are settled before it is shown. */
export async function rebaseOpen(session: Session): Promise<void> {
  const { document } = session.getSnapshot();
  if (!document || !(await settleUnsaved(session))) return;
  const chosen = await session.host.openFile("base");
  if (!chosen.ok) return session.fail("error.notOpened", chosen.error);
  if (!chosen.value) return;
  const { name, bytes } = chosen.value;
  const { state, base } = document;
  const redline = exactRedline(state);
  const known = redlineKey.getState(state);
  if (!redline || !known) return;
  const order = {
    base: base.toJSON(),
    current: state.doc.toJSON(),
    attribution: recordAttribution(known.attribution, redline),
    policy: labelPolicyOf(state),
    comments: commentsOf(state),
    onto: { name, bytes },
  };
  const first = await performRebase(session, name, { ...order, yields: [] });
  if (!first.ok) return session.fail("error.notRebased", first.error);
  const yields = await new Promise<string[] | null>((answer) => {
    session.ask({ kind: "rebase", name, parts: first.value, answer });
  });
  session.update({ dialog: null });
  if (!yields) return;
  const moved = yields.length > 0 ? await performRebase(session, name, { ...order, yields }) : first;
  if (!moved.ok) return session.fail("error.notRebased", moved.error);
  const { createdAt } = document;
  // The draft on the old base stays in its file.
  showDocument(session, { ...moved.value, createdAt }, { name: document.name, file: null, saved: false });
}

/** Where the changes that are meant stand in the list of changes. */
function placesOf(document: OpenDocument, wanted: Wanted): number[] {
  return changesOfDocument(document).flatMap((change, index) => (wanted(change) ? [index] : []));
}
