/**
 * The six catalogues and the one way to word something where all of them are at hand: `translator(language)` for the
 * menu, the command line and hand-outs; the window loads the one catalogue that it speaks. A catalogue is flat below
 * its first level, so a message code such as `text.empty` is one key. A key without a sentence falls back to English.
 */
import { createInstance, type i18n, type TFunction } from "i18next";
import type { Language } from "../model/document";
import ar from "./ar.json";
import en from "./en.json";
import es from "./es.json";
import fr from "./fr.json";
import ru from "./ru.json";
import { wordingSettings } from "./wording";
import zh from "./zh.json";

export const catalogues = { ar, en, es, fr, ru, zh } as const;

const settings = {
  ...wordingSettings,
  fallbackLng: "en",
  resources: Object.fromEntries(
    Object.entries(catalogues).map(([language, catalogue]) => [language, { translation: catalogue }]),
  ),
};

const instances = new Map<Language, i18n>();

/** Gives the wording function of a language. */
export function translator(language: Language): TFunction {
  let instance = instances.get(language);
  if (!instance) {
    instance = createInstance();
    instance.init({ ...settings, lng: language, initAsync: false });
    instances.set(language, instance);
  }
  return instance.t;
}
