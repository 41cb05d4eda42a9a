/**
 * What may stand in the settings: an unknown or broken value becomes its default, one by one.
 */
import type { Settings } from "../shared/ipc";
import { isRecord } from "../shared/model/json-object";
import { isLanguage } from "../shared/model/language";

const themes: readonly string[] = ["system", "light", "dark"] satisfies Settings["theme"][];
const longestAuthor = 200;
const longestTable = 200_000;

/** Takes the valid values of `candidate` and the rest from `fallback`. */
export function validSettings(candidate: unknown, fallback: Settings): Settings {
  const value = isRecord(candidate) ? candidate : {};
  return {
    language: isLanguage(value.language) ? value.language : fallback.language,
    author: typeof value.author === "string" ? value.author.trim().slice(0, longestAuthor) : fallback.author,
    knownResolutions:
      typeof value.knownResolutions === "string"
        ? value.knownResolutions.slice(0, longestTable)
        : fallback.knownResolutions,
    theme: themes.includes(value.theme as string) ? (value.theme as Settings["theme"]) : fallback.theme,
  };
}
