/** What two language versions do to one provision, as a sentence in the language of the reader. */

import { placeOf, type Wording } from "../locales/place";
import type { Language } from "../model/document";
import { effectOf, type VersionRow } from "../redline/versions";

/** `considering d): modified in French, no change in English`. */
export function versionSentence(t: Wording, { one, other }: VersionRow, languages: [Language, Language]): string {
  const block = one?.after ?? one?.before ?? other?.after ?? other?.before;
  const place = placeOf(t, block?.path ?? []) || t(`style.${block?.node.type.name}`, {});
  return t("versions.sentence", {
    place,
    one: t(`status.${effectOf(one)}.long`, {}),
    language: t(`languages.${languages[0]}`, {}),
    other: t(`status.${effectOf(other)}.long`, {}),
    otherLanguage: t(`languages.${languages[1]}`, {}),
  });
}
