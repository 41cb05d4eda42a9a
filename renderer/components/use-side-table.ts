/**
 * The open draft as the rows of the side-by-side table: all of them, those that show under the filters of the bar,
 * and what the bar can choose from. What is asked for and is gone from the text (an author, a section) hides nothing.
 */
import { useCallback, useMemo, useState } from "react";
import { attributionOf } from "../../shared/editing/attribution";
import { exactRedline, redlineKey } from "../../shared/editing/redline-plugin";
import { type SideRow, sideRows } from "../../shared/redline/side-rows";
import type { OpenDocument } from "../session/session";
import { authorsOf, type Beside, hasChanged, sectionsOf, shownRows } from "../session/side-by-side";

/** Keeps the rows of a document; `opened` holds the folds that show what they hold. */
export function useSideTable(document: OpenDocument | null, beside: Beside) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => {
    const redline = document && exactRedline(document.state);
    return redline ? sideRows(redline) : [];
  }, [document]);
  const attribution = (document && redlineKey.getState(document.state)?.attribution) ?? null;
  const authorsIn = useCallback(
    (row: SideRow) =>
      authorsOf(row, (segment) =>
        attribution ? attributionOf(attribution, row.provision, segment)?.author : undefined,
      ),
    [attribution],
  );
  const changed = useMemo(() => rows.filter(hasChanged), [rows]);
  const authors = useMemo(
    () => [...new Set(changed.flatMap((row) => [...authorsIn(row)]))].sort(),
    [changed, authorsIn],
  );
  const sections = useMemo(() => sectionsOf(rows), [rows]);
  const { filter, folds, author } = beside;
  const section = sections.some(({ name }) => name === beside.section) ? beside.section : null;
  const isBy = useMemo(
    () => (author !== null && authors.includes(author) ? (row: SideRow) => authorsIn(row).has(author) : undefined),
    [author, authors, authorsIn],
  );
  const shown = useMemo(
    () => shownRows(rows, { filter, folds, opened, isBy, section }),
    [rows, filter, folds, opened, isBy, section],
  );
  return { rows, shown, opened, setOpened, attribution, authors, sections, changed: changed.length };
}

export type SideTable = ReturnType<typeof useSideTable>;
