/**
 * Starts react-i18next with the catalogue of one language; the others are loaded when the window is told to speak
 * them. All catalogues have the same keys, so none needs another. Components ask for words with `useTranslation`.
 */
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { directionOf } from "../shared/locales/languages";
import { wordingSettings } from "../shared/locales/wording";
import type { Language } from "../shared/model/document";
import { catalogues } from "./catalogues";

/** Changes the interface language, with the direction of the whole page; done when its words are there. */
export async function speak(language: Language): Promise<void> {
  if (!i18next.isInitialized) i18next.use(initReactI18next).init({ ...wordingSettings, fallbackLng: false });
  if (!i18next.hasResourceBundle(language, "translation")) {
    const { default: catalogue } = await catalogues[language]();
    i18next.addResourceBundle(language, "translation", catalogue);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
  sayCues(document);
}

/** Words outside components. */
export function words(key: string, values: Record<string, string | number> = {}): string {
  return i18next.t(key, values);
}

/** What a screen reader meets around a change (redline.css), in a page of ours. */
export function sayCues(page: Document): void {
  for (const cue of ["inserted", "deleted", "endOfChange"]) {
    page.documentElement.style.setProperty(`--cue-${cue}`, JSON.stringify(` ${words(`page.${cue}`)} `));
  }
}
