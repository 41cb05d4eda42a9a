/** Commands that put something new into the text. */
import { commandOf } from "../../shared/editing/edit";
import { insertNoBreakHyphen, insertNoBreakSpace } from "../../shared/editing/insert-text";
import { goToReasons } from "../../shared/editing/proposal-commands";
import type { Behaviour } from "./behaviour";
import { documentCommand } from "./text-commands";

export const insertCommands = {
  insertItemBefore: documentCommand(() => false),
  insertItemAfter: documentCommand(() => false),
  insertSection: documentCommand(() => false),
  insertFootnote: documentCommand(() => false),
  insertReasons: documentCommand(goToReasons("")),
  insertTable: documentCommand(() => false),
  insertNoBreakSpace: documentCommand(commandOf(insertNoBreakSpace)),
  insertNoBreakHyphen: documentCommand(commandOf(insertNoBreakHyphen)),
} satisfies Record<string, Behaviour>;
