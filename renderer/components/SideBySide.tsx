/**
 * Base, marked and clean text beside one another, a row for each provision: a view of the open draft that
 * follows it once typing rests, to be read and not typed in. Arrows walk the rows, Enter or a double click
 * goes to the provision on the page. Only the rows on screen are drawn.
 */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { directionOf } from "../../shared/locales/languages";
import { findProvision } from "../../shared/redline/find-provision";
import { isChange, type Provision } from "../../shared/redline/redline-types";
import type { SideRow } from "../../shared/redline/side-rows";
import { useSettledDocument } from "../session/changes";
import { caretBlockId, goToText } from "../session/go-to";
import { columnsOf, type Fold, type ShownRow } from "../session/side-by-side";
import { GridPart } from "./GridPart";
import { SideBySideBar } from "./SideBySideBar";
import { SideLine } from "./SideLine";
import { useActions, useSession } from "./session-context";
import { useRowInSight } from "./use-row-in-sight";
import { useSideTable } from "./use-side-table";
import "../styles/side-by-side.css";

const headHeight = 34;
const guessedHeight = 72;
const pageOfRows = 8;
/** In a narrower window three columns of text are too thin to read. */
const roomForThree = 1500;

export function SideBySide() {
  const { t } = useTranslation();
  const session = useActions();
  const tableId = useId();
  const document = useSettledDocument();
  const zoom = useSession((value) => (value.zoomFits ? 1 : value.zoom));
  const beside = useSession((value) => value.beside);
  const choice = beside.columns ?? (window.innerWidth < roomForThree ? "marked" : "three");
  const columns = useMemo(() => columnsOf(choice), [choice]);
  const table = useSideTable(document, beside);
  const { rows, shown, opened, setOpened } = table;
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
  const { place, focused, setFocused, focusPlace, showRow } = useRowInSight(table, virtual);
  const showTwin = useCallback(
    ({ twin }: SideRow) => showRow(rows.findIndex(({ key }) => key === twin)),
    [rows, showRow],
  );
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
  const foldAll = useCallback(() => setOpened(new Set()), [setOpened]);
  const leaveBar = useCallback(() => scroller.current?.focus(), []);
  finder.current = (cited) => {
    const index = findProvision(rows, cited, focused === null ? 0 : afterPlace(shown[place]));
    if (index >= 0) showRow(index);
    return index >= 0;
  };

  if (!document) return null;
  const enter = (line: ShownRow | Fold | undefined) => {
    if (line?.kind === "row") goToText(session, line.row.provision);
    if (line?.kind !== "fold") return;
    setOpened(new Set([...opened, line.key]));
    setFocused(rows[line.from]?.key ?? null);
    scroller.current?.focus();
  };
  const walkChanges = (step: 1 | -1) => {
    let at = place + step;
    while (shown[at] && !holdsChange(shown[at])) at += step;
    if (shown[at]) focusPlace(at);
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
      ["Enter", () => enter(shown[place])],
      ["F8", () => walkChanges(event.shiftKey ? -1 : 1)],
    ]);
    const act = acts.get(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  };
  const { language } = document.state.doc.attrs;

  return (
    <div className="beside desk" style={{ ["--beside-zoom" as string]: zoom }} data-testid="side-by-side">
      <SideBySideBar
        onFind={findNow}
        onFold={foldAll}
        onLeave={leaveBar}
        columns={choice}
        changed={table.changed}
        authors={table.authors}
        sections={table.sections}
      />
      <GridPart
        ref={scroller}
        className={`beside-scroll columns-${columns.length}`}
        role="grid"
        aria-readonly
        aria-label={t("beside.table")}
        aria-rowcount={shown.length + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={shown[place] ? `${tableId}-${shown[place]?.key}` : undefined}
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
            const line = shown[index];
            if (!line) return null;
            return (
              <SideLine
                key={line.key}
                id={`${tableId}-${line.key}`}
                line={line}
                index={index}
                isHere={index === place}
                top={start - headHeight}
                measure={virtual.measureElement}
                onFocus={() => setFocused(line.key)}
                onEnter={() => enter(line)}
                columns={columns}
                attribution={table.attribution}
                onTwin={showTwin}
              />
            );
          })}
        </div>
      </GridPart>
    </div>
  );
}

function holdsChange(line: ShownRow | Fold | undefined): boolean {
  return line?.kind === "row" && isChange(line.row.provision.status);
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
