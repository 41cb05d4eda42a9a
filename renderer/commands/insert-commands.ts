/** Commands that put something new into the text. */
import type { Command } from "prosemirror-state";
import { commandOf } from "../../shared/editing/edit";
import { followFootnote, insertFootnote } from "../../shared/editing/footnotes";
import { insertItem, insertSection } from "../../shared/editing/insert-block";
import { insertNoBreakHyphen, insertNoBreakSpace } from "../../shared/editing/insert-text";
import { goToReasons } from "../../shared/editing/proposal-commands";
import { languageData } from "../../shared/resolution/languages/languages";
import type { Behaviour } from "./behaviour";
import { documentCommand } from "./text-commands";

/** The heading of the reasons is written in the language of the text, whatever the interface speaks. */
const insertReasons: Command = (state, dispatch) =>
  goToReasons(languageData(state.doc.attrs.language).reasonsHeading)(state, dispatch);

export const insertCommands = {
  insertItemBefore: documentCommand(commandOf(insertItem("before"))),
  insertItemAfter: documentCommand(commandOf(insertItem("after"))),
  insertSection: documentCommand(commandOf(insertSection)),
  insertFootnote: documentCommand(commandOf(insertFootnote)),
  followFootnote: documentCommand(commandOf(followFootnote)),
  insertReasons: documentCommand(insertReasons),
  insertNoBreakSpace: documentCommand(commandOf(insertNoBreakSpace)),
  insertNoBreakHyphen: documentCommand(commandOf(insertNoBreakHyphen)),
} satisfies Record<string, Behaviour>;
