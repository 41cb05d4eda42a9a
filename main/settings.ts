/**
 * The interface language, author and theme, kept as a small JSON file in the user-data folder. Whatever
 * the file holds, what leaves this module is valid: an unknown or broken value becomes its default.
 */
import { join } from "node:path";
import { app } from "electron";
import type { Settings } from "../shared/ipc";
import { accountName } from "./account-name";
import { readJson } from "./read-json";
import { validSettings } from "./valid-settings";
import { writeWhole } from "./write-whole";

let current: Settings | null = null;

const settingsFile = () => join(app.getPath("userData"), "settings.json");

/** The settings, read once. */
export function readSettings(): Settings {
  current ??= validSettings(readJson(settingsFile()), defaultSettings());
  return current;
}

/** Changes some settings and keeps them. */
export async function writeSettings(change: Partial<Settings>): Promise<Settings> {
  current = validSettings(change, readSettings());
  await writeWhole(settingsFile(), Buffer.from(`${JSON.stringify(current, null, 2)}\n`));
  return current;
}

function defaultSettings(): Settings {
  const system = app.getLocale().slice(0, 2);
  return validSettings(
    { language: system, author: accountName() },
    { language: "en", author: "", theme: "system", knownResolutions: "" },
  );
}
