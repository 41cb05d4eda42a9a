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
  return written(node, prefixes.size === 0 ? asItIs : ownNames(prefixes));
}

type NameOf = (name: string) => string;

function written(from: XmlNode, nameOf: NameOf): string {
  if (typeof from === "string") return escapeText(from);
  if (from.name === "#comment") return `<!--${String(from.children[0] ?? "")}-->`;
  if (from.name === "#instruction") return `<?${String(from.children[0] ?? "")}?>`;
  const name = nameOf(from.name);
  let text = `<${name}${attributesOf(from, nameOf)}`;
  if (from.children.length === 0) return `${text}/>`;
  text += ">";
  for (const inner of from.children) text += written(inner, nameOf);
  return `${text}</${name}>`;
}

function asItIs(name: string): string {
  return name;
}

/** Names with the prefixes of the target document. */
function ownNames(prefixes: Prefixes): NameOf {
  const own = new Map<string, string>();
  return (name) => {
    const known = own.get(name);
    if (known !== undefined) return known;
    const colon = name.indexOf(":");
    const prefix = colon < 0 ? undefined : prefixes.get(name.slice(0, colon));
    const local = name.slice(colon + 1);
    const result = prefix === undefined ? name : prefix === "" ? local : `${prefix}:${local}`;
    own.set(name, result);
    return result;
  };
}

function attributesOf({ attributes }: XmlElement, nameOf: NameOf): string {
  let text = "";
  for (const key in attributes) text += ` ${nameOf(key)}="${escapeAttribute(attributes[key] as string)}"`;
  return text;
}

/** Writes a whole part, with the declaration that Word writes. */
export function writeXmlDocument(root: XmlElement): string {
  return declaration + writeXml(root);
}

/** Writes a whole part piece by piece; the children of one child of its root are asked for as they are written. */
export function* writeXmlPieces(root: XmlElement, parent: XmlElement, children: Iterable<XmlNode>): Generator<string> {
  const start = (from: XmlElement) => `<${from.name}${attributesOf(from, asItIs)}>`;
  yield declaration + start(root);
  for (const node of root.children) {
    if (node !== parent) {
      yield writeXml(node);
      continue;
    }
    yield start(parent);
    for (const inner of children) yield writeXml(inner);
    yield `</${parent.name}>`;
  }
  yield `</${root.name}>`;
}

/** Escapes character data. */
function escapeText(text: string): string {
  // Half pairs are told from whole ones only where there are any.
  if (!/[<>&\r]|[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/.test(text)) return text;
  return replaceSpecial(text, /[<>&\r]|[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu);
}

/** Escapes the value of an attribute. */
function escapeAttribute(value: string): string {
  if (!/[<>&"\t\r\n]|[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/.test(value)) return value;
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
