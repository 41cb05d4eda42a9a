/** Every change in reading order with its author and time: a click goes there, a button takes it back. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, memo, useCallback, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChangeEntry } from "../../shared/editing/change-list";
import { type ChangeRow, goToChange, takeBack, useChangeRows } from "../session/changes";
import { acceptThese, canAccept } from "../session/settle-flow";
import "../styles/decide.css";
import { type ChangeAct, ChangeCard, shownOf } from "./ChangeCard";
import { ChangesInBulk } from "./ChangesInBulk";
import { useActions, useSession } from "./session-context";

/** How high a row is before it was drawn: two lines of words and one of author and time. */
const usualHeight = 92;

export const ChangeList = memo(function ChangeList() {
  const { t } = useTranslation();
  const session = useActions();
  const rows = useChangeRows();
  const language = useSession((value) => value.document?.state.doc.attrs.language ?? "en");
  const [focused, setFocused] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    getItemKey: useCallback((index: number) => rows[index]?.key ?? index, [rows]),
    overscan: 6,
  });
  const latest = useRef(rows);
  latest.current = rows;
  const act = useCallback(
    (what: ChangeAct, index: number) => {
      const row = latest.current[index];
      if (!row) return;
      if (what === "takeBack") takeBack(session, row);
      if (what === "accept") void acceptThese(session, (change) => isChange(row, change));
      if (what !== "go") return;
      setFocused(index);
      goToChange(session, row);
    },
    [session],
  );

  const accepts = canAccept(session);

  if (rows.length === 0) {
    return (
      <div className="panel-empty" data-testid="changes-empty">
        <p>{t("changes.empty")}</p>
        <p className="quiet">{t("changes.emptyHint")}</p>
      </div>
    );
  }

  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = Math.min(Math.max(focused + step, 0), rows.length - 1);
    setFocused(next);
    virtual.scrollToIndex(next, { align: "auto" });
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"] .change-go`)?.focus();
    });
  };

  return (
    <>
      <div className="change-bar">
        <p className="change-count">{t("changes.count", { count: rows.length })}</p>
        <ChangesInBulk authors={authorsOf(rows)} accepts={accepts} />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: the rows stand in a box as high as all of them, which a list element may not hold */}
      <div
        ref={scroller}
        className="change-scroll"
        role="list"
        aria-label={t("changes.list")}
        onKeyDown={walk}
        data-testid="changes"
      >
        <div style={{ height: virtual.getTotalSize(), position: "relative" }} role="presentation">
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              // biome-ignore lint/a11y/useSemanticElements: see the list around it
              <div
                key={row.key}
                role="listitem"
                aria-setsize={rows.length}
                aria-posinset={index + 1}
                className="change-row"
                data-index={index}
                data-kind={row.kind}
                ref={virtual.measureElement}
                style={{ transform: `translateY(${start}px)` }}
              >
                <ChangeCard
                  {...shownOf(t, row)}
                  index={index}
                  isFirst={index === focused}
                  language={language}
                  accepts={accepts}
                  act={act}
                />
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
});

/** Who made changes, as one text, which is the same as long as they are. */
function authorsOf(rows: readonly ChangeRow[]): string {
  return [...new Set(rows.map(({ author }) => author))].join("\n");
}

function isChange(row: ChangeRow, { provision, kind, segment }: ChangeEntry): boolean {
  return provision.id === row.provision.id && kind === row.kind && segment === row.segment;
}
