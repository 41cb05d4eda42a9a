/** Commands on tables: a new one, and what can be done with the one at the caret. */
import { commandOf } from "../../shared/editing/edit";
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  hasHeaderRow,
  insertTable,
  mergeCells,
  splitCell,
  toggleHeaderRow,
} from "../../shared/editing/tables";
import type { Behaviour } from "./behaviour";
import { documentCommand } from "./text-commands";

export const tableCommands = {
  insertTable: documentCommand(commandOf(insertTable(3, 3))),
  addRowBefore: documentCommand(addRowBefore),
  addRowAfter: documentCommand(addRowAfter),
  addColumnBefore: documentCommand(addColumnBefore),
  addColumnAfter: documentCommand(addColumnAfter),
  toggleHeaderRow: documentCommand(toggleHeaderRow, (session) => {
    const { document } = session.getSnapshot();
    return document !== null && hasHeaderRow(document.state);
  }),
  mergeCells: documentCommand(mergeCells),
  splitCell: documentCommand(splitCell),
  deleteRow: documentCommand(deleteRow),
  deleteColumn: documentCommand(deleteColumn),
  deleteTable: documentCommand(deleteTable),
} satisfies Record<string, Behaviour>;
