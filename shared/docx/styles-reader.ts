/**
 * `styles.xml`: names, inheritance, numbering and the character formatting that a character style adds
 * (ISO/IEC 29500-1 §17.7). Inheritance loops and missing parents end the chain instead of the reading.
 */
import { child, childElements, descend, type XmlElement } from "../xml/element";
import { childValue, isOnValue, wholeNumber } from "./attributes";

export interface Style {
  id: string;
  /** As the style box shows it. */
  name: string;
  type: string;
  basedOn?: string;
  numbering?: { numId?: string; level?: number };
  runProperties?: XmlElement;
  paragraphProperties?: XmlElement;
}

export interface Styles {
  byId: ReadonlyMap<string, Style>;
  defaultParagraph?: Style;
  defaultRunProperties?: XmlElement;
  /** What was asked about styles before, by their ids: a file has few styles and many paragraphs. */
  readonly asked: Map<string, AskedStyle>;
}

interface AskedStyle {
  chain: readonly Style[];
  names: readonly string[];
  outlineLevel: number | undefined;
}

const longestChain = 64;

/** Reads the styles of a part; a file without one has none. */
export function readStyles(root: XmlElement | undefined): Styles {
  const byId = new Map<string, Style>();
  let defaultParagraph: Style | undefined;
  for (const element of childElements(root, "w:style")) {
    const style = readStyle(element);
    if (!byId.has(style.id)) byId.set(style.id, style);
    const isDefault = element.attributes["w:default"];
    if (style.type === "paragraph" && isDefault !== undefined && isOnValue(isDefault)) defaultParagraph = style;
  }
  const styles: Styles = { byId, asked: new Map() };
  if (defaultParagraph) styles.defaultParagraph = defaultParagraph;
  const defaults = descend(root, "w:docDefaults", "w:rPrDefault", "w:rPr");
  if (defaults) styles.defaultRunProperties = defaults;
  return styles;
}

/** The style and those it is based on, nearest first. */
export function styleChain(styles: Styles, id: string | undefined): readonly Style[] {
  return id === undefined ? [] : askedOf(styles, id).chain;
}

/** Names of a paragraph's style and of those it is based on; an unknown id serves as its own name. */
export function paragraphStyleNames(styles: Styles, id: string | undefined): readonly string[] {
  const known = id ?? styles.defaultParagraph?.id;
  return known === undefined ? [] : askedOf(styles, known).names;
}

/** The depth in the outline that a paragraph style gives, 1 for the highest; undefined for body text (§17.3.1.20). */
export function outlineLevel(styles: Styles, id: string | undefined): number | undefined {
  const known = id ?? styles.defaultParagraph?.id;
  return known === undefined ? undefined : askedOf(styles, known).outlineLevel;
}

function askedOf(styles: Styles, id: string): AskedStyle {
  const known = styles.asked.get(id);
  if (known) return known;
  const chain = chainOf(styles, id);
  const names = chain.length === 0 ? [id] : chain.map(({ name }) => name);
  const asked = { chain, names, outlineLevel: levelOf(chain) };
  styles.asked.set(id, asked);
  return asked;
}

function chainOf(styles: Styles, id: string): Style[] {
  const chain: Style[] = [];
  let style = styles.byId.get(id);
  while (style && chain.length < longestChain && !chain.includes(style)) {
    chain.push(style);
    style = style.basedOn === undefined ? undefined : styles.byId.get(style.basedOn);
  }
  return chain;
}

function levelOf(chain: readonly Style[]): number | undefined {
  for (const { paragraphProperties } of chain) {
    const level = wholeNumber(childValue(paragraphProperties, "w:outlineLvl"));
    if (level !== undefined) return level >= 0 && level <= 8 ? level + 1 : undefined;
  }
  return undefined;
}

function readStyle(element: XmlElement): Style {
  const id = element.attributes["w:styleId"] ?? "";
  const style: Style = {
    id,
    name: childValue(element, "w:name") ?? id,
    type: element.attributes["w:type"] ?? "paragraph",
  };
  const basedOn = childValue(element, "w:basedOn");
  if (basedOn !== undefined) style.basedOn = basedOn;
  const numbering = descend(element, "w:pPr", "w:numPr");
  if (numbering) style.numbering = readNumberingReference(numbering);
  const run = child(element, "w:rPr");
  if (run) style.runProperties = run;
  const paragraph = child(element, "w:pPr");
  if (paragraph) style.paragraphProperties = paragraph;
  return style;
}

/** Reads `w:numPr`: either half may be missing and then comes from the style. */
export function readNumberingReference(numbering: XmlElement): { numId?: string; level?: number } {
  const reference: { numId?: string; level?: number } = {};
  const numId = childValue(numbering, "w:numId");
  const level = wholeNumber(childValue(numbering, "w:ilvl"));
  if (numId !== undefined) reference.numId = numId;
  if (level !== undefined && level >= 0 && level <= 8) reference.level = level;
  return reference;
}
