/**
 * Words of the main process in the language of the settings, from the same catalogues as the window.
 */
import type { TFunction } from "i18next";
import { translator } from "../shared/locales/translator";
import { wordMessage } from "../shared/locales/wording";
import type { Language } from "../shared/model/document";
import type { Message } from "../shared/result";

let t: TFunction = translator("en");

/** Chooses the language for everything that is said from now on. */
export function speak(language: Language): void {
  t = translator(language);
}

/** Words an entry of the catalogues. */
export function say(key: string, values?: Record<string, string | number>): string {
  return t(key, values ?? {});
}

/** Words an entry in the language of a document; English where there is none. */
export function sayIn(language: string, key: string): string {
  return translator(language as Language)(key);
}

/** Words a message. */
export function sayMessage(message: Message): string {
  return wordMessage(t, message);
}
