/**
 * The window's one door to the main process. The preload exposes `window.host` under the types of
 * `shared/ipc.ts`; tests hand the same shape to the session instead.
 */
import type { Host } from "../shared/ipc";

declare global {
  interface Window {
    host?: Host;
  }
}

/** Gives the host that the preload exposed, or null when the page stands alone. */
export function windowHost(): Host | null {
  return window.host && typeof window.host.on === "function" ? window.host : null;
}
