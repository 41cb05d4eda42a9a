/**
 * saxes as the judge of the pieces that an XML document is made of: start tags, text with references, comments, CDATA
 * sections and instructions (XML 1.0 §2.3–2.8, §3.1, §4.1). What is well formed about a piece can be told from its own
 * characters, so each is judged alone, where content may stand, and equal pieces need not be judged again; the nesting
 * of elements is the reader's. Whoever finds a fault is told by `faultIn` where it is.
 */
import { SaxesParser } from "saxes";
import { element, type XmlNode } from "./element";

/** Thrown where a document is not well formed. */
export class Malformed extends Error {}

/** Thrown at a document type declaration. */
export class Doctype extends Error {}

/** A start tag as the file has it; an empty-element tag is `empty`. */
export interface RawTag {
  name: string;
  /** Names of its attributes, and their values in the same order. */
  names: readonly string[];
  values: readonly string[];
  empty: boolean;
  /** What stands before, between and behind its values, quotes included, when those are plain and can be put in anew. */
  around: readonly string[] | null;
}

/** What a value cannot say by itself: references, and white space that is read as spaces (XML 1.0 §3.3.3). */
export const specialInValue = /[<&\t\n\r]|[^ -\uD7FF\uE000-\uFFFD]/;
/** Tags whose values are left out and remembered; files repeat a few hundred. */
const mostShapes = 5000;

export class Judge {
  private tags: RawTag[] = [];
  private closed = 0;
  /** Tags without the values of their attributes. */
  private readonly shapes = new Map<string, RawTag>();
  private content: XmlNode[] = [];
  private readonly parser;

  /** `version` is what the document declares, since 1.1 has other characters. */
  constructor(private readonly version: string) {
    const parser = new SaxesParser({
      xmlns: false,
      position: false,
      fragment: true,
      defaultXMLVersion: version as "1.0" | "1.1",
      forceXMLVersion: true,
    });
    refuseFaults(parser);
    parser.on("opentag", ({ name, attributes, isSelfClosing }) => {
      const [names, values] = [Object.keys(attributes), Object.values(attributes)];
      this.tags.push({ name, names, values, empty: isSelfClosing, around: null });
    });
    parser.on("closetag", () => {
      this.closed++;
    });
    const add = (node: XmlNode) => this.content.push(node);
    parser.on("text", add);
    parser.on("cdata", add);
    parser.on("comment", (text) => add(element("#comment", {}, [text])));
    parser.on("processinginstruction", ({ target, body }) =>
      add(element("#instruction", {}, [`${target} ${body}`.trim()])),
    );
    this.parser = parser;
  }

  /** Reads a start tag or an empty-element tag; plain values, which stand for themselves, are put in afterwards. */
  startTag(source: string): RawTag {
    const parts = source.split('"');
    const isPlain = parts.length > 1 && parts.length % 2 === 1 && !source.includes("'");
    if (!isPlain || this.version !== "1.0") return this.wholeTag(source);
    const values: string[] = [];
    let shape = parts[0]!;
    for (let at = 1; at + 1 < parts.length; at += 2) {
      if (specialInValue.test(parts[at]!)) return this.wholeTag(source);
      values.push(parts[at]!);
      shape += `""${parts[at + 1]}`;
    }
    let known = this.shapes.get(shape);
    if (!known) {
      known = { ...this.wholeTag(shape), around: aroundValues(parts) };
      if (this.shapes.size < mostShapes) this.shapes.set(shape, known);
    }
    return { ...known, values };
  }

  private wholeTag(source: string): RawTag {
    const empty = source.endsWith("/>");
    // Closed at once, so that the parser stands between elements again.
    this.judge(source, empty ? source : `${source.slice(0, -1)}/>`);
    return { ...this.tags[0]!, empty };
  }

  /** Reads text up to the next tag, or one comment, CDATA section or instruction. */
  nodes(source: string): XmlNode[] {
    this.content = [];
    this.judge(source, `<x>${source}</x>`);
    return this.content;
  }

  private judge(piece: string, asElement: string): void {
    refuseHalves(piece);
    this.tags = [];
    this.closed = 0;
    this.parser.write(asElement);
    // A reference without its end, say, would swallow what follows.
    if (this.tags.length !== 1 || this.closed !== 1) throw new Malformed();
  }
}

/** What stands around the values of a tag that was cut at its quotes. */
function aroundValues(parts: readonly string[]): string[] {
  const last = parts.length - 1;
  return parts.flatMap((part, at) => (at % 2 === 1 ? [] : `${at > 0 ? '"' : ""}${part}${at < last ? '"' : ""}`));
}

/** Judges what stands before the root element and gives the version that it declares. */
export function judgeProlog(source: string): string {
  refuseHalves(source);
  const parser = new SaxesParser({ xmlns: false, position: false });
  refuseFaults(parser);
  let version = "1.0";
  parser.on("xmldecl", (declared) => {
    version = declared.version ?? version;
  });
  parser.write(`${source}<x/>`).close();
  return version;
}

/** Judges what stands after the root element. */
export function judgeEpilog(source: string, version: string): void {
  refuseHalves(source);
  const parser = new SaxesParser({
    xmlns: false,
    position: false,
    defaultXMLVersion: version as "1.0" | "1.1",
    forceXMLVersion: true,
  });
  refuseFaults(parser);
  parser.write(`<x/>${source}`).close();
}

/** Where a document that is not well formed has its first fault. */
export function faultIn(source: string): { line: number; column: number } {
  const parser = new SaxesParser({ xmlns: false, position: true });
  refuseFaults(parser);
  const half = source.search(/\p{Surrogate}/u);
  try {
    // A character that saxes refuses stands for one that it does not see.
    parser.write(half < 0 ? source : `${source.slice(0, half)}\u0000`).close();
  } catch (error) {
    if (!(error instanceof Malformed || error instanceof Doctype)) throw error;
  }
  return { line: parser.line, column: parser.column };
}

/** Half a surrogate pair is no character (XML 1.0 §2.2); saxes takes it together with whatever follows. */
function refuseHalves(source: string): void {
  if (/\p{Surrogate}/u.test(source)) throw new Malformed();
}

function refuseFaults(parser: SaxesParser<{ xmlns: false }>): void {
  parser.on("error", () => {
    throw new Malformed();
  });
  parser.on("doctype", () => {
    throw new Doctype();
  });
}
