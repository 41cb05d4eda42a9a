/**
 * Meeting mode: which provision the room looks at, and how. The room's window and the presenter's list both
 * follow this one value. A place is named by the id of its block, which edits do not change, so that the chair
 * can edit while the room looks on; an edit elsewhere takes the room there.
 */

import { exactRedline } from "../../shared/editing/redline-plugin";
import { isChange } from "../../shared/redline/redline-types";
import { type SideRow, sideRows } from "../../shared/redline/side-rows";
import { caretBlockId } from "./go-to";
import type { Meeting, OpenDocument, Session } from "./session";

/** Readable from the back of a room, and up to a few words on a line. */
export const meetingSizes = [24, 28, 32, 38, 46, 56];

const firstMeeting: Meeting = { current: null, walk: "changes", folds: true, theme: "light", size: 28 };

/** Opens or closes the window for the room. */
export function toggleMeeting(session: Session): void {
  const { meeting, document } = session.getSnapshot();
  if (meeting) endMeeting(session);
  if (meeting || !document) return;
  const stops = stopsOf(meetingRows(document), "changes");
  const first = stops[0];
  session.update({
    meeting: { ...firstMeeting, current: first ? rowName(first) : null },
    tab: "meeting",
    panelShown: true,
  });
}

/** Closes the window for the room. */
export function endMeeting(session: Session): void {
  session.update(({ tab }) => ({ meeting: null, tab: tab === "meeting" ? "changes" : tab }));
}

/** Changes how or what the room sees. */
export function changeMeeting(session: Session, change: Partial<Meeting>): void {
  session.update(({ meeting }) => ({ meeting: meeting && { ...meeting, ...change } }));
}

/** Goes to the next or the previous stop; at either end it stays. */
export function stepMeeting(session: Session, step: 1 | -1 | "first" | "last"): void {
  const { meeting, document } = session.getSnapshot();
  if (!meeting || !document) return;
  const rows = meetingRows(document);
  const stops = stopsOf(rows, meeting.walk);
  if (stops.length === 0) return;
  const at = rows.findIndex((row) => rowName(row) === meeting.current);
  const order = stops.map((row) => rows.indexOf(row));
  let next: number;
  if (step === "first") next = 0;
  else if (step === "last") next = stops.length - 1;
  // From a place that is no stop, the nearest one in that direction.
  else if (step === 1) next = order.findIndex((place) => place > at);
  else next = order.filter((place) => place < at).length - 1;
  const stop = stops[next];
  if (stop) changeMeeting(session, { current: rowName(stop) });
}

/** Makes the text larger or smaller. */
export function resizeMeeting(session: Session, direction: 1 | -1): void {
  const { meeting } = session.getSnapshot();
  if (!meeting) return;
  const size = meetingSizes[meetingSizes.indexOf(meeting.size) + direction];
  if (size) changeMeeting(session, { size });
}

/** Takes the room along to what the chair edits; gives the function that stops it. */
export function followEdits(session: Session): () => void {
  return session.onEdit((transactions) => {
    const { meeting, document } = session.getSnapshot();
    if (!meeting || !document || !transactions.some(({ docChanged }) => docChanged)) return;
    const current = caretBlockId(document.state);
    if (current !== null && current !== meeting.current) changeMeeting(session, { current });
  });
}

const known = new WeakMap<OpenDocument["state"], SideRow[]>();

/** The rows that a meeting goes through. */
export function meetingRows({ state }: OpenDocument): SideRow[] {
  let rows = known.get(state);
  if (!rows) {
    const redline = exactRedline(state);
    rows = redline ? sideRows(redline) : [];
    known.set(state, rows);
  }
  return rows;
}

/** The rows at which next and previous stop. */
export function stopsOf(rows: readonly SideRow[], walk: Meeting["walk"]): SideRow[] {
  if (walk === "provisions") return [...rows];
  return rows.filter(({ provision: { status } }) => isChange(status));
}

/** A row by its block: the current one, or the one that stood there. */
export function rowName({ provision: { before, after }, side }: SideRow): string {
  const now = side === "before" ? null : after;
  return now ? now.node.attrs.id : `was ${before?.node.attrs.id}`;
}
