/** A redline as a side-by-side hand-out: the rows and columns of the window's table, all of them or what changed. */

import { placeOf } from "../locales/place";
import { translator } from "../locales/translator";
import type { DocumentComment } from "../model/comment";
import type { Language } from "../model/document";
import { isChange, type Redline } from "../redline/redline-types";
import { blockOf, type Column, cellOf, type SideRow, sideRows } from "../redline/side-rows";
import { CommentCells } from "./comment-cells";
import { bookmarkOf, type Handout, type HandoutRow, plainCell, plainParagraph, provisionParagraph } from "./handout";

export interface SideBySideOptions {
  /** What the hand-out is called, such as the name of the draft. */
  name: string;
  columns: readonly Column[];
  changedOnly: boolean;
  /** What was said about the text, in a column of its own; none without comments. */
  comments?: readonly DocumentComment[];
}

/** Lays out a redline side by side. */
export function sideBySideHandout(redline: Redline, language: Language, options: SideBySideOptions): Handout {
  const t = translator(language);
  const rows = sideRows(redline);
  const { columns } = options;
  const said = options.comments?.length ? new CommentCells(t, language, options.comments) : null;
  const room = said ? 71 : 91;
  const elsewhere = said?.elsewhere(rows.flatMap(blocksIn));
  const shown = options.changedOnly ? changedRows(rows, (row) => said?.has(blocksIn(row)) ?? false) : rows;
  return {
    language,
    title: t("handout.sideBySide", { name: options.name }),
    lines: [],
    columns: [
      { title: t("beside.status"), share: 9 },
      ...columns.map((column) => ({ title: t(`beside.${column}`), share: room / columns.length })),
      ...(said ? [{ title: t("handout.comments"), share: 20 }] : []),
    ],
    rows: [
      ...shown.map((row) => layRow(row)),
      ...(elsewhere ? [{ cells: [plainCell(""), ...columns.map(() => plainCell("")), elsewhere] }] : []),
    ],
  };

  function layRow(row: SideRow): HandoutRow {
    const { provision, side } = row;
    const status = provision.moved && side === "before" ? "moved" : provision.status;
    const elsewhere = placeOf(t, provision[side === "before" ? "after" : "before"]?.path ?? []);
    return {
      ...bookmarkOf(blockOf(provision, side)),
      cells: [
        plainCell(isChange(status) ? t(`status.${status}`) : ""),
        ...columns.map((column) => {
          const cell = cellOf(row, column);
          if (cell) return { paragraphs: [provisionParagraph(cell, column === "clean" && columns.includes("marked"))] };
          if (!row.twin) return { paragraphs: [], isVoid: true as const };
          return {
            paragraphs: [
              plainParagraph(t(side === "before" ? "beside.movedTo" : "beside.movedFrom", { place: elsewhere })),
            ],
          };
        }),
        ...(said ? [said.of(blocksIn(row))] : []),
      ],
    };
  }
}

/** The blocks of a row, by their ids; what moved is spoken of where it stands now. */
function blocksIn({ provision, side }: SideRow): string[] {
  if (provision.moved && side === "before") return [];
  return [blockOf(provision, side), ...(provision.before ? [provision.before] : [])].map(({ node }) => node.attrs.id);
}

/**
 * The rows that changed, or that something is to be told of, with the calls above them and, of several resolutions,
 * their numbers.
 */
function changedRows(rows: readonly SideRow[], isTold: (row: SideRow) => boolean): SideRow[] {
  const kept = new Set<number>();
  const hasSeveral = rows.some(({ provision, side }) => blockOf(provision, side).proposal > 0);
  let number = -1;
  rows.forEach((row, index) => {
    const { status } = row.provision;
    const { type } = blockOf(row.provision, row.side).node;
    if (hasSeveral && type.name === "resolutionNumber") number = index;
    if (!isChange(status) && !isTold(row)) return;
    kept.add(index);
    if (number >= 0) kept.add(number);
    if (row.section >= 0) kept.add(row.section);
  });
  return rows.filter((_, index) => kept.has(index));
}

/** The call above a row, as it is read. */
export function callOf(rows: readonly SideRow[], row: SideRow): string {
  const call = rows[row.section];
  return call ? blockOf(call.provision, call.side).node.textContent.trim() : "";
}
