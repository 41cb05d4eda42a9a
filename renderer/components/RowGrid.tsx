/**
 * A table of provisions of which only the rows on screen are drawn: a head that stays, rows as high as their words,
 * and a row that the arrow keys, Home and End walk. What stands in the cells and what other keys do is the caller's.
 */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { GridPart } from "./GridPart";
import { useRowWalk } from "./use-row-walk";
import "../styles/side-by-side.css";

const headHeight = 34;

interface RowGridProps<Row extends { key: string }> {
  label: string;
  className: string;
  titles: readonly { key: string; words: ReactNode }[];
  rows: readonly Row[];
  /** How high a row is before it was drawn. */
  usualHeight: number;
  /** What is said where there is no row. */
  none: string;
  lang?: string;
  dir?: "ltr" | "rtl";
  /** What a row is told apart by, for styles: its class and its data. */
  lookOf(row: Row): { className?: string } & Record<`data-${string}`, string | boolean>;
  cellsOf(row: Row): ReactNode;
  /** Takes a key on the row that is marked; true when it did something with it. */
  takeKey?(row: Row, key: string): boolean;
}

export function RowGrid<Row extends { key: string }>(props: RowGridProps<Row>) {
  const { label, className, titles, rows, usualHeight, none, lookOf, cellsOf, takeKey, ...language } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 6,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  });
  const { place, setPlace, walk } = useRowWalk(rows.length, (row) => virtual.scrollToIndex(row, { align: "auto" }));
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return;
    const here = rows[place];
    if (here && takeKey?.(here, event.key)) event.preventDefault();
    else walk(event);
  };
  return (
    <GridPart
      ref={scroller}
      className={`beside-scroll ${className}`}
      role="grid"
      aria-readonly
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={titles.length}
      tabIndex={0}
      onKeyDown={press}
      {...language}
    >
      <GridPart className="beside-row beside-head" role="row" aria-rowindex={1}>
        {titles.map(({ key, words }) => (
          <GridPart key={key} role="columnheader" className="beside-title" dir="auto">
            {words}
          </GridPart>
        ))}
      </GridPart>
      {rows.length === 0 && <p className="panel-empty">{none}</p>}
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: "relative" }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          const { className: own, ...data } = lookOf(row);
          return (
            <GridPart
              key={row.key}
              ref={virtual.measureElement}
              data-index={index}
              {...data}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={index === place}
              className={["beside-row", own, index === place && "here"].filter(Boolean).join(" ")}
              style={{ transform: `translateY(${start - headHeight}px)` }}
              onMouseDown={() => setPlace(index)}
            >
              {cellsOf(row)}
            </GridPart>
          );
        })}
      </div>
    </GridPart>
  );
}
