/**
 * Values of WordprocessingML attributes (ISO/IEC 29500-1 §17.17, §22.9.2): on/off, whole numbers and
 * measures. A value that the standard does not know counts as absent, as Word treats it.
 */
import { child, type XmlElement } from "../xml/element";

/** The `w:val` of an element. */
export function ownValue(of: XmlElement | undefined): string | undefined {
  return of?.attributes["w:val"];
}

/** The `w:val` of a child element. */
export function childValue(parent: XmlElement | undefined, name: string): string | undefined {
  return ownValue(child(parent, name));
}

/** An on/off property: present means on, unless its value says off; undefined when absent. */
export function isOnProperty(parent: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(parent, name);
  return found && isOnValue(ownValue(found));
}

/** Reads an on/off value; a missing one is on. */
export function isOnValue(value: string | undefined): boolean {
  return value === undefined || !["0", "false", "off"].includes(value);
}

/** A whole number within 32 bits, or undefined. */
export function wholeNumber(value: string | undefined): number | undefined {
  if (value === undefined || !/^[+-]?\d{1,10}$/.test(value)) return undefined;
  const number = Number(value);
  return Math.abs(number) <= 0x7fffffff ? number : undefined;
}

const twipsPerUnit: Readonly<Record<string, number>> = { pt: 20, in: 1440, cm: 566.93, mm: 56.693, pc: 240, pi: 240 };

/** A measure in twips: a bare number is twips already, strict files add a unit. */
export function twips(value: string | undefined): number | undefined {
  const match = /^([+-]?\d{1,9}(?:\.\d{1,6})?)(pt|in|cm|mm|pc|pi)?$/.exec(value ?? "");
  if (!match) return undefined;
  return Math.round(Number(match[1]) * (match[2] ? twipsPerUnit[match[2]]! : 1));
}
