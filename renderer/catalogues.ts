/** Where the words of each interface language are: every catalogue is a script of its own. */
import type { Language } from "../shared/model/document";

type Catalogue = Promise<{ default: Record<string, unknown> }>;

export const catalogues: Record<Language, () => Catalogue> = {
  ar: () => import("../shared/locales/ar.json"),
  en: () => import("../shared/locales/en.json"),
  es: () => import("../shared/locales/es.json"),
  fr: () => import("../shared/locales/fr.json"),
  ru: () => import("../shared/locales/ru.json"),
  zh: () => import("../shared/locales/zh.json"),
};
