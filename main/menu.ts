/**
 * The application menu, built from the commands that the window knows: choosing an entry sends its id to
 * the window, which alone knows what it does and tells back which entries are enabled and ticked. An entry
 * is disabled as long as no page listens: before the window's first word, and while its page is loaded again.
 */
import { app, type BrowserWindow, Menu, type MenuItemConstructorOptions } from "electron";
import { type CommandId, commandIds, commands, isCommandId, type MenuEntry, menus } from "../shared/commands";
import { emit } from "./ipc";
import { editorWindow } from "./windows";
import { say } from "./wording";

export type CommandStates = Record<string, { enabled: boolean; checked?: boolean }>;

let states: CommandStates = {};

/** Builds the menu in the language of the settings. */
export function setupMenu(): void {
  const template = menus.map(({ id, entries }) => ({ label: say(`menus.${id}`), submenu: entries.map(toItem) }));
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([...(process.platform === "darwin" ? [{ role: "appMenu" as const }] : []), ...template]),
  );
  applyStates(states);
}

/** Disables every command until a page tells its states again. */
export function disableCommands(): void {
  applyStates(Object.fromEntries(commandIds.map((id) => [id, { enabled: false }])));
}

/** Enables, disables and ticks entries as the window says. */
export function applyStates(change: CommandStates): void {
  states = { ...states, ...change };
  const menu = Menu.getApplicationMenu();
  for (const [id, { enabled, checked }] of Object.entries(change)) {
    const item = menu?.getMenuItemById(id);
    if (!item) continue;
    item.enabled = enabled;
    // A radio entry cannot be unticked by hand; ticking its neighbour does that.
    if (checked !== undefined && (item.type !== "radio" || checked)) item.checked = checked;
  }
}

/** An entry as Electron takes it, in the language of the settings and enabled as the window said last. */
export function toItem(entry: MenuEntry): MenuItemConstructorOptions {
  if (entry === "-") return { type: "separator" };
  if (typeof entry === "string") return commandItem(entry);
  if ("role" in entry) return { role: entry.role, label: say(`commands.${entry.role}`) };
  return { label: say(`menus.${entry.submenu}`), submenu: entry.entries.map(toItem) };
}

function commandItem(id: CommandId): MenuItemConstructorOptions {
  const { accelerator, boundBy, kind, asks } = commands[id];
  const label = say(`commands.${id}`);
  return {
    id,
    enabled: states[id]?.enabled ?? false,
    checked: kind !== undefined && states[id]?.checked === true,
    label: asks ? say("host.asks", { label }) : label,
    ...(kind ? { type: kind } : {}),
    // The editor's own keys are shown but not taken: the page must receive them.
    ...(accelerator ? { accelerator, registerAccelerator: boundBy !== "editor" } : {}),
    click: () => choose(id, editorWindow()),
  };
}

/** Sends a command to the window as the menu does. */
export function choose(id: string, window: BrowserWindow | undefined): void {
  if (window && isCommandId(id)) emit(window, "command", { id });
  else if (!window) app.quit();
}
