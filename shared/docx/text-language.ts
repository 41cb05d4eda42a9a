/**
 * The language that a file declares for its text: the default of its styles, set to the language of
 * the document, so that Word's spelling and a later reading know it. Nothing else of the part changes.
 */
import type { Language } from "../model/document";
import type { XmlPart } from "../opc/package";
import { languageData } from "../resolution/languages/languages";
import { descend } from "../xml/element";
import { encodeXml } from "../xml/encoding";
import { applyPatches } from "../xml/patch";
import { writeXml } from "../xml/writer";
import { languageAttribute } from "./run-properties-writer";

/** The styles part with this default language; the part as it was when it names no default. */
export function withTextLanguage(styles: XmlPart, language: Language): Uint8Array {
  const lang = descend(styles.root, "w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang");
  if (!lang) return encodeXml(styles.source, styles.encoding);
  const { tag, direction } = languageData(language);
  const attributes = { ...lang.attributes, [languageAttribute(tag, direction === "rtl")]: tag };
  const text = writeXml({ ...lang, attributes }, styles.prefixes);
  return encodeXml(applyPatches(styles.source, [{ start: lang.start, end: lang.end, text }]), styles.encoding);
}
