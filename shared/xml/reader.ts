/**
 * Turns the text of an XML part into an element tree. saxes judges every piece of it, equal start tags once (`judge.ts`);
 * plain text, which stands for itself, and the nesting of elements are seen to here. Namespaces are resolved here as
 * well. A document type declaration is refused, so no entity beyond the five of XML 1.0 §4.6 is ever expanded, and
 * depth and size have limits.
 */
import { failure, type Result, success } from "../result";
import type { XmlDocument, XmlElement, XmlNode } from "./element";
import { Doctype, faultIn, Judge, judgeEpilog, judgeProlog, Malformed } from "./judge";
import { NamespaceScope } from "./namespaces";
import { type KnownTag, TagMemory } from "./tag-memory";

export interface XmlLimits {
  depth: number;
  elements: number;
}

/** The largest real documents hold 370,000 elements and nest 60 deep. */
const xmlLimits: XmlLimits = { depth: 256, elements: 450_000 };

/** Ends the reading early; the code names the message. */
class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly limit: number,
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
  ) {}
}

const noChildren: readonly XmlNode[] = Object.freeze([]);

/** Takes the children of one element as they come, so that a long part need not stand in memory. */
export interface ElementStream {
  /** Name of a child of the root, such as `w:body`. */
  under: string;
  /** `source` is the text in which the offsets of the element count. */
  take(element: XmlElement, source: string): void;
}

/** Reads one XML document. */
export function readXml(source: string, limits: XmlLimits = xmlLimits): Result<XmlDocument> {
  // Far too many are told without building a tree first.
  if (startTagsBeyond(source, limits.elements)) return failure("docx.too-many-elements", { limit: limits.elements });
  try {
    const { root, scope } = new TreeReader(source, limits).read();
    return success({ root, source, prefixes: ownPrefixes(scope) });
  } catch (error) {
    if (error instanceof Malformed) return failure("docx.malformed-xml", { ...faultIn(source) });
    return refusal(error);
  }
}

/**
 * Reads one XML document whose text comes in stretches, which are let go once the stream took what stands in them.
 * Gives the root without what was taken. Where a document is not well formed is told by reading the whole of it.
 */
export function readXmlStretches(next: () => string | null, stream: ElementStream): Result<XmlElement> {
  try {
    return success(new TreeReader("", xmlLimits, stream, next).read().root);
  } catch (error) {
    if (error instanceof Malformed) return failure("docx.malformed-xml");
    return refusal(error);
  }
}

function refusal(error: unknown): Result<never> {
  if (error instanceof Doctype) return failure("docx.doctype");
  if (error instanceof Refusal) return failure(error.code, { limit: error.limit });
  throw error;
}

/** What text cannot say by itself, or not in every place. */
const special = /[&\r]|\]\]>|[^\t\n\u0020-\uD7FF\uE000-\uFFFD]/;
/** Signs of what stands between tags and is no text. */
const asides = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
] as const;
const [slash, bang, question, greater] = [0x2f, 0x21, 0x3f, 0x3e];
/** With fewer characters left of what was given, the next stretch is asked for between two elements. */
const lowWater = 1 << 13;

class TreeReader {
  private readonly open: OpenElement[] = [];
  private readonly tags: KnownTag[] = [];
  /** Where the children of each open element begin among the nodes that wait for their parents. */
  private readonly firstChildren: number[] = [];
  /** One stack for the children of all open elements: lists that grow one by one would take twice the memory. */
  private readonly nodes: XmlNode[] = [];
  private elements = 0;
  private version = "1.0";
  private rootScope: NamespaceScope | null = null;

  constructor(
    /** What is left of the text that was given, from the last place where something was let go. */
    private source: string,
    private readonly limits: XmlLimits,
    private readonly stream: ElementStream | null = null,
    private readonly next: () => string | null = () => null,
  ) {}

  read(): { root: XmlElement; scope: NamespaceScope } {
    const start = this.prolog();
    const { version } = this;
    const judge = new Judge(version);
    const outermost = new TagMemory(NamespaceScope.outermost());
    let at = this.startTag(start, outermost, judge);
    const root = this.nodes[0] as OpenElement;
    while (this.open.length > 0) {
      if (this.stream !== null && this.open.length === 2 && this.source.length - at < lowWater) {
        this.source = this.source.slice(at);
        at = 0;
        this.extend();
      }
      const end = this.find("<", at);
      if (end > at) {
        const text = this.source.slice(at, end);
        if (version !== "1.0" || special.test(text)) this.nodes.push(...judge.nodes(text));
        else this.nodes.push(text);
      }
      // What stands here can be told when its end, or a sign like it, was given.
      if (this.stream !== null && this.source.length - end < lowWater) this.find(">", end);
      const next = this.source.charCodeAt(end + 1);
      if (next === slash) at = this.endTag(end);
      else if (next === bang || next === question) at = this.aside(end, judge);
      else at = this.startTag(end, this.tags.at(-1)!.inner, judge);
    }
    while (this.extend());
    const rest = this.source.slice(at);
    if (/[^ \t\r\n]/.test(rest)) judgeEpilog(rest, version);
    return { root, scope: this.rootScope ?? outermost.scope };
  }

