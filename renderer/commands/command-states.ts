/**
 * Whether each command can run now, for the toolbar and the application menu alike. Asked shortly after a change and
 * between frames, a few commands at a time, so that no key ever waits for the answers, and told together. Changes that
 * come meanwhile have them asked once more, and never put them off for long: who types without a pause can still save.
 */
import { type CommandId, commandIds, commands } from "../../shared/commands";
import { restTimer } from "../session/rest-timer";
import type { Session } from "../session/session";
import { createStore, type Store } from "../session/store";
import { whenIdle } from "../session/when-idle";
import { isActive, isEnabled } from "./registry";

export interface CommandState {
  enabled: boolean;
  checked: boolean;
}
export type CommandStates = Record<CommandId, CommandState>;

/** After the last change, and after the first one that was not asked about yet. */
const delayMs = 120;
const longestDelayMs = 400;
const stores = new WeakMap<Session, Store<CommandStates>>();

/** The states of a session's commands, kept up to date from the first time they are asked for. */
export function commandStates(session: Session): Store<CommandStates> {
  let store = stores.get(session);
  if (store) return store;
  const states = createStore(readStates(session));
  store = states;
  stores.set(session, store);
  /** When the first change came that was not asked about yet; null when there is none. */
  let since: number | null = null;
  let isAsking = false;
  let hadDocument = session.getSnapshot().document?.key;
  const ask = () => {
    since = null;
    isAsking = true;
    askWhenIdle(session, (now) => {
      isAsking = false;
      tell(states, now);
      if (since !== null) timer.restart(delayMs);
    });
  };
  const timer = restTimer(ask);
  session.subscribe(() => {
    const now = performance.now();
    since ??= now;
    if (isAsking) return;
    const { document } = session.getSnapshot();
    // A new document is drawn first; its commands follow in the next idle moment.
    const delay = document?.key === hadDocument ? Math.min(delayMs, since + longestDelayMs - now) : 0;
    hadDocument = document?.key;
    timer.restart(Math.max(0, delay));
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

/** Asks one command after the other whenever nothing else is to do. */
function askWhenIdle(session: Session, done: (states: CommandStates) => void): void {
  const states: Partial<CommandStates> = {};
  let asked = 0;
  whenIdle(() => {
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
