/**
 * Reads Electron's accelerator notation for the window: whether a key press is meant, and how the keys
 * are written for a person (`Ctrl+Shift+O`, `⇧⌘O`).
 */
import { type CommandId, commandIds, commands } from "../../shared/commands";

interface KeyPress {
  key: string;
  code?: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

interface Combination {
  control: boolean;
  alt: boolean;
  shift: boolean;
  key: string;
}

const keyNames: Record<string, string> = {
  up: "arrowup",
  down: "arrowdown",
  left: "arrowleft",
  right: "arrowright",
  space: " ",
  plus: "+",
};

function parseAccelerator(accelerator: string): Combination {
  // `CmdOrCtrl++` ends with the plus key itself.
  const parts = accelerator.endsWith("++") ? [...accelerator.slice(0, -2).split("+"), "+"] : accelerator.split("+");
  const key = (parts.pop() ?? "").toLowerCase();
  const has = (name: string) => parts.some((part) => part.toLowerCase() === name);
  return { control: has("cmdorctrl"), alt: has("alt"), shift: has("shift"), key: keyNames[key] ?? key };
}

/** Whether a key press is this accelerator. */
export function matchesAccelerator(accelerator: string, press: KeyPress, mac = false): boolean {
  const wanted = parseAccelerator(accelerator);
  const control = mac ? press.metaKey : press.ctrlKey;
  const foreign = mac ? press.ctrlKey : press.metaKey;
  if (control !== wanted.control || foreign || press.altKey !== wanted.alt) return false;
  const sameKey = press.key.toLowerCase() === wanted.key || codeOf(wanted.key) === press.code;
  if (!sameKey) return false;
  // On many keyboards a sign such as `+` or `=` needs Shift, or must do without it.
  const sign = /^[^a-z0-9 ]$/.test(wanted.key);
  return sign && !wanted.shift ? press.key === wanted.key : press.shiftKey === wanted.shift;
}

/** The physical key of a digit or of the hyphen, for keyboards whose layout writes something else there. */
function codeOf(key: string): string | null {
  if (/^[0-9]$/.test(key)) return `Digit${key}`;
  if (key === "-") return "Minus";
  return null;
}

/** The command that a key press calls, or null. Keys of the editor's own keymap are left to it. */
export function commandOfKey(press: KeyPress, mac = false): CommandId | null {
  for (const id of commandIds) {
    const { accelerator, otherAccelerators = [], boundBy } = commands[id];
    if (!accelerator || boundBy === "editor") continue;
    if ([accelerator, ...otherAccelerators].some((keys) => matchesAccelerator(keys, press, mac))) return id;
  }
  return null;
}

const signs: Record<string, string> = { Up: "↑", Down: "↓", Left: "←", Right: "→", "-": "−" };

/** The keys as they stand in a tooltip or a list. */
export function showAccelerator(accelerator: string, mac = false): string {
  const parts = accelerator.split("+").map((part) => signs[part] ?? part);
  if (!mac) return parts.map((part) => (part === "CmdOrCtrl" ? "Ctrl" : part)).join("+");
  return parts.map((part) => ({ CmdOrCtrl: "⌘", Shift: "⇧", Alt: "⌥" })[part] ?? part).join("");
}

/** Whether this computer's keyboard has a Command key. */
export const isMac = typeof navigator !== "undefined" && /Mac/.test(navigator.platform);
