/**
 * Start tags that were met in one scope of namespaces, so that a tag like one before need not be judged and translated
 * again. A tag met lately is known by its characters; one that differs in plain values only, such as the number of a
 * change, by what stands around them. What is found here is what judging the characters anew would give.
 */
import { type RawTag, specialInValue } from "./judge";
import { attributesOf, type NamespaceScope, type StartTag } from "./namespaces";

/** A start tag with canonical names, and what is remembered inside its element. */
export interface KnownTag extends Omit<StartTag, "inner"> {
  inner: TagMemory;
}

interface Met {
  source: string;
  tag: KnownTag;
}

/** A tag without its values, which are plain and declare no namespace. */
interface Shape {
  /** What stands before, between and behind the values. */
  around: readonly string[];
  names: readonly string[];
  tag: KnownTag;
  /** The values that it had last. */
  values: string[];
}

/** Tags known by their characters alone; files repeat a few hundred. */
const mostTags = 20_000;
const slots = 1024;
const quote = 0x22;

export class TagMemory {
  /** Where the tag that was found ends. */
  end = 0;
  /** Tags met lately, by a few of their characters. */
  private readonly recent: (Met | undefined)[] = new Array(slots).fill(undefined);
  private readonly whole = new Map<string, KnownTag>();
  /** By the characters up to the first value. */
  private readonly shapes = new Map<string, Shape>();

  constructor(readonly scope: NamespaceScope) {}

  /** The tag that starts here, if it is like one met before; `end` is then behind it. */
  find(source: string, start: number): KnownTag | null {
    const close = source.indexOf(">", start);
    if (close < 0) return null;
    const slot = slotOf(source, start, close);
    const met = this.recent[slot];
    if (met !== undefined && source.startsWith(met.source, start)) {
      this.end = start + met.source.length;
      return met.tag;
    }
    const first = source.indexOf('"', start);
    const shape = first >= 0 && first < close ? this.shapes.get(source.slice(start, first + 1)) : undefined;
    const tag = shape === undefined ? null : this.likeShape(shape, source, start);
    if (tag !== null) {
      this.recent[slot] = { source: source.slice(start, this.end), tag };
      return tag;
    }
    const characters = source.slice(start, close + 1);
    const known = this.whole.get(characters);
    if (known === undefined) return null;
    this.recent[slot] = { source: characters, tag: known };
    this.end = close + 1;
    return known;
  }

  /** Translates a tag that was judged and remembers it. */
  add(raw: RawTag, source: string): KnownTag {
    const translated = this.scope.startTag(raw);
    const isSame = translated.inner === this.scope;
    const tag = { ...translated, inner: isSame ? this : new TagMemory(translated.inner) };
    const { around, values } = raw;
    if (around !== null && isSame) {
      const names = Object.keys(tag.attributes);
      // Two names of one canonical name leave one attribute.
      if (names.length === values.length) {
        this.shapes.set(around[0]!, { around, names, tag, values: [...values] });
        return tag;
      }
    }
    if (this.whole.size < mostTags) this.whole.set(source, tag);
    return tag;
  }

  private likeShape(shape: Shape, source: string, start: number): KnownTag | null {
    const { around, values } = shape;
    let at = start;
    for (let index = 0; index < values.length; index++) {
      const before = around[index]!;
      if (!source.startsWith(before, at)) return null;
      at += before.length;
      const last = values[index]!;
      if (source.charCodeAt(at + last.length) !== quote || !source.startsWith(last, at)) {
        const end = source.indexOf('"', at);
        if (end < 0) return null;
        const value = source.slice(at, end);
        if (specialInValue.test(value)) return null;
        values[index] = value;
      }
      at += values[index]!.length;
    }
    const behind = around[values.length]!;
    if (!source.startsWith(behind, at)) return null;
    this.end = at + behind.length;
    const { name, own, empty } = shape.tag;
    return { name, attributes: attributesOf(shape.names, values), own, empty, inner: this };
  }
}

/** Tags that differ in a number in their middle, of which none comes twice, share a slot. */
function slotOf(source: string, start: number, close: number): number {
  const sum =
    source.charCodeAt(start + 3) * 31 +
    source.charCodeAt(start + 4) * 7 +
    source.charCodeAt(close - 2) * 17 +
    source.charCodeAt(close - 3) * 5;
  return (sum + (close - start)) & (slots - 1);
}
