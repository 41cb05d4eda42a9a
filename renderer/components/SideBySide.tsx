/**
 * Base, marked and clean text beside one another, a row for each provision: a view of the open draft that
 * follows it once typing rests, to be read and not typed in. Arrows walk the rows, Enter or a double click
 * goes to the provision on the page. Only the rows on screen are drawn.
 */
import { Button } from "@fluentui/react-components";
import { ChevronRightRegular } from "@fluentui/react-icons";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { attributionOf } from "../../shared/editing/attribution";
import { exactRedline, redlineKey } from "../../shared/editing/redline-plugin";
import { directionOf } from "../../shared/locales/languages";
import { findProvision } from "../../shared/redline/find-provision";
import { isChange, type Provision } from "../../shared/redline/redline-types";
import { type SideRow, sideRows } from "../../shared/redline/side-rows";
import { useSettledDocument } from "../session/changes";
import { caretBlockId, goToText } from "../session/go-to";
import {
  authorsOf,
  columnsOf,
  type Fold,
  hasChanged,
  type ShownRow,
  sectionsOf,
  shownRows,
} from "../session/side-by-side";
import { GridPart } from "./GridPart";
import { SideBySideBar } from "./SideBySideBar";
import { RowCells } from "./SideCells";
import { useActions, useSession } from "./session-context";
import "../styles/side-by-side.css";

const headHeight = 34;
const guessedHeight = 72;
const pageOfRows = 8;
/** In a narrower window three columns of text are too thin to read. */
const roomForThree = 1500;

