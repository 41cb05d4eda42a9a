/** Every change in reading order with its author and time: a click goes there, a button takes it back. */
import { Button, Text, Tooltip } from "@fluentui/react-components";
import { ArrowUndoRegular, CheckmarkRegular } from "@fluentui/react-icons";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChangeEntry } from "../../shared/editing/change-list";
import { type ChangeRow, goToChange, takeBack, useChangeRows } from "../session/changes";
import { acceptThese, canAccept } from "../session/settle-flow";
import "../styles/decide.css";
import { ChangesInBulk } from "./ChangesInBulk";
import { StatusChip } from "./StatusChip";
import { useActions } from "./session-context";
import { showTime } from "./times";

export function ChangeList() {
  const { t } = useTranslation();
  const session = useActions();
  const rows = useChangeRows();
  const [focused, setFocused] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 92,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 6,
  });

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
        <ChangesInBulk rows={rows} />
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
                  row={row}
                  tabIndex={index === focused ? 0 : -1}
                  onGo={() => {
                    setFocused(index);
                    goToChange(session, row);
                  }}
                  onTakeBack={() => takeBack(session, row)}
                />
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}

interface CardProps {
  row: ChangeRow;
  tabIndex: number;
  onGo: () => void;
  onTakeBack: () => void;
}

function ChangeCard({ row, tabIndex, onGo, onTakeBack }: CardProps) {
  const { t, i18n } = useTranslation();
  const kind = t(`changes.kind.${row.kind}`);
  const { provision } = row;
  const path = (provision.after ?? provision.before)?.path.join(" ") || t(`style.${typeOf(row)}`, { defaultValue: "" });
  const what = `${kind} ${row.after || row.before}`.slice(0, 80);
  const restores = row.kind === "suppressed";
  const session = useActions();
  const accepts = canAccept(session);
  const name = t(restores ? "changes.restoreLabel" : "changes.rejectLabel", { what });
  return (
    <>
      <button type="button" className="change-go" tabIndex={tabIndex} onClick={onGo}>
        <span className="change-head">
          <StatusChip status={provision.status} moved={provision.moved} />
          <span className="change-path" dir="auto" title={path}>
            {path}
          </span>
        </span>
        <span className="change-text" dir="auto">
          {row.kind === "formatted" || row.kind === "moved" ? (
            <>
              <span className="quiet">{kind}</span> {row.after}
            </>
          ) : (
            <>
              {row.before && <del>{row.before}</del>}
              {row.before && row.after ? " " : null}
              {row.after && <ins>{row.after}</ins>}
            </>
          )}
        </span>
        <Text size={100} className="quiet change-author">
          <bdi>{row.author || t("changes.noAuthor")}</bdi>
          {row.date && ` · ${showTime(row.date, i18n.language, t)}`}
        </Text>
      </button>
      {accepts && (
        <Tooltip content={t("changes.accept")} relationship="description">
          <Button
            appearance="subtle"
            size="small"
            aria-label={t("changes.acceptLabel", { what })}
            icon={<CheckmarkRegular />}
            onClick={() => void acceptThese(session, (change) => isChange(row, change))}
            className="change-accept"
            data-testid="accept"
          />
        </Tooltip>
      )}
      <Tooltip content={t(restores ? "changes.restore" : "changes.reject")} relationship="description">
        <Button
          appearance="subtle"
          size="small"
          aria-label={name}
          icon={<ArrowUndoRegular className="mirrors" />}
          onClick={onTakeBack}
          className="change-back"
          data-testid={restores ? "restore" : "reject"}
        />
      </Tooltip>
    </>
  );
}

function isChange(row: ChangeRow, { provision, kind, segment }: ChangeEntry): boolean {
  return provision.id === row.provision.id && kind === row.kind && segment === row.segment;
}

function typeOf({ provision }: ChangeRow): string {
  return (provision.after ?? provision.before)?.node.type.name ?? "";
}
