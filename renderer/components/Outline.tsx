/** The document's structure as a tree with statuses: a click or Enter goes there, arrows walk and fold. */
import { ToggleButton, Tooltip } from "@fluentui/react-components";
import { FilterRegular } from "@fluentui/react-icons";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CommandId } from "../../shared/commands";
import { proposalsOf } from "../../shared/editing/proposal-commands";
import { directionOf } from "../../shared/locales/languages";
import type { Language } from "../../shared/model/document";
import { shownMarker } from "../../shared/model/marker";
import type { Redline } from "../../shared/redline/redline-types";
import { runCommand } from "../commands/registry";
import { markerOfProposal, useSettledRedline } from "../session/changes";
import { caretBlockId, goTo } from "../session/go-to";
import { type OutlineRow, outlineRows, type ProposalName, visibleRows } from "../session/outline-rows";
import { OutlineLine, rowHeight } from "./OutlineLine";
import { useActions, useSession } from "./session-context";

export function Outline() {
  const { t } = useTranslation();
  const session = useActions();
  const tree = useId();
  const redline = useSettledRedline();
  const names = useProposalNames(redline);
  const rows = useMemo(() => (redline ? outlineRows(redline, names) : []), [redline, names]);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [changedOnly, setChangedOnly] = useState(false);
  const [focused, setFocused] = useState<string | null>(null);
  const caret = useSession((value) => (value.document ? caretBlockId(value.document.state) : null));
  const language = useSession((value) => (value.document?.state.doc.attrs.language ?? "en") as Language);
  // The tree runs as its text does, whatever the language of the window around it.
  const direction = directionOf(language);
  const shown = useMemo(() => visibleRows(rows, folded, changedOnly), [rows, folded, changedOnly]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });

  const here = shown.findIndex(
    (row) => row.kind !== "proposal" && row.provision.after?.node.attrs.id === caret && caret !== null,
  );
  useEffect(() => {
    if (here >= 0) virtual.scrollToIndex(here, { align: "auto" });
  }, [here, virtual]);

  const place = Math.max(
    shown.findIndex((row) => row.key === focused),
    0,
  );
  const focusRow = (index: number) => {
    const row = shown[Math.min(Math.max(index, 0), shown.length - 1)];
    if (!row) return;
    setFocused(row.key);
    virtual.scrollToIndex(shown.indexOf(row), { align: "auto" });
  };
  const fold = (row: OutlineRow, closed: boolean) => {
    const next = new Set(folded);
    if (closed) next.add(row.key);
    else next.delete(row.key);
    setFolded(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = shown[place];
    if (!row) return;
    const rtl = direction === "rtl";
    const inward = rtl ? "ArrowLeft" : "ArrowRight";
    const outward = rtl ? "ArrowRight" : "ArrowLeft";
    const acts = new Map<string, () => void>([
      ["ArrowDown", () => focusRow(place + 1)],
      ["ArrowUp", () => focusRow(place - 1)],
      ["Home", () => focusRow(0)],
      ["End", () => focusRow(shown.length - 1)],
      ["Enter", () => goTo(session, row.provision)],
      [inward, () => (folded.has(row.key) ? fold(row, false) : focusRow(place + 1))],
      [outward, () => (row.hasChildren && !folded.has(row.key) ? fold(row, true) : focusRow(parentOf(shown, place)))],
    ]);
    // As on the page: what is named here moves, and the keys go on from there.
    const move = (command: CommandId) => () => {
      goTo(session, row.provision);
      runCommand(session, command, "panel");
    };
    const moves = new Map<string, () => void>([
      ["ArrowUp", move(row.kind === "proposal" ? "proposalUp" : "moveUp")],
      ["ArrowDown", move(row.kind === "proposal" ? "proposalDown" : "moveDown")],
    ]);
    const act = event.altKey ? moves.get(event.key) : acts.get(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <nav className="outline" aria-label={t("outline.title")} data-testid="outline">
      <div className="pane-title">
        <h2>{t("outline.title")}</h2>
        <Tooltip content={t("outline.changedOnly")} relationship="label">
          <ToggleButton
            appearance="subtle"
            size="small"
            icon={<FilterRegular />}
            checked={changedOnly}
            onClick={() => setChangedOnly(!changedOnly)}
            data-testid="outline-changed-only"
          />
        </Tooltip>
      </div>
      {rows.length === 0 && <p className="panel-empty">{t("outline.empty")}</p>}
      <div
        ref={scroller}
        className="outline-scroll"
        role="tree"
        dir={direction}
        tabIndex={0}
        aria-label={t("outline.title")}
        aria-activedescendant={shown[place] ? `${tree}-${shown[place].key}` : undefined}
        onKeyDown={onKeyDown}
      >
        <div style={{ height: virtual.getTotalSize(), position: "relative" }} role="presentation">
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = shown[index];
            if (!row) return null;
            const isFolded = folded.has(row.key);
            return (
              <OutlineLine
                key={row.key}
                id={`${tree}-${row.key}`}
                row={row}
                place={{ index, of: shown.length, top: start }}
                isHere={index === here}
                isFocused={index === place && focused !== null}
                isFolded={isFolded}
                language={language}
                onFold={() => fold(row, !isFolded)}
                onGo={() => {
                  setFocused(row.key);
                  goTo(session, row.provision);
                }}
              />
            );
          })}
        </div>
      </div>
    </nav>
  );
}

/** What the proposals of the current text are called, read anew when typing rests. */
function useProposalNames(redline: Redline | null): readonly ProposalName[] {
  const session = useActions();
  return useMemo(() => {
    const { document } = session.getSnapshot();
    if (!redline || !document) return [];
    return proposalsOf(document.state.doc).map(({ index, node: { attrs } }) => {
      const marker: string = attrs.marker || markerOfProposal(redline, index);
      return { marker: shownMarker(marker).word, identifier: attrs.identifier };
    });
  }, [redline, session]);
}

function parentOf(shown: readonly OutlineRow[], place: number): number {
  const depth = shown[place]?.depth ?? 0;
  for (let index = place - 1; index >= 0; index--) if ((shown[index]?.depth ?? 0) < depth) return index;
  return place;
}
