/**
 * The page: mounts the EditorView, keeps it in step with the source of the document, and shows the text
 * as marked, clean or base. The base is shown in a view of its own that takes no edits.
 */

import type { Node } from "prosemirror-model";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { useEffect, useRef } from "react";
import { directionOf } from "../../shared/locales/languages";
import "prosemirror-view/style/prosemirror.css";
import "../styles/page.css";
import "../styles/header-block.css";
import "../styles/redline.css";
import type { EditorSource } from "./editor-source";
import { framedNodeViews } from "./node-views";
import { bareFrame, type ProposalFrame } from "./proposal-view";
import { quietCommits } from "./quiet-commits";
import { settleWhenIdle } from "./settle-when-idle";

export type TextView = "marked" | "clean" | "base";

interface EditorPaneProps {
  source: EditorSource;
  base: Node;
  view: TextView;
  /** What a screen reader calls the text. */
  name: string;
  /** Told once the text can take the keyboard, and again with null when it is gone. */
  onView?: (view: EditorView | null) => void;
  /** Told of a right click in the text, or of the menu key. */
  onMenu?: (event: MouseEvent) => void;
  /** What is known about the proposals beside their text. */
  frame?: ProposalFrame;
}

const baseViews = framedNodeViews();

/** The text of the open draft, as a page that can be typed on. */
export function EditorPane({ source, base, view, name, onView, onMenu, frame = bareFrame }: EditorPaneProps) {
  const { language } = base.attrs;
  const direction = directionOf(language);
  return (
    <div className={`desk view-${view}`}>
      <div className="sheet" lang={language} dir={direction} hidden={view === "base"}>
        <DraftText source={source} name={name} onView={onView} onMenu={onMenu} frame={frame} />
      </div>
      {view === "base" && (
        <div className="sheet" lang={language} dir={direction}>
          <BaseText base={base} name={name} />
        </div>
      )}
    </div>
  );
}

type DraftTextProps = Pick<EditorPaneProps, "source" | "name" | "onView" | "onMenu"> & { frame: ProposalFrame };

function DraftText({ source, name, onView, onMenu, frame }: DraftTextProps) {
  const place = useRef<HTMLDivElement>(null);
  // A new name or a new listener is no reason to mount the text again.
  const told = useRef({ name, onView, onMenu });
  told.current = { name, onView, onMenu };
  useEffect(() => {
    const view = new EditorView(
      { mount: place.current as HTMLElement },
      {
        state: source.getState(),
        nodeViews: framedNodeViews(frame),
        attributes: () => ({
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": told.current.name,
          spellcheck: "false",
        }),
        handleDOMEvents: {
          contextmenu: (_view, event) => told.current.onMenu?.(event),
        },
        dispatchTransaction: (tr) => source.dispatch(tr),
      },
    );
    quietCommits(view.dom);
    const idle = settleWhenIdle(view);
    const stop = source.subscribe(() => {
      const state = source.getState();
      if (state === view.state) return;
      const edited = state.doc !== view.state.doc;
      view.updateState(state);
      if (edited) idle.edited();
    });
    told.current.onView?.(view);
    return () => {
      stop();
      idle.stop();
      told.current.onView?.(null);
      view.destroy();
    };
  }, [source, frame]);
  return <div ref={place} />;
}

function BaseText({ base, name }: { base: Node; name: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const view = new EditorView(
      { mount: place.current as HTMLElement },
      {
        state: EditorState.create({ doc: base }),
        nodeViews: baseViews,
        editable: () => false,
        // Scrolled by keys although nothing can be typed.
        attributes: { role: "document", "aria-label": name, tabindex: "0" },
      },
    );
    return () => view.destroy();
  }, [base, name]);
  return <div ref={place} />;
}