  /** Judges what stands before the root element and gives the place where that starts. */
  private prolog(): number {
    for (;;) {
      const { source } = this;
      const start = rootStart(source);
      const second = source.charCodeAt(start + 1);
      const isRoot =
        source[start] === "<" &&
        start + 1 < source.length &&
        second !== bang &&
        second !== question &&
        second !== slash;
      if (!isRoot && this.extend()) continue;
      // Without a root in sight saxes is to say what is wrong, or that a document type stands here.
      this.version = judgeProlog(isRoot ? source.slice(0, start) : source);
      if (!isRoot) throw new Malformed();
      return start;
    }
  }

  /** Adds the next stretch to the text; false when there is none. */
  private extend(): boolean {
    const more = this.next();
    if (more === null) return false;
    this.source += more;
    return true;
  }

  /** The next place of a sign, in what was given or comes. */
  private find(sign: string, from: number): number {
    for (let searched = from; ; ) {
      const found = this.source.indexOf(sign, searched);
      if (found >= 0) return found;
      searched = Math.max(from, this.source.length - sign.length + 1);
      if (!this.extend()) throw new Malformed();
    }
  }

  /** Reads the start tag that stands here and gives the place behind it. */
  private startTag(start: number, memory: TagMemory, judge: Judge): number {
    let tag = memory.find(this.source, start);
    let { end } = memory;
    if (tag === null) {
      end = tagEnd(this.source, start);
      while (end < 0 && this.extend()) end = tagEnd(this.source, start);
      if (end < 0) throw new Malformed();
      const whole = this.source.slice(start, end);
      tag = memory.add(judge.startTag(whole), whole);
    }
    if (this.open.length >= this.limits.depth) throw new Refusal("docx.too-deep", this.limits.depth);
    if (++this.elements > this.limits.elements) throw new Refusal("docx.too-many-elements", this.limits.elements);
    const made = new OpenElement(tag.name, tag.attributes, start);
    this.nodes.push(made);
    this.open.push(made);
    this.tags.push(tag);
    this.rootScope ??= tag.inner.scope;
    this.firstChildren.push(this.nodes.length);
    if (tag.empty) this.close(end);
    return end;
  }

  private endTag(start: number): number {
    const { own } = this.tags.at(-1)!;
    const { source } = this;
    let end = start + 2 + own.length;
    while (isSpace(source.charCodeAt(end), this.version)) end++;
    if (!source.startsWith(own, start + 2) || source.charCodeAt(end) !== greater) {
      if (this.extend()) return this.endTag(start);
      throw new Malformed();
    }
    this.close(end + 1);
    return end + 1;
  }

  private close(end: number): void {
    const closed = this.open.pop() as OpenElement;
    const first = this.firstChildren.pop() as number;
    this.tags.pop();
    closed.end = end;
    if (this.nodes.length > first) {
      closed.children = this.nodes.slice(first);
      this.nodes.length = first;
    }
    if (this.stream !== null && this.open.length === 2 && this.open[1]!.name === this.stream.under) {
      this.nodes.pop();
      this.stream.take(closed, this.source);
    }
  }

  /** Reads the comment, CDATA section or instruction that stands here. */
  private aside(start: number, judge: Judge): number {
    let end = asideEnd(this.source, start);
    while (end < 0 && this.extend()) end = asideEnd(this.source, start);
    if (end < 0) throw new Malformed();
    this.nodes.push(...judge.nodes(this.source.slice(start, end)));
    return end;
  }
}

/** Where the root element starts, if what stands before it is well formed. */
function rootStart(source: string): number {
  // The version is not known yet; what is no white space in it will be found out.
  const isSpaceAt = (at: number) => isSpace(source.charCodeAt(at), "");
  let at = source.startsWith("\uFEFF") ? 1 : 0;
  while (isSpaceAt(at) || source.startsWith("<?", at) || source.startsWith("<!--", at)) {
    at = isSpaceAt(at) ? at + 1 : asideEnd(source, at);
    if (at < 0) return source.length;
  }
  return at;
}

/** The place behind a comment, CDATA section or instruction; -1 where there is none, or no end of it. */
function asideEnd(source: string, start: number): number {
  const [opening, ending] = asides.find(([sign]) => source.startsWith(sign, start)) ?? [];
  if (ending === undefined) return -1;
  const end = source.indexOf(ending, start + opening!.length);
  return end < 0 ? -1 : end + ending.length;
}

/** The place behind a start tag, which a `>` between quotes does not close; -1 where it has no end. */
function tagEnd(source: string, start: number): number {
  const sign = /["'>]/g;
  sign.lastIndex = start;
  for (let found = sign.exec(source); found; found = sign.exec(source)) {
    if (found[0] === ">") return found.index + 1;
    sign.lastIndex = source.indexOf(found[0], found.index + 1) + 1;
    if (sign.lastIndex === 0) return -1;
  }
  return -1;
}

function isSpace(code: number, version: string): boolean {
  if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) return true;
  // Line ends since XML 1.1 (§2.11).
  return version !== "1.0" && (code === 0x85 || code === 0x2028);
}

function startTagsBeyond(source: string, limit: number): boolean {
  let count = 0;
  for (let at = source.indexOf("<"); at >= 0; at = source.indexOf("<", at + 1)) {
    if (source.charCodeAt(at + 1) !== slash && ++count > 2 + limit) return true;
  }
  return false;
}

function ownPrefixes(scope: NamespaceScope): ReadonlyMap<string, string> {
  return new Map([...scope.bindings].map(([own, canonical]) => [canonical, own]));
}
