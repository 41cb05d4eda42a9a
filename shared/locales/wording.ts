/** How catalogues are read, whoever reads them, and how a message becomes a sentence; nothing here loads a catalogue. */
import type { TFunction } from "i18next";
import type { Message } from "../result";

/** What every i18next instance of the project is started with. */
export const wordingSettings = {
  // React and menus escape by themselves; sentences are plain text.
  interpolation: { escapeValue: false },
  returnNull: false,
  initAsync: false,
} as const;

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
  return part && !sentence.includes(part) ? inPart(t, sentence, part) : sentence;
}

/** The parts of a Word file that a drafter knows by a name of their own. */
const knownPart = /(?:^|\/)(document|header|footer|footnotes|endnotes|comments)\d*\.xml$/;

function inPart(t: TFunction, sentence: string, part: string): string {
  const kind = knownPart.exec(part)?.[1];
  // The text itself goes without saying.
  if (kind === "document") return sentence;
  return t("place.part", { sentence, part: kind ? t(`place.partName.${kind}`) : part });
}
