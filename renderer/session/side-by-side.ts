/**
 * Which rows of the side-by-side table show: all of them, or those with one kind of change; stretches in
 * which nothing changed can be folded into one line. The call of a section stays above what changed in it,
 * so that every row still says where it is.
 */
import type { Status } from "../../shared/redline/redline-types";
import type { Column, SideRow } from "../../shared/redline/side-rows";

/** Which texts stand beside one another. */
export type ColumnChoice = "marked" | "clean" | "three";

export const columnChoices: readonly ColumnChoice[] = ["marked", "clean", "three"];

/** How the table is shown; without a choice the columns follow from the room there is. */
export interface Beside {
  columns: ColumnChoice | null;
  filter: RowFilter;
  folds: boolean;
}

/** The columns of a choice, in order. */
export function columnsOf(choice: ColumnChoice): Column[] {
  return choice === "three" ? ["base", "marked", "clean"] : ["base", choice];
}

/** All rows, all that changed, or one status. */
export type RowFilter = "all" | "changed" | Exclude<Status, "unchanged" | "frame">;

export const rowFilters: readonly RowFilter[] = [
  "all",
  "changed",
  "added",
  "modified",
  "suppressed",
  "relabelled",
  "moved",
  "formatted",
];

export interface ShownRow {
  kind: "row";
  key: string;
  row: SideRow;
  /** Its place in the whole table. */
  index: number;
}

/** Rows in which nothing changed, folded into one line. */
export interface Fold {
  kind: "fold";
  key: string;
  from: number;
  count: number;
}

export interface Shown {
  filter: RowFilter;
  /** Fold what did not change, but for the stretches that were opened. */
  folds: boolean;
  opened: ReadonlySet<string>;
}

/** Lists what the table shows. */
export function shownRows(rows: readonly SideRow[], { filter, folds, opened }: Shown): (ShownRow | Fold)[] {
  const all = filter === "all";
  const wanted = new Set<number>();
  rows.forEach((row, index) => {
    if (!(all ? hasChanged(row) : isWanted(row, filter))) return;
    wanted.add(index);
    if (row.section >= 0) wanted.add(row.section);
  });
  const shown: (ShownRow | Fold)[] = [];
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as SideRow;
    const show = (at: number) =>
      shown.push({ kind: "row", key: rows[at]?.key ?? "", row: rows[at] as SideRow, index: at });
    if (wanted.has(index) || (all && !folds)) {
      show(index);
      continue;
    }
    if (!all) continue;
    let end = index;
    while (end < rows.length && !wanted.has(end)) end++;
    const key = `fold-${row.key}`;
    if (opened.has(key) || end - index < 2) for (let at = index; at < end; at++) show(at);
    else shown.push({ kind: "fold", key, from: index, count: end - index });
    index = end - 1;
  }
  return shown;
}

function isWanted(row: SideRow, filter: RowFilter): boolean {
  const { provision } = row;
  if (filter === "changed") return hasChanged(row);
  if (filter === "moved") return provision.moved;
  if (filter === "relabelled") return provision.relabelled;
  if (filter === "formatted") return provision.formatted;
  return provision.status === filter;
}

function hasChanged({ provision }: SideRow): boolean {
  return provision.status !== "unchanged" && provision.status !== "frame";
}
