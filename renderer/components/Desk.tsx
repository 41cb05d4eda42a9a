/** The place of the page: hands the open document to the editor as its source, and magnifies it. */

import { Selection } from "prosemirror-state";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { baseOf } from "../../shared/editing/redline-plugin";
import { joined } from "../../shared/locales/joined";
import { runCommand } from "../commands/registry";
import { openTextMenu } from "../commands/text-menu";
import { EditorPane } from "../editor/EditorPane";
import type { EditorSource } from "../editor/editor-source";
import type { ProposalFrame } from "../editor/proposal-view";
import { markerOfProposal, useSettledRedline } from "../session/changes";
import type { Session } from "../session/session";
import { FindBar } from "./FindBar";
import { Later, later } from "./Later";
import { Magnified } from "./Magnified";
import { useActions, useSession } from "./session-context";

const sideBySide = later(async () => (await import("./SideBySide")).SideBySide);
const compilationTable = later(async () => (await import("./CompilationTable")).CompilationTable);
const versionsTable = later(async () => (await import("./VersionsTable")).VersionsTable);

export function Desk() {
  const { t } = useTranslation();
  const session = useActions();
  const key = useSession((value) => value.document?.key ?? 0);
  const base = useSession((value) => (value.document ? baseOf(value.document.state) : null));
  const view = useSession((value) => value.view);
  const beside = view === "sideBySide" || view === "compilation" || view === "versions";
  const searches = useSession((value) => value.find.shown !== null);
  const zoom = useSession((value) => value.zoom);
  const name = useSession((value) => value.document?.name ?? "");
  // A new document is a new source: the editor starts afresh, with its own history and scroll position.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is what makes the source new
  const source = useMemo(() => sourceOf(session), [session, key]);
  useEffect(() => {
    document.title = joined(t, "named", [name, t("app.name")]);
  }, [name, t]);
  const frame = useProposalFrame(session);
  const place = useRef<HTMLElement>(null);
  useFittingZoom(place);
  if (!base) return null;
  return (
    <main className="page-place" data-testid="page" ref={place}>
      <h1 className="for-ears">{name}</h1>
      {view === "sideBySide" && <Later part={sideBySide} key={key} />}
      {view === "compilation" && <Later part={compilationTable} key={key} />}
      {view === "versions" && <Later part={versionsTable} key={key} />}
      {searches && !beside && <FindBar />}
      <Magnified by={zoom} hidden={beside}>
        <EditorPane
          key={key}
          source={source}
          onMenu={(event) => openTextMenu(session, event)}
          base={base}
          view={beside ? "marked" : view}
          name={name}
          frame={frame}
          onView={(editor) => {
            // Reachable by Tab even where the page is only read, and scrollable from there.
            if (editor) editor.dom.tabIndex = 0;
            session.focusText = editor ? () => editor.focus() : () => {};
          }}
        />
      </Magnified>
    </main>
  );
}

/** Tells the page what the changes make of each proposal, once typing rests, and opens their fields. */
function useProposalFrame(session: Session): ProposalFrame {
  const redline = useSettledRedline();
  const latest = useRef(redline);
  const [listeners] = useState(() => new Set<() => void>());
  latest.current = redline;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new redline is the news
  useEffect(() => {
    for (const listener of listeners) listener();
  }, [listeners, redline]);
  return useMemo<ProposalFrame>(
    () => ({
      derived: (index) => (latest.current ? markerOfProposal(latest.current, index) : ""),
      onDerived(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      open(pos) {
        const { document } = session.getSnapshot();
        if (!document) return;
        session.dispatch(document.state.tr.setSelection(Selection.near(document.state.doc.resolve(pos + 1))));
        runCommand(session, "showProposal", "panel");
      },
    }),
    [session, listeners],
  );
}

function sourceOf(session: Session): EditorSource {
  const { document } = session.getSnapshot();
  if (!document) throw new Error("There is no open document.");
  const { key } = document;
  let last = document.state;
  return {
    // The pane outlives its document by one redraw, when that is closed or another one takes its place.
    getState() {
      const { document: now } = session.getSnapshot();
      if (now?.key === key) last = now.state;
      return last;
    },
    dispatch: session.dispatch,
    subscribe: session.subscribe,
  };
}

/** A4 at 96 dots per inch with the desk's margin on both sides. */
const pageWidth = 794 + 2 * 24;
const smallestFit = 0.6;

/** Makes the page as wide as its place, never wider than paper, while the user asks for no other size. */
function useFittingZoom(place: { current: HTMLElement | null }): void {
  const session = useActions();
  const fits = useSession((value) => value.zoomFits);
  // Before the text is mounted: measured after it, the whole text would be laid out twice.
  useLayoutEffect(() => {
    const element = place.current;
    if (!element || !fits) return;
    const follow = () => {
      const zoom = Math.floor((element.clientWidth / pageWidth) * 100) / 100;
      session.update({ zoom: Math.min(Math.max(zoom, smallestFit), 1) });
    };
    const watch = new ResizeObserver(follow);
    watch.observe(element);
    follow();
    return () => watch.disconnect();
  }, [session, fits, place]);
}
