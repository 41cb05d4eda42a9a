/**
 * Whether each command can run now: worked out in one go, shortly after the last change, for the toolbar
 * and the application menu alike. Nothing is asked of a command while a key is being handled.
 */
import { type CommandId, commandIds, commands } from "../../shared/commands";
import type { Session } from "../session/session";
import { createStore, type Store } from "../session/store";
import { isActive, isEnabled } from "./registry";

export interface CommandState {
  enabled: boolean;
  checked: boolean;
}
export type CommandStates = Record<CommandId, CommandState>;

const delayMs = 120;
const stores = new WeakMap<Session, Store<CommandStates>>();

/** The states of a session's commands, kept up to date from the first time they are asked for. */
export function commandStates(session: Session): Store<CommandStates> {
  let store = stores.get(session);
  if (store) return store;
  const states = createStore(readStates(session));
  store = states;
  stores.set(session, store);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hadDocument = session.getSnapshot().document?.key;
  session.subscribe(() => {
    clearTimeout(timer);
    const { document } = session.getSnapshot();
    if (document?.key !== hadDocument) {
      hadDocument = document?.key;
      refresh();
    } else {
      timer = setTimeout(refresh, delayMs);
    }
  });
  function refresh() {
    const before = states.getSnapshot();
    const now = readStates(session);
    const changed = commandIds.filter(
      (id) => before[id].enabled !== now[id].enabled || before[id].checked !== now[id].checked,
    );
    if (changed.length === 0) return;
    states.update(Object.fromEntries(changed.map((id) => [id, now[id]])));
  }
  return store;
}

/** Tells the application menu the states now and after each change, until the returned function is called. */
export function keepMenuInStep(session: Session): () => void {
  const states = commandStates(session);
  const tell = () => tellMenu(session, states.getSnapshot());
  tell();
  return states.subscribe(tell);
}

function readStates(session: Session): CommandStates {
  return Object.fromEntries(
    commandIds.map((id) => [id, { enabled: isEnabled(session, id), checked: isActive(session, id) }]),
  ) as CommandStates;
}

function tellMenu(session: Session, states: CommandStates): void {
  const shown = commandIds.map((id) => {
    const { enabled, checked } = states[id];
    return [id, commands[id].kind ? { enabled, checked } : { enabled }];
  });
  void session.host.setCommandStates(Object.fromEntries(shown));
}
