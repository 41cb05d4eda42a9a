/**
 * The six catalogues and the one way to word something: `translator(language)` for the menu and the
 * command line, the same resources for the window. A catalogue is flat below its first level, so a
 * message code such as `text.empty` is one key. A key without a sentence falls back to English.
 */
import { createInstance, type i18n, type TFunction } from "i18next";
import type { Language } from "../model/document";
import type { Message } from "../result";
import ar from "./ar.json";
import en from "./en.json";
import es from "./es.json";
import fr from "./fr.json";
import ru from "./ru.json";
import zh from "./zh.json";

export const catalogues = { ar, en, es, fr, ru, zh } as const;

/** In the order ITU lists them, each named in itself. */
export const languageNames: Readonly<Record<Language, string>> = {
  ar: "العربية",
  zh: "中文",
  en: "English",
  fr: "Français",
  ru: "Русский",
  es: "Español",
};

/** Direction of writing of an interface or document language. */
export function directionOf(language: Language): "ltr" | "rtl" {
  return language === "ar" ? "rtl" : "ltr";
}

/** What every i18next instance of the project is started with. */
export const i18nOptions = {
  fallbackLng: "en",
  resources: Object.fromEntries(
    Object.entries(catalogues).map(([language, catalogue]) => [language, { translation: catalogue }]),
  ),
  // React and menus escape by themselves; sentences are plain text.
  interpolation: { escapeValue: false },
  returnNull: false,
} as const;

const instances = new Map<Language, i18n>();

/** Gives the wording function of a language. */
export function translator(language: Language): TFunction {
  let instance = instances.get(language);
  if (!instance) {
    instance = createInstance();
    instance.init({ ...i18nOptions, lng: language, initAsync: false });
    instances.set(language, instance);
  }
  return instance.t;
}

/** Words a message, with the place it speaks of when it names one. */
export function wordMessage(t: TFunction, message: Message): string {
  const sentence = t(`messages.${message.code}`, {
    ...message.values,
    defaultValue: t("messages.unknown", { code: message.code }),
  });
  const { line, part, provision } = message.where ?? {};
  if (line !== undefined) return t("place.line", { sentence, line });
  // Many sentences name the place themselves.
  if (provision && !sentence.includes(provision)) return t("place.provision", { sentence, provision });
  if (part && !sentence.includes(part)) return t("place.part", { sentence, part });
  return sentence;
}
