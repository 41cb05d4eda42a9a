/**
 * `w:rPr` to the formatting that an editor shows, and a key for everything else (ISO/IEC 29500-1
 * §17.3.2). The key is a digest of the remaining properties, so that equal properties have equal keys
 * in every file and on both sides; the file keeps their XML under it. Equal formatting is one object.
 */
import type { Formatting } from "../model/source";
import { child, childElements, element, type XmlElement, type XmlNode } from "../xml/element";
import { writeXml } from "../xml/writer";
import { childValue, isOnProperty, ownValue } from "./attributes";
import { digest } from "./digest";
import { type Styles, styleChain } from "./styles-reader";

/** Run properties without effect on the text's look: checking state and revisions, which are read elsewhere. */
const left = new Set(["w:noProof", "w:rPrChange", "w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:lang"]);

export interface RunPropertiesReader {
  /** Formatting of a run whose properties stand in this source, inside a wrapper such as a hyperlink. */
  read(properties: XmlElement | undefined, source: string, wrapper?: string): Formatting | undefined;
  /** Key to XML: the properties that are kept, and the wrapper element around the run. */
  kept: ReadonlyMap<string, KeptProperties>;
}

export interface KeptProperties {
  /** Children of `w:rPr` that `Formatting` does not express. */
  xml: string;
  /** The hyperlink or content control around the run, written without its words; empty when there is none. */
  wrapper: string;
}

/** Makes a reader for one file; `language` is what its text is mostly written in. */
export function runPropertiesReader(styles: Styles, language: string | undefined): RunPropertiesReader {
  const kept = new Map<string, KeptProperties>();
  const byText = new Map<string, Formatting>();
  const interned = new Map<string, Formatting>();
  const documentLanguage = primarySubtag(language);
  return { read, kept };

  function read(properties: XmlElement | undefined, source: string, wrapper = ""): Formatting | undefined {
    if (!properties || properties.children.length === 0) {
      return wrapper === "" ? undefined : intern({ properties: keep("", wrapper) });
    }
    const text = wrapper + source.slice(properties.start, properties.end);
    const known = byText.get(text);
    if (known) return Object.keys(known).length === 0 ? undefined : known;
    const formatting = intern(toFormatting(properties, wrapper));
    byText.set(text, formatting);
    return Object.keys(formatting).length === 0 ? undefined : formatting;
  }

  function toFormatting(properties: XmlElement, wrapper: string): Formatting {
    const formatting: Formatting = {};
    const complex = isOnProperty(properties, "w:rtl") === true || isOnProperty(properties, "w:cs") === true;
    const [bold, otherBold] = complex ? ["w:bCs", "w:b"] : ["w:b", "w:bCs"];
    const [italic, otherItalic] = complex ? ["w:iCs", "w:i"] : ["w:i", "w:iCs"];
    const expressed = new Set<string>(left);
    const style = styleChain(styles, childValue(properties, "w:rStyle")).map((s) => s.runProperties);

    const toggle = (name: string, key: "bold" | "italic" | "strike" | "smallCaps", companion?: string): void => {
      const direct = isOnProperty(properties, name);
      if (direct ?? style.map((s) => isOnProperty(s, name)).find((on) => on !== undefined)) formatting[key] = true;
      // Off is kept: it is how a word stands upright in an italic paragraph.
      if (direct === false) return;
      expressed.add(name);
      if (direct && companion && isOnProperty(properties, companion)) expressed.add(companion);
    };
    toggle(bold as string, "bold", otherBold);
    toggle(italic as string, "italic", otherItalic);
    toggle("w:strike", "strike");
    toggle("w:smallCaps", "smallCaps");

    const underline = childValue(properties, "w:u");
    if (underline === "single") expressed.add("w:u");
    const underlineStyle = underline ?? style.map((s) => childValue(s, "w:u")).find(Boolean);
    if (underlineStyle !== undefined && underlineStyle !== "none") formatting.underline = true;

    const direct = childValue(properties, "w:vertAlign");
    if (direct === "superscript" || direct === "subscript") expressed.add("w:vertAlign");
    const vertical = direct ?? style.map((s) => childValue(s, "w:vertAlign")).find(Boolean);
    if (vertical === "superscript" || vertical === "subscript") formatting[vertical] = true;

    const tag = languageOf(properties, complex);
    if (tag !== undefined && primarySubtag(tag) !== documentLanguage) formatting.language = tag;

    const rest = childElements(properties).filter(({ name }) => !expressed.has(name) && !name.startsWith("#"));
    const xml = rest
      .filter((property) => !isHint(property))
      .map((property) => writeXml(property))
      .join("");
    if (xml !== "" || wrapper !== "") formatting.properties = keep(xml, wrapper);
    return formatting;
  }

  function keep(xml: string, wrapper: string): string {
    const key = digest(wrapper + xml);
    if (!kept.has(key)) kept.set(key, { xml, wrapper });
    return key;
  }

  function intern(formatting: Formatting): Formatting {
    const key = JSON.stringify(formatting);
    const known = interned.get(key);
    if (known) return known;
    interned.set(key, formatting);
    return formatting;
  }
}

/** The properties that a tracked change of formatting replaced. */
export function formerRunProperties(properties: XmlElement | undefined): XmlElement | undefined {
  const change = child(properties, "w:rPrChange");
  return change && (child(change, "w:rPr") ?? element("w:rPr"));
}

/** The language that run properties name for their own script. */
export function languageOf(properties: XmlElement | undefined, complex: boolean): string | undefined {
  const lang = child(properties, "w:lang");
  const tag = complex ? lang?.attributes["w:bidi"] : ownValue(lang);
  return tag === undefined || tag === "" || tag === "x-none" ? undefined : tag;
}

function primarySubtag(tag: string | undefined): string {
  return (tag ?? "").split("-")[0]!.toLowerCase();
}

/** Fonts that say only which script's font to use are a property of the characters, not of the run. */
function isHint(property: XmlNode): boolean {
  if (typeof property === "string" || property.name !== "w:rFonts") return false;
  return Object.keys(property.attributes).every((name) => name === "w:hint");
}
