/** Times and numbers as the language of the window writes them. */
import { localeOf } from "../../shared/locales/languages";

/** Words times the way the interface language writes them; a time of today goes without its date. */
export function showTime(
  iso: string,
  language: string,
  t: (key: string, values: Record<string, string>) => string,
  now: Date = new Date(),
): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  const locale = localeOf(language);
  const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" }).format(time);
  if (time.toDateString() === now.toDateString()) return t("changes.today", { time: clock });
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(time);
}
