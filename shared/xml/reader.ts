/**
 * Turns the text of an XML part into an element tree. saxes checks well-formedness; namespaces are
 * resolved here, because its own resolution is quadratic in depth. A document type declaration is
 * refused, so no entity beyond the five of XML 1.0 §4.6 is ever expanded, and depth and size have limits.
 */
import { SaxesParser } from "saxes";
import { failure, type Result, success } from "../result";
import { element, type XmlDocument, type XmlElement, type XmlNode } from "./element";
import { NamespaceScope } from "./namespaces";

export interface XmlLimits {
  depth: number;
  elements: number;
}

/** The largest real documents hold 370,000 elements and nest 60 deep. */
export const xmlLimits: XmlLimits = { depth: 256, elements: 450_000 };

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
  children: readonly XmlNode[] = noChildren;
  end = -1;
  constructor(
    readonly name: string,
    readonly attributes: Readonly<Record<string, string>>,
    readonly start: number,
    /** Where its children begin among the nodes that wait for their parents. */
    readonly firstChild: number,
  ) {}
}

const noChildren: readonly XmlNode[] = Object.freeze([]);

/** Takes the children of one element as they come, so that a long part need not stand in memory as a tree. */
export interface ElementStream {
  /** Name of a child of the root, such as `w:body`. */
  under: string;
  take(element: XmlElement): void;
}

/** Reads one XML document; what a stream takes is not part of the tree. */
export function readXml(
  source: string,
  limits: XmlLimits = xmlLimits,
  stream: ElementStream | null = null,
): Result<XmlDocument> {
  // Far too many are told without building a tree first.
  if (startTagsBeyond(source, limits.elements)) return failure("docx.too-many-elements", { limit: limits.elements });
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: OpenElement[] = [];
  // One stack for the children of all open elements: lists that grow one by one would take twice the memory.
  const nodes: XmlNode[] = [];
  const scopes: NamespaceScope[] = [];
  let scope = NamespaceScope.outermost;
  let rootScope = scope;
  let root: OpenElement | undefined;
  let elements = 0;

  parser.on("error", () => {
    throw new Refusal("docx.malformed-xml");
  });
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
    const { name, attributes } = scope.startTag(tag.name, tag.attributes, source.slice(start, parser.position));
    const made = new OpenElement(name, attributes, start, nodes.length + 1);
    if (root === undefined) {
      root = made;
      rootScope = scope;
    }
    nodes.push(made);
    open.push(made);
  });
  parser.on("closetag", () => {
    const closed = open.pop() as OpenElement;
    closed.end = parser.position;
    scope = scopes.pop() as NamespaceScope;
    if (nodes.length > closed.firstChild) {
      closed.children = nodes.slice(closed.firstChild);
      nodes.length = closed.firstChild;
    }
    if (stream !== null && open.length === 2 && open[1]!.name === stream.under) {
      nodes.pop();
      stream.take(closed);
    }
  });
  const addText = (text: string): void => {
    if (open.length > 0) nodes.push(text);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  const addLeaf = (name: string, text: string): void => {
    if (open.length > 0) nodes.push(element(name, {}, [text]));
  };
  parser.on("comment", (text) => addLeaf("#comment", text));
  parser.on("processinginstruction", ({ target, body }) => addLeaf("#instruction", `${target} ${body}`.trim()));

  try {
    parser.write(source).close();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code !== "docx.malformed-xml") return failure(error.code, { limit: error.limit });
    return failure(error.code, { line: parser.line, column: parser.column });
  }
  if (root === undefined) return failure("docx.malformed-xml", { line: 1, column: 0 });
  return success({ root, source, prefixes: ownPrefixes(rootScope) });
}

function startTagsBeyond(source: string, limit: number): boolean {
  const slash = 0x2f;
  let count = 0;
  for (let at = source.indexOf("<"); at >= 0; at = source.indexOf("<", at + 1)) {
    if (source.charCodeAt(at + 1) !== slash && ++count > 2 + limit) return true;
  }
  return false;
}

function ownPrefixes(scope: NamespaceScope): ReadonlyMap<string, string> {
  return new Map([...scope.bindings].map(([own, canonical]) => [canonical, own]));
}
