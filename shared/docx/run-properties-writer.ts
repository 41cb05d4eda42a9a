/**
 * Character formatting to run properties. Children stand in the order of CT_RPr (ECMA-376 Part 1
 * §17.3.2.28), the complex-script twin of a property always beside it, because Arabic text reads
 * only the twin.
 */
import type { Mark } from "prosemirror-model";
import { element, type XmlElement } from "../xml/element";

/** How characters look, as far as this writer knows. */
export interface RunLook {
  /** Id of a character style. */
  style?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strike?: boolean;
  superscript?: boolean;
  subscript?: boolean;
  smallCaps?: boolean;
  /** BCP 47 tag. */
  language?: string;
  rightToLeft?: boolean;
  /** Name of further properties that the source file keeps, and those properties. */
  keptName?: string;
  kept?: readonly XmlElement[];
  /** The hyperlink or content control that the run stands in. */
  wrapper?: XmlElement;
}

const toggles = ["bold", "italic", "underline", "strike", "superscript", "subscript", "smallCaps"] as const;

/** Order of the children of `w:rPr`; what is not listed stands before the language. */
const order = (
  "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish " +
  "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang " +
  "eastAsianLayout specVanish oMath"
).split(" ");

/** What the source file keeps for a name. */
export interface KeptRunProperties {
  runProperties(key: string): readonly XmlElement[];
  wrapper(key: string): XmlElement | null;
}

/** Most text has no marks: one look for all of it. */
const plainRun: RunLook = Object.freeze({});

/** The look that a text's marks ask for. */
export function lookOfMarks(marks: readonly Mark[], source: KeptRunProperties | null = null): RunLook {
  if (marks.length === 0) return plainRun;
  const look: RunLook = {};
  for (const { type, attrs } of marks) {
    const toggle = toggles.find((name) => name === type.name);
    if (toggle) look[toggle] = true;
    if (type.name === "language") look.language = attrs.tag;
    if (type.name === "properties" && source) {
      look.keptName = attrs.key;
      look.kept = source.runProperties(attrs.key);
      const wrapper = source.wrapper(attrs.key);
      if (wrapper) look.wrapper = wrapper;
    }
  }
  return look;
}

/** True when two looks are written alike. */
export function sameLook(a: RunLook, b: RunLook): boolean {
  return a === b || lookKey(a) === lookKey(b);
}

/** Names a look; equal names, equal properties. */
export function lookKey(look: RunLook): string {
  return [
    look.style ?? "",
    ...toggles.map((name) => (look[name] ? name : "")),
    look.language ?? "",
    look.rightToLeft ? "rtl" : "",
    look.keptName ?? "",
  ].join("|");
}

/** The children of `w:rPr` for a look; none when it says nothing. */
export function runPropertyElements(look: RunLook): XmlElement[] {
  const children: XmlElement[] = [];
  const add = (name: string, attributes: Record<string, string> = {}) => children.push(element(name, attributes));
  if (look.style) add("w:rStyle", { "w:val": look.style });
  if (look.bold) {
    add("w:b");
    add("w:bCs");
  }
  if (look.italic) {
    add("w:i");
    add("w:iCs");
  }
  if (look.smallCaps) add("w:smallCaps");
  if (look.strike) add("w:strike");
  if (look.underline) add("w:u", { "w:val": "single" });
  if (look.superscript) add("w:vertAlign", { "w:val": "superscript" });
  if (look.subscript) add("w:vertAlign", { "w:val": "subscript" });
  if (look.rightToLeft) add("w:rtl");
  if (look.language) add("w:lang", { [languageAttribute(look.language, look.rightToLeft)]: look.language });
  if (!look.kept || look.kept.length === 0) return children;
  // What is kept says less than what was asked for where both speak of the same property.
  const names = new Set(children.map(({ name }) => name));
  return [...children, ...look.kept.filter(({ name }) => !names.has(name))].sort((a, b) => place(a) - place(b));
}

function place({ name }: XmlElement): number {
  const index = order.indexOf(name.replace(/^w:/, ""));
  return index < 0 ? order.indexOf("lang") - 0.5 : index;
}

/** Word keeps one language for each kind of script; the tag says which kind it is. */
export function languageAttribute(tag: string, rightToLeft = false): "w:bidi" | "w:eastAsia" | "w:val" {
  if (rightToLeft) return "w:bidi";
  return /^(zh|ja|ko)\b/i.test(tag) ? "w:eastAsia" : "w:val";
}
