/** Tables: a new one, Tab from cell to cell (a new row after the last), rows, columns, cells, the header row. */
import { type Command, type EditorState, Selection } from "prosemirror-state";
import {
  addRow,
  goToNextCell,
  isInTable,
  addColumnAfter as newColumnAfter,
  addColumnBefore as newColumnBefore,
  deleteColumn as noColumn,
  selectedRect,
  TableMap,
  type TableRect,
  toggleHeader,
} from "prosemirror-tables";
import { schema } from "../schema/schema";
import { caretAt, type Edit } from "./edit";
import { newBlock } from "./new-block";
import { blockAround } from "./place";

export {
  addRowAfter,
  addRowBefore,
  deleteRow,
  deleteTable,
  mergeCells,
  splitCell,
} from "prosemirror-tables";

/** Columns that come or go, with their widths: a new one is as wide as the one beside it. */
function withWidths(command: Command, change: (widths: number[], rect: TableRect) => void): Command {
  return (state, dispatch) =>
    command(
      state,
      dispatch &&
        ((tr) => {
          const rect = selectedRect(state);
          const widths: number[] | null = rect.table.attrs.columns;
          if (widths?.length === rect.map.width) {
            const changed = [...widths];
            change(changed, rect);
            tr.setNodeAttribute(rect.tableStart - 1, "columns", changed);
          }
          dispatch(tr);
        }),
    );
}

/** A column before the selected cells. */
export const addColumnBefore = withWidths(newColumnBefore, (widths, { left }) =>
  widths.splice(left, 0, widths[left] as number),
);

/** A column after the selected cells. */
export const addColumnAfter = withWidths(newColumnAfter, (widths, { right }) =>
  widths.splice(right, 0, widths[right - 1] as number),
);

/** Takes out the columns of the selected cells. */
export const deleteColumn = withWidths(noColumn, (widths, { left, right }) => widths.splice(left, right - left));

/** Puts an empty table after the block with the caret. */
export function insertTable(rows: number, columns: number): Edit {
  return (tr) => {
    const place = blockAround(tr.selection.$from);
    if (!place) return false;
    const { parent, index, pos, node } = place;
    if (!parent.canReplaceWith(index + 1, index + 1, schema.nodes.table!)) return false;
    const cell = (type: string) => schema.node(type, null, [newBlock("paragraph")]);
    const row = (type: string) =>
      schema.node(
        "table_row",
        null,
        Array.from({ length: columns }, () => cell(type)),
      );
    const body = Array.from({ length: rows }, (_, i) => row(i === 0 ? "table_header" : "table_cell"));
    const at = pos + node.nodeSize;
    tr.insert(at, schema.node("table", null, body));
    return caretAt(tr, at + 4);
  };
}

/** Makes the first row of the table its header, or a row like the others. */
export const toggleHeaderRow: Command = toggleHeader("row");

/** Whether the table with the caret begins with a header row. */
export function hasHeaderRow(state: EditorState): boolean {
  if (!isInTable(state)) return false;
  const row = selectedRect(state).table.firstChild!;
  let only = row.childCount > 0;
  row.forEach((cell) => {
    if (cell.type.name !== "table_header") only = false;
  });
  return only;
}

/** To the next cell; from the last one to the first of a new row. */
export const nextCell: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  if (goToNextCell(1)(state, dispatch)) return true;
  const rect = selectedRect(state);
  const tr = addRow(state.tr, rect, rect.bottom);
  const table = tr.doc.nodeAt(rect.tableStart - 1)!;
  const cell = rect.tableStart + TableMap.get(table).positionAt(rect.bottom, 0, table);
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(cell + 1))).scrollIntoView());
  return true;
};

/** To the cell before. */
export const previousCell: Command = (state, dispatch) =>
  isInTable(state) && (goToNextCell(-1)(state, dispatch) || true);
