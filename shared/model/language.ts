/** Tells the six languages from whatever else a file or a window may say. */
import type { Language } from "./document";

const languages: readonly string[] = ["ar", "zh", "en", "fr", "ru", "es"] satisfies Language[];

/** Whether a value is the code of one of the six languages. */
export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as string);
}
