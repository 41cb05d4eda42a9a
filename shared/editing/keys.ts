/** The keys of the text. Everything that changes structure goes through the commands of this folder. */
import { chainCommands } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { type Command, Selection } from "prosemirror-state";
import { deleteCellSelection } from "prosemirror-tables";
import { changeLevel } from "./change-level";
import { deleteSelected } from "./delete-selection";
import { commandOf } from "./edit";
import { followFootnote } from "./footnotes";
import { toggleFormatting } from "./formatting";
import { insertBreak, insertText } from "./insert-text";
import { joinBackward, joinForward } from "./join-blocks";
import { moveBlock } from "./move-block";
import { blockAround } from "./place";
import { splitBlock } from "./split-block";
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  nextCell,
  previousCell,
} from "./tables";

const deleteSelection = chainCommands(
  deleteCellSelection,
  commandOf((tr) => deleteSelected(tr)),
);

/** Outside lists Tab writes a tab, as in "Reasons:<tab>"; at the start of a block it would be lost on export. */
const tab: Command = (state, dispatch) => {
  const place = blockAround(state.selection.$from);
  if (place?.node.type.name === "item" || !state.selection.empty || state.selection.$from.parentOffset === 0)
    return true;
  return commandOf(insertText("\t"))(state, dispatch);
};

/** To the first or last place for the caret: left to the browser the key would end in the marker line above the text. */
const toEnd =
  (side: "atStart" | "atEnd"): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.setSelection(Selection[side](state.doc)).scrollIntoView());
    return true;
  };

/** Enter, Backspace, Tab, arrows with Alt, formatting, undo and redo. */
export const editingKeys: Record<string, Command> = {
  Enter: commandOf(splitBlock),
  "Shift-Enter": commandOf(insertBreak),
  Backspace: chainCommands(deleteSelection, commandOf(joinBackward)),
  "Mod-Backspace": chainCommands(deleteSelection, commandOf(joinBackward)),
  "Shift-Backspace": chainCommands(deleteSelection, commandOf(joinBackward)),
  Delete: chainCommands(deleteSelection, commandOf(joinForward)),
  "Mod-Delete": chainCommands(deleteSelection, commandOf(joinForward)),
  Tab: chainCommands(nextCell, commandOf(changeLevel(1)), tab),
  "Shift-Tab": chainCommands(previousCell, commandOf(changeLevel(-1)), () => true),
  "Alt-ArrowUp": commandOf(moveBlock(-1)),
  "Alt-ArrowDown": commandOf(moveBlock(1)),
  "Alt-Shift-ArrowUp": addRowBefore,
  "Alt-Shift-ArrowDown": addRowAfter,
  "Alt-Shift-ArrowLeft": addColumnBefore,
  "Alt-Shift-ArrowRight": addColumnAfter,
  "Alt-Shift-Backspace": deleteRow,
  "Alt-Shift-Delete": deleteColumn,
  "Mod-b": toggleFormatting("bold"),
  "Mod-i": toggleFormatting("italic"),
  "Mod-u": toggleFormatting("underline"),
  "Alt-Enter": commandOf(followFootnote),
  "Mod-Home": toEnd("atStart"),
  "Mod-End": toEnd("atEnd"),
  "Mod-z": undo,
  "Mod-y": redo,
  "Mod-Shift-z": redo,
};
