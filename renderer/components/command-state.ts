/** A command's state as components read it. */
import type { CommandId } from "../../shared/commands";
import { type CommandState, commandStates } from "../commands/command-states";
import { useStore } from "../session/store";
import { useActions } from "./session-context";

/** Whether a command can run and whether it is in force; follows the text with a short delay. */
export function useCommandState(id: CommandId): CommandState {
  return useStore(commandStates(useActions()), (states) => states[id], sameState);
}

function sameState(a: CommandState, b: CommandState): boolean {
  return a.enabled === b.enabled && a.checked === b.checked;
}
