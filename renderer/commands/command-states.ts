/**
 * Whether each command can run now, for the toolbar and the application menu alike. Asked shortly after the last
 * change and between frames, a few commands at a time, so that no key ever waits for the answers; they are told
 * together, and a change that comes meanwhile begins anew.
 */
import { type CommandId, commandIds, commands } from "../../shared/commands";
import type { Session } from "../session/session";
import { createStore, type Store } from "../session/store";
import { whenIdle } from "../session/when-idle";
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
  let stop = () => {};
  let hadDocument = session.getSnapshot().document?.key;
  session.subscribe(() => {
    clearTimeout(timer);
    stop();
    const { document } = session.getSnapshot();
    // A new document is drawn first; its commands follow in the next idle moment.
    const delay = document?.key === hadDocument ? delayMs : 0;
    hadDocument = document?.key;
    timer = setTimeout(() => {
      stop = askWhenIdle(session, (now) => tell(states, now));
    }, delay);
  });
  return store;
}

function tell(states: Store<CommandStates>, now: CommandStates): void {
  const before = states.getSnapshot();
  const changed = commandIds.filter(
    (id) => before[id].enabled !== now[id].enabled || before[id].checked !== now[id].checked,
  );
  if (changed.length > 0) states.update(Object.fromEntries(changed.map((id) => [id, now[id]])));
}

/** Asks one command after the other whenever nothing else is to do; the returned function gives it up. */
function askWhenIdle(session: Session, done: (states: CommandStates) => void): () => void {
  const states: Partial<CommandStates> = {};
  let asked = 0;
  return whenIdle(() => {
    const id = commandIds[asked++];
    if (id === undefined) done(states as CommandStates);
    else states[id] = stateOf(session, id);
    return id === undefined;
  });
}

function stateOf(session: Session, id: CommandId): CommandState {
  return { enabled: isEnabled(session, id), checked: isActive(session, id) };
}

/** Tells the application menu the states now and after each change, until the returned function is called. */
export function keepMenuInStep(session: Session): () => void {
  const states = commandStates(session);
  const tell = () => tellMenu(session, states.getSnapshot());
  tell();
  return states.subscribe(tell);
}

function readStates(session: Session): CommandStates {
  return Object.fromEntries(commandIds.map((id) => [id, stateOf(session, id)])) as CommandStates;
}

function tellMenu(session: Session, states: CommandStates): void {
  const shown = commandIds.map((id) => {
    const { enabled, checked } = states[id];
    return [id, commands[id].kind ? { enabled, checked } : { enabled }];
  });
  void session.host.setCommandStates(Object.fromEntries(shown));
}
