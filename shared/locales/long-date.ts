/** A day written out, `22 November 2026`, as documents of a language have it: Gregorian, in European digits. */
import type { Language } from "../model/document";
import { localeOf } from "./languages";

/** Writes the day of a time, in a time zone or in that of the machine. */
export function longDate(time: Date | number, language: Language, timeZone?: string): string {
  const locale = `${localeOf(language)}-u-ca-gregory-nu-latn`;
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone }).format(time);
}
