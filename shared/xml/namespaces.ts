/**
 * Canonical prefixes of the namespaces that a Word package uses, and the scopes in which a file
 * binds its own prefixes to them. Strict and transitional namespaces (ISO/IEC 29500-1 and -4) share
 * a prefix, so that a reader need not know which of the two a file was saved in.
 */

import type { RawTag } from "./judge";

const office = "http://schemas.openxmlformats.org";
const strict = "http://purl.oclc.org/ooxml";
const microsoft = "http://schemas.microsoft.com/office";

const canonicalPrefixes: ReadonlyMap<string, string> = new Map([
  [`${office}/package/2006/content-types`, ""],
  [`${office}/package/2006/relationships`, ""],
  [`${office}/package/2006/metadata/core-properties`, "cp"],
  [`${office}/wordprocessingml/2006/main`, "w"],
  [`${strict}/wordprocessingml/main`, "w"],
  [`${office}/officeDocument/2006/relationships`, "r"],
  [`${strict}/officeDocument/relationships`, "r"],
  [`${office}/officeDocument/2006/math`, "m"],
  [`${strict}/officeDocument/math`, "m"],
  [`${office}/drawingml/2006/main`, "a"],
  [`${strict}/drawingml/main`, "a"],
  [`${office}/drawingml/2006/wordprocessingDrawing`, "wp"],
  [`${strict}/drawingml/wordprocessingDrawing`, "wp"],
  [`${office}/drawingml/2006/picture`, "pic"],
  [`${strict}/drawingml/picture`, "pic"],
  [`${office}/markup-compatibility/2006`, "mc"],
  [`${microsoft}/word/2010/wordml`, "w14"],
  [`${microsoft}/word/2012/wordml`, "w15"],
  [`${microsoft}/word/2023/wordml/word16du`, "w16du"],
  [`${microsoft}/word/2010/wordprocessingShape`, "wps"],
  [`${microsoft}/word/2010/wordprocessingGroup`, "wpg"],
  ["urn:schemas-microsoft-com:vml", "v"],
  ["urn:schemas-microsoft-com:office:office", "o"],
]);
const reserved: ReadonlySet<string> = new Set([...canonicalPrefixes.values()].filter(Boolean));

type Attributes = Readonly<Record<string, string>>;

/** A start tag with canonical names. */
export interface StartTag {
  name: string;
  attributes: Attributes;
  /** The name as the file has it. */
  own: string;
  /** True for an empty-element tag. */
  empty: boolean;
  /** The bindings inside the element. */
  inner: NamespaceScope;
}

/** Attribute records without a prototype, so that an attribute may be called anything, yet compact. */
function AttributeRecord(): void {}
AttributeRecord.prototype = Object.create(null);
const EmptyRecord = AttributeRecord as unknown as new () => Record<string, string>;

const noAttributes: Attributes = Object.freeze({});

/** The prefix bindings at one element, chained to those around it. */
export class NamespaceScope {
  private readonly names = new Map<string, string>();

  private constructor(
    private readonly parent: NamespaceScope | null,
    /** The file's own prefix to the canonical one. */
    readonly bindings: ReadonlyMap<string, string>,
    /** True when names need no translation here. */
    readonly plain: boolean,
  ) {}

  /** The scope around the root of one document. */
  static outermost(): NamespaceScope {
    return new NamespaceScope(null, new Map(), true);
  }

  /** Translates a start tag. */
  startTag({ name: own, names, values, empty }: RawTag): StartTag {
    const inner = this.within(names, values);
    const translated = inner.plain ? names : names.map((name) => inner.attributeName(name));
    return { name: inner.elementName(own), attributes: attributesOf(translated, values), own, empty, inner };
  }

  /** The scope of an element with these attributes: this one, when they declare nothing. */
  private within(names: readonly string[], values: readonly string[]): NamespaceScope {
    let bindings: Map<string, string> | undefined;
    let plain = this.plain;
    names.forEach((name, at) => {
      if (!name.startsWith("xmlns") || (name.length > 5 && name[5] !== ":")) return;
      const own = name.slice(6);
      const canonical = canonicalPrefix(values[at]!, own);
      bindings ??= new Map();
      bindings.set(own, canonical);
      if (canonical !== own) plain = false;
    });
    return bindings ? new NamespaceScope(this, bindings, plain) : this;
  }

  /** Equal names give one and the same string. */
  private elementName(own: string): string {
    const known = this.names.get(own);
    if (known !== undefined) return known;
    const colon = own.indexOf(":");
    const name = this.qualified(colon < 0 ? "" : own.slice(0, colon), own.slice(colon + 1));
    this.names.set(own, name);
    return name;
  }

  /** Attribute names, declarations included, so that a written tree agrees with itself. */
  private attributeName(own: string): string {
    if (own === "xmlns") return declaration(this.canonical(""));
    const colon = own.indexOf(":");
    if (colon < 0) return own;
    const prefix = own.slice(0, colon);
    if (prefix === "xmlns") return declaration(this.canonical(own.slice(colon + 1)));
    return this.qualified(prefix, own.slice(colon + 1));
  }

  private qualified(prefix: string, local: string): string {
    const canonical = this.canonical(prefix);
    return canonical === "" ? local : `${canonical}:${local}`;
  }

  private canonical(prefix: string): string {
    for (let scope: NamespaceScope | null = this; scope; scope = scope.parent) {
      const bound = scope.bindings.get(prefix);
      if (bound !== undefined) return bound;
    }
    return prefix;
  }
}

/** A record of attributes; of names that stand twice the last value counts. */
export function attributesOf(names: readonly string[], values: readonly string[]): Attributes {
  if (names.length === 0) return noAttributes;
  const attributes = new EmptyRecord();
  for (let at = 0; at < names.length; at++) attributes[names[at]!] = values[at]!;
  return attributes;
}

function canonicalPrefix(uri: string, own: string): string {
  const canonical = canonicalPrefixes.get(uri);
  if (canonical !== undefined) return canonical;
  // A foreign namespace that borrows a prefix of ours must not be taken for ours.
  return reserved.has(own) ? `${own}_` : own;
}

function declaration(prefix: string): string {
  return prefix === "" ? "xmlns" : `xmlns:${prefix}`;
}
