/**
 * Turns the text of an XML part into an element tree. saxes checks well-formedness; namespaces are
 * resolved here, because its own resolution is quadratic in depth. A document type declaration is
 * refused, so no entity beyond the five of XML 1.0 §4.6 is ever expanded, and depth and size have limits.
 */
import { SaxesParser } from "saxes";
import { failure, type Result, success } from "../result";
import type { XmlDocument, XmlElement, XmlNode } from "./element";
import { NamespaceScope } from "./namespaces";

export interface XmlLimits {
  depth: number;
  elements: number;
}

export const xmlLimits: XmlLimits = { depth: 256, elements: 1_500_000 };

/** Ends the parse early; the code names the message. */
class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly limit = 0,
  ) {
    super(code);
  }
}

class OpenElement implements XmlElement {
  readonly children: XmlNode[] = [];
  end = -1;
  constructor(
    readonly name: string,
    readonly attributes: Readonly<Record<string, string>>,
    readonly start: number,
  ) {}
}

const noAttributes: Readonly<Record<string, string>> = Object.freeze({});
const noChildren: readonly XmlNode[] = Object.freeze([]);

/** Reads one XML document. */
export function readXml(source: string, limits: XmlLimits = xmlLimits): Result<XmlDocument> {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: OpenElement[] = [];
  const scopes: NamespaceScope[] = [];
  let scope = NamespaceScope.outermost;
  let rootScope = scope;
  let root: OpenElement | undefined;
  let elements = 0;

  parser.on("doctype", () => {
    throw new Refusal("docx.doctype");
  });
  parser.on("opentag", (tag) => {
    if (open.length >= limits.depth) throw new Refusal("docx.too-deep", limits.depth);
    if (++elements > limits.elements) throw new Refusal("docx.too-many-elements", limits.elements);
    scopes.push(scope);
    scope = scope.within(tag.attributes);
    // A literal `<` cannot stand inside a tag, so the nearest one is where this tag starts.
    const start = source.lastIndexOf("<", parser.position - 1);
    const made = new OpenElement(scope.elementName(tag.name), canonicalAttributes(tag.attributes, scope), start);
    if (root === undefined) {
      root = made;
      rootScope = scope;
    }
    open.at(-1)?.children.push(made);
    open.push(made);
  });
  parser.on("closetag", () => {
    const closed = open.pop() as OpenElement;
    closed.end = parser.position;
    scope = scopes.pop() as NamespaceScope;
    // Half of all elements are empty: one shared list saves their memory.
    if (closed.children.length === 0) (closed as { children: readonly XmlNode[] }).children = noChildren;
  });
  const addText = (text: string): void => {
    open.at(-1)?.children.push(text);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  const addLeaf = (name: string, text: string): void => {
    const leaf = new OpenElement(name, noAttributes, -1);
    leaf.children.push(text);
    open.at(-1)?.children.push(leaf);
  };
  parser.on("comment", (text) => addLeaf("#comment", text));
  parser.on("processinginstruction", ({ target, body }) => addLeaf("#instruction", `${target} ${body}`.trim()));

  try {
    parser.write(source).close();
  } catch (error) {
    if (error instanceof Refusal) return failure(error.code, { limit: error.limit });
    return failure("docx.malformed-xml", { line: parser.line, column: parser.column });
  }
  if (root === undefined) return failure("docx.malformed-xml", { line: 1, column: 0 });
  return success({ root, source, prefixes: ownPrefixes(rootScope) });
}

function canonicalAttributes(
  attributes: Readonly<Record<string, string>>,
  scope: NamespaceScope,
): Readonly<Record<string, string>> {
  for (const _ in attributes) {
    if (scope.plain) return attributes;
    // No prototype: an attribute may be called anything.
    const renamed: Record<string, string> = Object.create(null);
    for (const name in attributes) renamed[scope.attributeName(name)] = attributes[name] as string;
    return renamed;
  }
  return noAttributes;
}

function ownPrefixes(scope: NamespaceScope): ReadonlyMap<string, string> {
  return new Map([...scope.bindings].map(([own, canonical]) => [canonical, own]));
}
