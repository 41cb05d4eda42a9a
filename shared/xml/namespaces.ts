/**
 * Canonical prefixes of the namespaces that a Word package uses, and the scopes in which a file
 * binds its own prefixes to them. Strict and transitional namespaces (ISO/IEC 29500-1 and -4) share
 * a prefix, so that a reader need not know which of the two a file was saved in.
 */

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
}

/** Attribute records without a prototype, so that an attribute may be called anything, yet compact. */
function AttributeRecord(): void {}
AttributeRecord.prototype = Object.create(null);
const EmptyRecord = AttributeRecord as unknown as new () => Record<string, string>;

const noAttributes: Attributes = Object.freeze({});
/** Start tags remembered in one scope; files repeat a few thousand and invent the rest. */
const mostTags = 20_000;

/** The prefix bindings at one element, chained to those around it. */
export class NamespaceScope {
  private readonly names = new Map<string, string>();
  private readonly tags = new Map<string, StartTag>();

  private constructor(
    private readonly parent: NamespaceScope | null,
    /** The file's own prefix to the canonical one. */
    readonly bindings: ReadonlyMap<string, string>,
    /** True when names need no translation here. */
    readonly plain: boolean,
  ) {}

  static readonly outermost = new NamespaceScope(null, new Map(), true);

  /** The scope of an element with these attributes: this one, when they declare nothing. */
  within(attributes: Attributes): NamespaceScope {
    let bindings: Map<string, string> | undefined;
    let plain = this.plain;
    for (const name in attributes) {
      if (!name.startsWith("xmlns") || (name.length > 5 && name[5] !== ":")) continue;
      const own = name.slice(6);
      const canonical = canonicalPrefix(attributes[name] as string, own);
      bindings ??= new Map();
      bindings.set(own, canonical);
      if (canonical !== own) plain = false;
    }
    return bindings ? new NamespaceScope(this, bindings, plain) : this;
  }

  /** Translates a start tag; equal source gives one and the same record. */
  startTag(own: string, attributes: Attributes, source: string): StartTag {
    const known = this.tags.get(source);
    if (known) return known;
    let translated: Record<string, string> | undefined;
    for (const name in attributes) {
      translated ??= new EmptyRecord();
      translated[this.plain ? name : this.attributeName(name)] = attributes[name] as string;
    }
    const tag = { name: this.elementName(own), attributes: translated ?? noAttributes };
    if (this.tags.size < mostTags) this.tags.set(source, tag);
    return tag;
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

function canonicalPrefix(uri: string, own: string): string {
  const canonical = canonicalPrefixes.get(uri);
  if (canonical !== undefined) return canonical;
  // A foreign namespace that borrows a prefix of ours must not be taken for ours.
  return reserved.has(own) ? `${own}_` : own;
}

function declaration(prefix: string): string {
  return prefix === "" ? "xmlns" : `xmlns:${prefix}`;
}
