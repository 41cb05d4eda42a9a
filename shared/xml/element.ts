/**
 * The element tree: what an XML part holds, in order, with nothing thrown away but the doctype that
 * the reader refuses. Names carry the canonical prefix of their namespace (`w:p`), whatever prefix
 * the file chose. Every element knows where its source starts and ends, so that its exact characters
 * can be taken back from the part (`sourceOf`). A tree is never changed after it was made.
 */

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Offsets into the source text; -1 for an element that was not read from a source. */
  readonly start: number;
  readonly end: number;
}

/** A string is character data. Comments and processing instructions are elements named `#comment` and `#instruction`. */
export type XmlNode = XmlElement | string;

export interface XmlDocument {
  readonly root: XmlElement;
  /** The whole text of the part, declaration included. */
  readonly source: string;
  /** Canonical prefix to the prefix that the root declares for the same namespace. */
  readonly prefixes: ReadonlyMap<string, string>;
}

/** Makes an element that has no source. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly XmlNode[] = [],
): XmlElement {
  return { name, attributes, children, start: -1, end: -1 };
}

/** True for an element, false for characters. */
export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== "string";
}

/** Finds the first child element with this name. */
export function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  if (!parent) return undefined;
  for (const node of parent.children) if (typeof node !== "string" && node.name === name) return node;
  return undefined;
}

/** Lists the child elements, or those with this name. */
export function childElements(parent: XmlElement | undefined, name?: string): XmlElement[] {
  if (!parent) return [];
  return parent.children.filter(
    (node): node is XmlElement => typeof node !== "string" && (name === undefined || node.name === name),
  );
}

/** Follows a path of child names from an element. */
export function descend(from: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  let found = from;
  for (const name of names) found = child(found, name);
  return found;
}

/** Lists every element below, in document order, whose name is one of these. */
export function descendants(parent: XmlElement, ...names: string[]): XmlElement[] {
  const wanted = new Set(names);
  const found: XmlElement[] = [];
  const visit = (from: XmlElement): void => {
    for (const node of from.children) {
      if (typeof node === "string") continue;
      if (wanted.has(node.name)) found.push(node);
      visit(node);
    }
  };
  visit(parent);
  return found;
}

/** Counts the elements below that have this name. */
export function countElements(parent: XmlElement, name: string): number {
  let count = 0;
  for (const node of parent.children) {
    if (typeof node !== "string") count += (node.name === name ? 1 : 0) + countElements(node, name);
  }
  return count;
}

/** Joins all character data below an element. */
export function textOf(parent: XmlElement): string {
  let text = "";
  for (const node of parent.children) {
    if (typeof node === "string") text += node;
    else if (!node.name.startsWith("#")) text += textOf(node);
  }
  return text;
}

/** Takes the exact characters that an element was read from. */
export function sourceOf(document: XmlDocument, of: XmlElement): string {
  return document.source.slice(of.start, of.end);
}
