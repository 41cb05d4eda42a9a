/**
 * What the window says about changes, all derived from the redline that follows the open document. While
 * somebody types, lists lag behind on purpose; they catch up as soon as the hands rest.
 */
import type { Command, EditorState } from "prosemirror-state";
import { startTransition, useEffect, useMemo, useState } from "react";
import { rejectChange, rejectProvision, restoreAtCaret, restoreProvision } from "../../shared/editing/change-commands";
import { type ChangeEntry, changeGroups, changesOf } from "../../shared/editing/change-list";
import { exactRedline, needsSettling, redlineKey } from "../../shared/editing/redline-plugin";
import { provisionsOfProposal } from "../../shared/redline/counterparts";
import { deriveMarker } from "../../shared/redline/marker";
import { isChange, type Provision, type Redline } from "../../shared/redline/redline-types";
import { useActions } from "../components/session-context";
import { caretBlockId, goTo } from "./go-to";
import { restTimer } from "./rest-timer";
import type { OpenDocument, Session } from "./session";

/** How long typing must rest before lists follow it. */
const restMs = 250;
/** After so many rests lists no longer wait for the page to make the redline exact; no page may be there. */
const mostWaits = 4;

/** The open document as it stands now and, once typing rests, as it stands then. */
export function useSettledDocument(): OpenDocument | null {
  const session = useActions();
  const [shown, setShown] = useState(() => session.getSnapshot().document);
  useEffect(() => {
    let last = session.getSnapshot().document;
    let waits = 0;
    const follow = () => {
      const { document } = session.getSnapshot();
      if (document && needsSettling(document.state) && waits++ < mostWaits) return timer.restart(restMs);
      waits = 0;
      // Not urgent: a key that is pressed meanwhile goes first.
      startTransition(() => setShown(document));
    };
    const timer = restTimer(follow);
    const stop = session.subscribe(() => {
      const { document } = session.getSnapshot();
      if (document === last) return;
      const same = document?.key === last?.key;
      // A proposal that comes late changes what is decided on, not the text.
      const text = document?.state.doc === last?.state.doc && document?.compilation === last?.compilation;
      last = document;
      // The page is done with making the redline exact: whoever waited for that need not wait longer.
      const isReady = waits > 0 && document && !needsSettling(document.state);
      if (same && text && !isReady) return;
      if (same && !isReady) return timer.restart(restMs);
      timer.stop();
      follow();
    });
    follow();
    return () => {
      stop();
      timer.stop();
    };
  }, [session]);
  return shown;
}

/** The redline of the open document, following the text once typing rests. */
export function useSettledRedline(): Redline | null {
  const document = useSettledDocument();
  return document ? exactRedline(document.state) : null;
}

export interface ChangeRow extends ChangeEntry {
  key: string;
}

/** The rows of the list of changes, following the text once typing rests. */
export function useChangeRows(): ChangeRow[] {
  const document = useSettledDocument();
  return useMemo(() => {
    const redline = document && exactRedline(document.state);
    if (!document || !redline) return [];
    const attribution = redlineKey.getState(document.state)?.attribution ?? null;
    return changesOf(redline, attribution, document.author).map((entry) => ({
      ...entry,
      key: `${entry.provision.id}/${entry.kind}/${entry.segment}`,
    }));
  }, [document]);
}

/** The marker that the changes say, before any override. */
export function markerOf(state: EditorState): string {
  return exactRedline(state)?.marker ?? "";
}

/** The marker that the changes say for one proposal of the current text; notes belong to the only one there is. */
export function markerOfProposal(redline: Redline, index: number): string {
  const proposals = new Set(redline.provisions.map(({ after }) => after?.proposal ?? -1).filter((at) => at >= 0));
  if (proposals.size < 2) return redline.marker;
  return deriveMarker(provisionsOfProposal(redline, index));
}

/** Shows a change on the page, at its first changed letter. */
export function goToChange(session: Session, row: ChangeRow): void {
  goTo(session, row.provision, row.provision.segments[Math.max(row.segment, 0)]?.fromB ?? 0);
}

/** Takes one change back: rejects it, or restores what was suppressed. */
export function takeBack(session: Session, { provision, kind, segment }: ChangeRow): void {
  if (kind === "suppressed") session.run(restoreProvision(provision.id));
  else if (kind === "moved" || kind === "added") session.run(rejectProvision(provision.id));
  else session.run(rejectChange(provision.id, segment));
}

/** The provision that holds the caret. */
export function provisionAtCaret(state: EditorState): Provision | null {
  const id = caretBlockId(state);
  if (id === null) return null;
  return exactRedline(state)?.provisions.find(({ after }) => after?.node.attrs.id === id) ?? null;
}

/** Takes back the change under the caret: the words it touches, else the label, else the whole provision. */
export const rejectAtCaret: Command = (state, dispatch) => {
  const provision = provisionAtCaret(state);
  if (!provision || !isChange(provision.status)) {
    return restoreAtCaret(state, dispatch);
  }
  const group = groupAtSelection(state, provision);
  if (provision.before && group) return rejectChange(provision.id, group.from)(state, dispatch);
  return rejectProvision(provision.id)(state, dispatch);
};

/** Which change of the list stands under the caret: the words it touches, else whatever there is of the provision. */
export function changeAtCaret(state: EditorState): ((change: ChangeEntry) => boolean) | null {
  const provision = provisionAtCaret(state);
  if (!provision || !isChange(provision.status)) return null;
  const group = groupAtSelection(state, provision);
  const isWhole = !provision.before || !group;
  return (change) => change.provision.id === provision.id && (isWhole || change.segment === group.from);
}

/** The words of a provision that changed together and that the selection touches. */
function groupAtSelection(
  { selection }: EditorState,
  provision: Provision,
): ReturnType<typeof changeGroups>[number] | undefined {
  const { $from, from, to } = selection;
  const [start, end] = [$from.parentOffset, $from.parentOffset + to - from];
  return changeGroups(provision).find((group) => {
    const [first, last] = [provision.segments[group.from], provision.segments[group.to]];
    return first && last && first.fromB <= end && last.toB >= start;
  });
}

/** Takes the provision at the caret back to what the base says. */
export const rejectProvisionAtCaret: Command = (state, dispatch) => {
  const provision = provisionAtCaret(state);
  return provision !== null && rejectProvision(provision.id)(state, dispatch);
};
