/**
 * Turns an element tree into XML text that reads back as the same tree. White space that XML readers
 * normalise (tabs and line ends in attributes, carriage returns in text) is written as character
 * references; characters that XML 1.0 §2.2 forbids are left out, because no escape exists for them.
 */
import type { XmlElement, XmlNode } from "./element";

/** Prefixes that a target document uses for canonical ones; the others are written as they are. */
export type Prefixes = ReadonlyMap<string, string>;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const noPrefixes: Prefixes = new Map();

/** Writes a node as it may stand inside a document that declares these prefixes. */
export function writeXml(node: XmlNode, prefixes: Prefixes = noPrefixes): string {
  const parts: string[] = [];
  const own = new Map<string, string>();
  append(node);
  return parts.join("");

  function append(from: XmlNode): void {
    if (typeof from === "string") {
      parts.push(escapeText(from));
    } else if (from.name === "#comment") {
      parts.push("<!--", String(from.children[0] ?? ""), "-->");
    } else if (from.name === "#instruction") {
      parts.push("<?", String(from.children[0] ?? ""), "?>");
    } else {
      appendElement(from);
    }
  }

  function appendElement(from: XmlElement): void {
    const name = ownName(from.name);
    parts.push("<", name);
    for (const key in from.attributes) {
      parts.push(" ", ownName(key), '="', escapeAttribute(from.attributes[key] as string), '"');
    }
    if (from.children.length === 0) {
      parts.push("/>");
      return;
    }
    parts.push(">");
    for (const inner of from.children) append(inner);
    parts.push("</", name, ">");
  }

  function ownName(name: string): string {
    if (prefixes.size === 0) return name;
    const known = own.get(name);
    if (known !== undefined) return known;
    const colon = name.indexOf(":");
    const prefix = colon < 0 ? undefined : prefixes.get(name.slice(0, colon));
    const local = name.slice(colon + 1);
    const result = prefix === undefined ? name : prefix === "" ? local : `${prefix}:${local}`;
    own.set(name, result);
    return result;
  }
}

/** Writes a whole part, with the declaration that Word writes. */
export function writeXmlDocument(root: XmlElement): string {
  return declaration + writeXml(root);
}

/** Escapes character data. */
export function escapeText(text: string): string {
  return replaceSpecial(text, /[<>&\r]|[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu);
}

/** Escapes the value of an attribute. */
export function escapeAttribute(value: string): string {
  return replaceSpecial(value, /[<>&"\t\r\n]|[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu);
}

const references: Readonly<Record<string, string>> = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

function replaceSpecial(text: string, special: RegExp): string {
  return text.replace(special, (character) => references[character] ?? "");
}
