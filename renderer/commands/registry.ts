/**
 * Every command with its behaviour, and the only door to them: menu, toolbar, keys, palette and tests
 * all come through `runCommand`, so that a command that cannot run now never does.
 */
import type { CommandId } from "../../shared/commands";
import type { Session } from "../session/session";
import type { Behaviour, CommandSource } from "./behaviour";
import { bracketCommands } from "./bracket-commands";
import { contributionCommands } from "./contribution-commands";
import { fileCommands } from "./file-commands";
import { insertCommands } from "./insert-commands";
import { reviewCommands } from "./review-commands";
import { settleCommands } from "./settle-commands";
import { tableCommands } from "./table-commands";
import { textCommands } from "./text-commands";
import { viewCommands } from "./view-commands";

const behaviours = {
  ...fileCommands,
  ...contributionCommands,
  ...textCommands,
  ...insertCommands,
  ...tableCommands,
  ...bracketCommands,
  ...reviewCommands,
  ...settleCommands,
  ...viewCommands,
} satisfies Record<CommandId, Behaviour>;

const table: Record<CommandId, Behaviour> = behaviours;

/** Whether a command can run now. */
export function isEnabled(session: Session, id: CommandId): boolean {
  if (session.getSnapshot().busy) return false;
  return table[id].isEnabled?.(session) ?? true;
}

/** Whether a command that has a tick is in force. */
export function isActive(session: Session, id: CommandId): boolean {
  return table[id].isActive?.(session) ?? false;
}

/** Runs a command if it can run now; tells whether it ran. */
export function runCommand(session: Session, id: CommandId, source: CommandSource): boolean {
  if (!isEnabled(session, id)) return false;
  const { run } = table[id];
  const outcome: unknown = run(session, source);
  if (outcome instanceof Promise) {
    outcome.catch((error: unknown) => {
      const detail = error instanceof Error ? error.message : String(error);
      session.fail("error.title", { severity: "error", code: "unexpected", values: { detail } });
    });
  }
  return true;
}
