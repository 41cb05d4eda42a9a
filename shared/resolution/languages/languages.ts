/** The six languages of ITU texts by their code: the one place where logic reaches language data. */
import type { Language } from "../../model/document";
import { arabic } from "./ar";
import { english } from "./en";
import { spanish } from "./es";
import { french } from "./fr";
import type { LanguageData } from "./language-data";
import { russian } from "./ru";
import { chinese } from "./zh";

const byCode: Record<Language, LanguageData> = {
  ar: arabic,
  zh: chinese,
  en: english,
  fr: french,
  ru: russian,
  es: spanish,
};

export const allLanguages: readonly LanguageData[] = Object.values(byCode);

/** The data of one language. */
export function languageData(language: Language): LanguageData {
  return byCode[language];
}
