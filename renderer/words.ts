/** Starts react-i18next with the six catalogues; components ask for words with `useTranslation`. */
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { directionOf, i18nOptions } from "../shared/locales/translator";
import type { Language } from "../shared/model/document";

/** Prepares the wording in a first language. */
export function startWords(language: Language): void {
  i18next.use(initReactI18next).init({ ...i18nOptions, lng: language, initAsync: false });
  speak(language);
}

/** Changes the interface language, with the direction of the whole page. */
export function speak(language: Language): void {
  void i18next.changeLanguage(language);
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}

/** Words outside components. */
export function words(key: string, values: Record<string, string | number> = {}): string {
  return i18next.t(key, values);
}
