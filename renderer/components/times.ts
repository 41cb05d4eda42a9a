/** Words times the way the interface language writes them; a time of today goes without its date. */
export function showTime(
  iso: string,
  language: string,
  t: (key: string, values: Record<string, string>) => string,
  now: Date = new Date(),
): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit" }).format(time);
  if (time.toDateString() === now.toDateString()) return t("changes.today", { time: clock });
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(time);
}
