/**
 * What every page of the program is: sealed off from Node, from other pages and from what is dropped on it. Nothing in
 * it may reach the network, so there is no spelling check either, for which Chromium would fetch dictionaries.
 */
import type { WebPreferences } from "electron";

export const sealedPage = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const satisfies WebPreferences;
