/**
 * `numbering.xml`: the definitions that automatic labels are computed from (ISO/IEC 29500-1 §17.9), with
 * overrides and links to numbering styles resolved, so that a number id and a level give one definition.
 */
import { child, childElements, type XmlElement } from "../xml/element";
import { childValue, isOnProperty, wholeNumber } from "./attributes";
import type { Styles } from "./styles-reader";

export interface NumberingLevel {
  format: string;
  /** `%1.%2)`: text with the values of levels, counted from 1. */
  text: string;
  start: number;
  /** Restarts after a level this deep or higher; 0 never; undefined after any higher level. */
  restart?: number;
  /** All values in Arabic digits, as in legal numbering. */
  legal: boolean;
  /** Paragraph style that this level belongs to. */
  styleId?: string;
  /** Font of the label, for bullets of symbol fonts. */
  font: string;
}

export interface Numbering {
  /** Numberings that share it count together. */
  sequence: string;
  levels: ReadonlyMap<number, NumberingLevel>;
  /** Levels at which this numbering starts anew the first time it is used. */
  startOverrides: ReadonlyMap<number, number>;
}

export type Numberings = ReadonlyMap<string, Numbering>;

const longestLink = 16;

/** Reads the numberings of a part; a file without one has none. */
export function readNumberings(root: XmlElement | undefined, styles: Styles): Numberings {
  const abstracts = new Map<string, XmlElement>();
  for (const element of childElements(root, "w:abstractNum")) {
    abstracts.set(element.attributes["w:abstractNumId"] ?? "", element);
  }
  const numberElements = new Map<string, XmlElement>();
  for (const element of childElements(root, "w:num")) numberElements.set(element.attributes["w:numId"] ?? "", element);

  const sequences = new Map<string, ReadonlyMap<number, NumberingLevel>>();
  const numberings = new Map<string, Numbering>();
  for (const [id, element] of numberElements) {
    const sequence = abstractOf(id);
    const abstract = abstracts.get(sequence);
    if (!abstract) continue;
    let levels = sequences.get(sequence);
    if (!levels) {
      levels = readLevels(abstract);
      sequences.set(sequence, levels);
    }
    numberings.set(id, withOverrides(element, sequence, levels));
  }
  return numberings;

  /** Follows `numStyleLink` to the definition that holds the levels. */
  function abstractOf(numId: string): string {
    let number: string | undefined = numId;
    let id = "";
    for (let step = 0; step < longestLink && number !== undefined; step++) {
      id = childValue(numberElements.get(number), "w:abstractNumId") ?? "";
      const link = childValue(abstracts.get(id), "w:numStyleLink");
      number = link === undefined ? undefined : styles.byId.get(link)?.numbering?.numId;
    }
    return id;
  }
}

function withOverrides(number: XmlElement, sequence: string, levels: ReadonlyMap<number, NumberingLevel>): Numbering {
  const startOverrides = new Map<number, number>();
  const replaced = new Map<number, NumberingLevel>();
  for (const override of childElements(number, "w:lvlOverride")) {
    const index = levelIndex(override);
    if (index === undefined) continue;
    const start = wholeNumber(childValue(override, "w:startOverride"));
    if (start !== undefined) startOverrides.set(index, start);
    const level = child(override, "w:lvl");
    if (level) replaced.set(index, readLevel(level));
  }
  return { sequence, levels: replaced.size > 0 ? new Map([...levels, ...replaced]) : levels, startOverrides };
}

function readLevels(abstract: XmlElement): ReadonlyMap<number, NumberingLevel> {
  const levels = new Map<number, NumberingLevel>();
  for (const element of childElements(abstract, "w:lvl")) {
    const index = levelIndex(element);
    if (index !== undefined) levels.set(index, readLevel(element));
  }
  return levels;
}

function readLevel(element: XmlElement): NumberingLevel {
  const alternate = child(child(element, "mc:AlternateContent"), "mc:Choice");
  const format = child(element, "w:numFmt") ?? child(alternate, "w:numFmt");
  const fonts = child(child(element, "w:rPr"), "w:rFonts")?.attributes;
  const level: NumberingLevel = {
    format: formatName(format),
    text: childValue(element, "w:lvlText") ?? "",
    start: wholeNumber(childValue(element, "w:start")) ?? 0,
    legal: isOnProperty(element, "w:isLgl") ?? false,
    font: fonts?.["w:ascii"] ?? fonts?.["w:hAnsi"] ?? "",
  };
  const restart = wholeNumber(childValue(element, "w:lvlRestart"));
  if (restart !== undefined) level.restart = restart;
  const styleId = childValue(element, "w:pStyle");
  if (styleId !== undefined) level.styleId = styleId;
  return level;
}

/** The name of a format; a custom one is told by its beginning, `001, 002, 003, ...` (§17.9.17). */
function formatName(format: XmlElement | undefined): string {
  const { "w:val": name = "decimal", "w:format": custom = "" } = format?.attributes ?? {};
  return name === "custom" ? (custom.split(",")[0]?.trim() ?? "") : name;
}

function levelIndex(element: XmlElement): number | undefined {
  const index = wholeNumber(element.attributes["w:ilvl"]);
  return index !== undefined && index >= 0 && index <= 8 ? index : undefined;
}