export function SideBySide() {
  const { t } = useTranslation();
  const session = useActions();
  const table = useId();
  const document = useSettledDocument();
  const zoom = useSession((value) => (value.zoomFits ? 1 : value.zoom));
  const beside = useSession((value) => value.beside);
  const choice = beside.columns ?? (window.innerWidth < roomForThree ? "marked" : "three");
  const columns = useMemo(() => columnsOf(choice), [choice]);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<string | null>(null);
  const rows = useMemo(() => {
    const redline = document && exactRedline(document.state);
    return redline ? sideRows(redline) : [];
  }, [document]);
  const { filter, folds, author } = beside;
  const attribution = (document && redlineKey.getState(document.state)?.attribution) ?? null;
  const authorsIn = useCallback(
    (row: SideRow) =>
      authorsOf(row, (segment) =>
        attribution ? attributionOf(attribution, row.provision, segment)?.author : undefined,
      ),
    [attribution],
  );
  const authors = useMemo(
    () => [...new Set(rows.filter(hasChanged).flatMap((row) => [...authorsIn(row)]))].sort(),
    [rows, authorsIn],
  );
  const sections = useMemo(() => sectionsOf(rows), [rows]);
  const changed = useMemo(() => rows.filter(hasChanged).length, [rows]);
  // A section or an author that is gone from the text hides nothing.
  const section = sections.some(({ name }) => name === beside.section) ? beside.section : null;
  const isBy = useMemo(
    () => (author !== null && authors.includes(author) ? (row: SideRow) => authorsIn(row).has(author) : undefined),
    [author, authors, authorsIn],
  );
  const shown = useMemo(
    () => shownRows(rows, { filter, folds, opened, isBy, section }),
    [rows, filter, folds, opened, isBy, section],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => guessedHeight,
    getItemKey: (index) => shown[index]?.key ?? index,
    // A leap draws these anew as well, and a turn of the wheel is shorter than they are high.
    overscan: 3,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  });

  const place = useMemo(
    () =>
      Math.max(
        shown.findIndex(({ key }) => key === focused),
        0,
      ),
    [shown, focused],
  );
  const focusPlace = (index: number) => {
    const next = Math.min(Math.max(index, 0), shown.length - 1);
    const key = shown[next]?.key;
    if (key === undefined) return;
    setFocused(key);
    virtual.scrollToIndex(next, { align: "auto" });
  };

  /** Brings a row of the whole table on screen; what hides it gives way. */
  const [asked, setAsked] = useState<string | null>(null);
  const showRow = useCallback(
    (index: number) => {
      const key = rows[index]?.key;
      if (key === undefined) return;
      const isShown = shown.some((each) => each.key === key);
      const fold = foldAround(shown, index);
      if (!isShown && !fold) {
        session.update({ beside: { ...beside, filter: "all", author: null, section: null } });
      }
      if (fold) setOpened(new Set([...opened, fold.key]));
      setFocused(key);
      setAsked(key);
    },
    [rows, shown, beside, opened, session],
  );
  const showTwin = useCallback(
    ({ twin }: SideRow) => showRow(rows.findIndex(({ key }) => key === twin)),
    [rows, showRow],
  );
  useEffect(() => {
    if (asked === null) return;
    const index = shown.findIndex(({ key }) => key === asked);
    if (index < 0) return;
    virtual.scrollToIndex(index, { align: "center" });
    setAsked(null);
  }, [asked, shown, virtual]);

  const showProvision = useCallback(
    ({ id }: Provision) => {
      const places = [...rows.keys()].filter((index) => rows[index]?.provision.id === id);
      // Of the two rows of a provision that moved, the one where it stands now.
      showRow(places.find((index) => rows[index]?.side !== "before") ?? places[0] ?? -1);
    },
    [rows, showRow],
  );
  useEffect(() => {
    session.showProvision = showProvision;
    const { focusText } = session;
    session.focusText = () => scroller.current?.focus();
    return () => {
      session.showProvision = null;
      session.focusText = focusText;
    };
  }, [session, showProvision]);
  // The table begins where the caret was on the page.
  const first = useRef(true);
  useEffect(() => {
    if (!first.current || !document || rows.length === 0) return;
    first.current = false;
    const caret = caretBlockId(document.state);
    const index = rows.findIndex(
      ({ provision, side }) => side !== "before" && provision.after?.node.attrs.id === caret,
    );
    if (index > 0) showRow(index);
    scroller.current?.focus();
  }, [document, rows, showRow]);

  // What the bar asks for is what the table shows when it asks.
  const finder = useRef<(cited: string) => boolean>(() => false);
  const findNow = useCallback((cited: string) => finder.current(cited), []);
  const foldAll = useCallback(() => setOpened(new Set()), []);
  const leaveBar = useCallback(() => scroller.current?.focus(), []);

  if (!document) return null;
  const open = (fold: Fold) => {
    setOpened(new Set([...opened, fold.key]));
    setFocused(rows[fold.from]?.key ?? null);
    scroller.current?.focus();
  };
  const enter = () => {
    const each = shown[place];
    if (each?.kind === "fold") open(each);
    else if (each) goToText(session, each.row.provision);
  };
  const walkChanges = (step: 1 | -1) => {
    for (let at = place + step; at >= 0 && at < shown.length; at += step) {
      const each = shown[at];
      const status = each?.kind === "row" ? each.row.provision.status : "unchanged";
      if (isChange(status)) return focusPlace(at);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const acts = new Map<string, () => void>([
      ["ArrowDown", () => focusPlace(place + 1)],
      ["ArrowUp", () => focusPlace(place - 1)],
      ["PageDown", () => focusPlace(place + pageOfRows)],
      ["PageUp", () => focusPlace(place - pageOfRows)],
      ["Home", () => focusPlace(0)],
      ["End", () => focusPlace(shown.length - 1)],
      ["Enter", enter],
      ["F8", () => walkChanges(event.shiftKey ? -1 : 1)],
    ]);
    const act = acts.get(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  };
  finder.current = (cited) => {
    const index = findProvision(rows, cited, focused === null ? 0 : afterPlace(shown[place]));
    if (index >= 0) showRow(index);
    return index >= 0;
  };
  const { language } = document.state.doc.attrs;

  return (
    <div className="beside desk" style={{ ["--beside-zoom" as string]: zoom }} data-testid="side-by-side">
      <SideBySideBar
        onFind={findNow}
        onFold={foldAll}
        onLeave={leaveBar}
        columns={choice}
        changed={changed}
        authors={authors}
        sections={sections}
      />
      <GridPart
        ref={scroller}
        className={`beside-scroll columns-${columns.length}`}
        role="grid"
        aria-readonly
        aria-label={t("beside.table")}
        aria-rowcount={shown.length + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={shown[place] ? `${table}-${shown[place]?.key}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        lang={language}
        dir={directionOf(language)}
      >
        <GridPart className="beside-row beside-head" role="row" aria-rowindex={1}>
          <HeadCell words={t("beside.status")} />
          {columns.map((column) => (
            <HeadCell key={column} words={t(`beside.${column}`)} />
          ))}
        </GridPart>
        {shown.length === 0 && <p className="panel-empty">{t("beside.none")}</p>}
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: "relative" }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const each = shown[index];
            if (!each) return null;
            const status = each.kind === "row" ? each.row.provision.status : "unchanged";
            return (
              <GridPart
                key={each.key}
                id={`${table}-${each.key}`}
                ref={virtual.measureElement}
                data-index={index}
                data-row={each.key}
                data-status={status}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={index === place}
                className={`beside-row${each.kind === "fold" ? " fold-row" : ""}${index === place ? " here" : ""}`}
                style={{ transform: `translateY(${start - headHeight}px)` }}
                onMouseDown={() => setFocused(each.key)}
                onDoubleClick={() => each.kind === "row" && goToText(session, each.row.provision)}
              >
                {each.kind === "fold" ? (
                  <GridPart className="beside-cell fold-cell" role="gridcell" aria-colspan={columns.length + 1}>
                    <Button
                      appearance="transparent"
                      size="small"
                      tabIndex={-1}
                      icon={<ChevronRightRegular className="mirrors" />}
                      onClick={() => open(each)}
                    >
                      {t("beside.folded", { count: each.count })}
                    </Button>
                  </GridPart>
                ) : (
                  <RowCells row={each.row} columns={columns} attribution={attribution} onTwin={showTwin} />
                )}
              </GridPart>
            );
          })}
        </div>
      </GridPart>
    </div>
  );
}

/** The line that a row of the whole table is folded into, if it is. */
function foldAround(shown: readonly (ShownRow | Fold)[], index: number): Fold | undefined {
  return shown.find(
    (each): each is Fold => each.kind === "fold" && index >= each.from && index < each.from + each.count,
  );
}

/** Where a search goes on from a place: behind a row, but with the first row that a fold hides. */
function afterPlace(each: ShownRow | Fold | undefined): number {
  if (!each) return 0;
  return each.kind === "row" ? each.index + 1 : each.from;
}

function HeadCell({ words }: { words: string }) {
  return (
    <GridPart role="columnheader" className="beside-title" dir="auto">
      {words}
    </GridPart>
  );
}
