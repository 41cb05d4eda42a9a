/** Commands of the text under the hands: marks, styles, levels, order, undo. */
import { toggleMark } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import type { Command } from "prosemirror-state";
import { changeLevel } from "../../shared/editing/change-level";
import { commandOf } from "../../shared/editing/edit";
import { setRole } from "../../shared/editing/set-role";
import type { TextBlockType } from "../../shared/model/document";
import { schema } from "../../shared/schema/schema";
import type { Session } from "../session/session";
import type { Behaviour } from "./behaviour";

/** A document command as a behaviour: what it answers without dispatch is whether it can run. */
export function documentCommand(command: Command, isActive?: Behaviour["isActive"]): Behaviour {
  return {
    run(session) {
      session.run(command);
      session.focusText();
    },
    isEnabled: (session) => session.getSnapshot().view !== "base" && session.can(command),
    ...(isActive ? { isActive } : {}),
  };
}

function mark(name: string): Behaviour {
  const type = schema.marks[name];
  if (!type) throw new Error(`The schema has no mark ${name}.`);
  return documentCommand(toggleMark(type), (session: Session) => {
    const { state } = session.getSnapshot().document ?? {};
    if (!state) return false;
    const { from, to, empty, $from } = state.selection;
    if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
    return state.doc.rangeHasMark(from, to, type);
  });
}

function role(name: TextBlockType): Behaviour {
  return documentCommand(commandOf(setRole(name)), (session) => {
    const { document } = session.getSnapshot();
    return document?.state.selection.$from.parent.type.name === name;
  });
}

export const textCommands = {
  undo: documentCommand(undo),
  redo: documentCommand(redo),
  bold: mark("bold"),
  italic: mark("italic"),
  underline: mark("underline"),
  superscript: mark("superscript"),
  subscript: mark("subscript"),
  smallCaps: mark("smallCaps"),
  makeItem: role("item"),
  makeCall: role("call"),
  makeParagraph: role("paragraph"),
  makeHeading: role("heading"),
  lowerLevel: documentCommand(commandOf(changeLevel(1))),
  raiseLevel: documentCommand(commandOf(changeLevel(-1))),
  moveUp: documentCommand(() => false),
  moveDown: documentCommand(() => false),
} satisfies Record<string, Behaviour>;
