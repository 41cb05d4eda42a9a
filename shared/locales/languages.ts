/** What each language of ITU calls itself and which way it runs; nothing here loads a catalogue. */
import type { Language } from "../model/document";

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

/** How dates, numbers and lists are written in a language; in English as ITU does: day before month, no comma before "and". */
export function localeOf(language: string): string {
  return language === "en" ? "en-GB" : language;
}
