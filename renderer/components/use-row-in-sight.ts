/**
 * The row of the side-by-side table that the keys stand on, by its key, so that it stays the same row when others
 * come and go; and the way to any row of the whole table: filters that hide it give way, a fold over it opens.
 */
import type { Virtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useState } from "react";
import { type Fold, foldAround, type ShownRow } from "../session/side-by-side";
import { useActions, useSession } from "./session-context";
import type { SideTable } from "./use-side-table";

/** Keeps the row; `focusPlace` goes to a place among the rows that show, `showRow` to one of the whole table. */
export function useRowInSight(table: SideTable, virtual: Virtualizer<HTMLDivElement, Element>) {
  const { rows, shown, opened, setOpened } = table;
  const session = useActions();
  const beside = useSession((value) => value.beside);
  const [focused, setFocused] = useState<string | null>(null);
  /** The row that comes into sight once it shows. */
  const [asked, setAsked] = useState<string | null>(null);
  const place = Math.max(placeOfKey(shown, focused), 0);

  const focusPlace = (index: number) => {
    const next = Math.min(Math.max(index, 0), shown.length - 1);
    const key = shown[next]?.key;
    if (key === undefined) return;
    setFocused(key);
    virtual.scrollToIndex(next, { align: "auto" });
  };
  const showRow = useCallback(
    (index: number) => {
      const key = rows[index]?.key;
      if (key === undefined) return;
      const fold = foldAround(shown, index);
      if (fold) setOpened(new Set([...opened, fold.key]));
      else if (placeOfKey(shown, key) < 0) {
        session.update({ beside: { ...beside, filter: "all", author: null, section: null } });
      }
      setFocused(key);
      setAsked(key);
    },
    [rows, shown, beside, opened, setOpened, session],
  );
  useEffect(() => {
    const index = placeOfKey(shown, asked);
    if (index < 0) return;
    virtual.scrollToIndex(index, { align: "center" });
    setAsked(null);
  }, [asked, shown, virtual]);
  return { place, focused, setFocused, focusPlace, showRow };
}

function placeOfKey(shown: readonly (ShownRow | Fold)[], key: string | null): number {
  return key === null ? -1 : shown.findIndex((each) => each.key === key);
}
