/** Commands of the text under the hands: marks, styles, levels, order, undo. */
import { redo, undo } from "prosemirror-history";
import type { Command } from "prosemirror-state";
import { changeLevel } from "../../shared/editing/change-level";
import { commandOf } from "../../shared/editing/edit";
import { type FormattingName, hasFormatting, toggleFormatting } from "../../shared/editing/formatting";
import { moveBlock } from "../../shared/editing/move-block";
import { setRole } from "../../shared/editing/set-role";
import type { TextBlockType } from "../../shared/model/document";
import { canRedoAcceptance, canUndoAcceptance, redoAcceptance, undoAcceptance } from "../session/acceptance";
import { openSearch, stepSearch } from "../session/find";
import type { Session } from "../session/session";
import { type Behaviour, hasDocument, isEditable } from "./behaviour";

/** A document command as a behaviour: what it answers without dispatch is whether it can run. */
export function documentCommand(command: Command, isActive?: Behaviour["isActive"]): Behaviour {
  return {
    run(session) {
      session.run(command);
      session.focusText();
    },
    isEnabled: (session) => isEditable(session) && session.can(command),
    ...(isActive ? { isActive } : {}),
  };
}

function formatting(name: FormattingName): Behaviour {
  return documentCommand(toggleFormatting(name), (session) => {
    const { document } = session.getSnapshot();
    return document !== null && hasFormatting(document.state, name);
  });
}

function role(name: TextBlockType): Behaviour {
  return documentCommand(commandOf(setRole(name)), (session) => {
    const { document } = session.getSnapshot();
    return document?.state.selection.$from.parent.type.name === name;
  });
}

/** Undo and redo also take decisions of a meeting back and forth, where the table shows them. */
function history(
  command: Command,
  otherwise: (session: Session) => boolean,
  canOtherwise: Behaviour["isEnabled"],
): Behaviour {
  const isShown = (session: Session) => isEditable(session) || session.getSnapshot().view === "compilation";
  return {
    run(session) {
      if (!session.run(command)) otherwise(session);
      if (isEditable(session)) session.focusText();
    },
    isEnabled: (session) => isShown(session) && (session.can(command) || canOtherwise?.(session) === true),
  };
}

function hasWords(session: Session): boolean {
  return hasDocument(session) && session.getSnapshot().find.text !== "";
}

/** Finding goes to the text from any view; replacing is an edit. */
const findCommands = {
  find: { run: (session) => openSearch(session, "find"), isEnabled: hasDocument },
  findNext: { run: (session) => stepSearch(session, 1), isEnabled: hasWords },
  findPrevious: { run: (session) => stepSearch(session, -1), isEnabled: hasWords },
  replace: { run: (session) => openSearch(session, "replace"), isEnabled: hasDocument },
} satisfies Record<string, Behaviour>;

export const textCommands = {
  ...findCommands,
  undo: history(undo, undoAcceptance, canUndoAcceptance),
  redo: history(redo, redoAcceptance, canRedoAcceptance),
  bold: formatting("bold"),
  italic: formatting("italic"),
  underline: formatting("underline"),
  superscript: formatting("superscript"),
  subscript: formatting("subscript"),
  smallCaps: formatting("smallCaps"),
  makeItem: role("item"),
  makeCall: role("call"),
  makeParagraph: role("paragraph"),
  makeHeading: role("heading"),
  makeNumber: role("resolutionNumber"),
  makeTitle: role("resolutionTitle"),
  makeHistory: role("resolutionReference"),
  makeEnacting: role("enacting"),
  makeAnnexNumber: role("annexNumber"),
  makeAnnexTitle: role("annexTitle"),
  lowerLevel: documentCommand(commandOf(changeLevel(1))),
  raiseLevel: documentCommand(commandOf(changeLevel(-1))),
  moveUp: documentCommand(commandOf(moveBlock(-1))),
  moveDown: documentCommand(commandOf(moveBlock(1))),
} satisfies Record<string, Behaviour>;
