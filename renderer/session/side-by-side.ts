/**
 * Which rows of the side-by-side table show: all of them, or those with one kind of change, of one author, of one
 * section; stretches in which nothing changed can be folded into one line. The call of a section stays above what
 * changed in it, so that every row still says where it is.
 */
import { isChange, type Segment, type Status } from "../../shared/redline/redline-types";
import { blockOf, type Column, type SideRow } from "../../shared/redline/side-rows";
import { contentText } from "../../shared/schema/blocks";

/** Which texts stand beside one another. */
export type ColumnChoice = "marked" | "clean" | "three";

export const columnChoices: readonly ColumnChoice[] = ["marked", "clean", "three"];

/** How the table is shown; without a choice the columns follow from the room there is. */
export interface Beside {
  columns: ColumnChoice | null;
  filter: RowFilter;
  folds: boolean;
  /** Only what this author changed. */
  author: string | null;
  /** Only the section whose call is this block. */
  section: string | null;
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
  /** Whether the author who is asked for changed a row; left out when none is asked for. */
  isBy?: ((row: SideRow) => boolean) | undefined;
  /** Name of the only section to show. */
  section?: string | null;
}

/** A row alone is as short as the line it would be folded into. */
const fewestFolded = 2;

/** Lists what the table shows. */
export function shownRows(rows: readonly SideRow[], shown: Shown): (ShownRow | Fold)[] {
  const { filter, folds, opened, isBy, section = null } = shown;
  const isInside = (row: SideRow) => section === null || sectionName(rows, row) === section;
  const isAsked = (row: SideRow) => isWanted(row, filter) && (!isBy || (hasChanged(row) && isBy(row)));
  const asked = new Set<number>();
  rows.forEach((row, index) => {
    if (!isInside(row) || !isAsked(row)) return;
    asked.add(index);
    if (row.section >= 0) asked.add(row.section);
  });

  const showsRest = filter === "all" && !isBy;
  const list: (ShownRow | Fold)[] = [];
  let run: ShownRow[] = [];
  const endRun = () => {
    const key = `fold-${run[0]?.key}`;
    if (run.length < fewestFolded || opened.has(key)) list.push(...run);
    else list.push({ kind: "fold", key, from: run[0]?.index ?? 0, count: run.length });
    run = [];
  };
  rows.forEach((row, index) => {
    const line: ShownRow = { kind: "row", key: row.key, row, index };
    const isRest = showsRest && isInside(row) && !asked.has(index);
    if (isRest && folds) {
      run.push(line);
      return;
    }
    endRun();
    if (isRest || asked.has(index)) list.push(line);
  });
  endRun();
  return list;
}

/** The line that a row of the whole table is folded into, if it is. */
export function foldAround(shown: readonly (ShownRow | Fold)[], index: number): Fold | undefined {
  return shown.find(
    (each): each is Fold => each.kind === "fold" && index >= each.from && index < each.from + each.count,
  );
}

/** The section of a row, by the block of its call; null outside of sections. */
function sectionName(rows: readonly SideRow[], row: SideRow): string | null {
  const call = rows[row.section];
  return call ? blockOf(call.provision, call.side).node.attrs.id : null;
}

export interface SectionChoice {
  name: string;
  words: string;
}

/** The sections of a table, as they are read. */
export function sectionsOf(rows: readonly SideRow[]): SectionChoice[] {
  return rows.flatMap((row, index) => {
    if (row.section !== index) return [];
    const { node } = blockOf(row.provision, row.side);
    return [{ name: node.attrs.id as string, words: contentText(node).trim() }];
  });
}

/** Who changed something in a row. */
export function authorsOf({ provision }: SideRow, who: (segment: Segment | null) => string | undefined): Set<string> {
  const authors = new Set<string>();
  const add = (author: string | undefined) => {
    if (author !== undefined) authors.add(author);
  };
  for (const segment of provision.segments) if (segment.op !== "=") add(who(segment));
  if (authors.size === 0 || provision.relabelled || provision.moved) add(who(null));
  return authors;
}

function isWanted(row: SideRow, filter: RowFilter): boolean {
  const { provision } = row;
  if (filter === "all" || filter === "changed") return hasChanged(row);
  if (filter === "moved") return provision.moved;
  if (filter === "relabelled") return provision.relabelled;
  if (filter === "formatted") return provision.formatted;
  return provision.status === filter;
}

/** Whether a row holds a change. */
export function hasChanged({ provision }: SideRow): boolean {
  return isChange(provision.status);
}
