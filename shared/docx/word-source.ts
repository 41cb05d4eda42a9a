/**
 * What a writer takes from the Word file that a base was read from: a paragraph's properties, its run
 * properties and objects under the names that the document carries, the ends of bookmarks and comments.
 * All of it comes from the file's own tree, so it is written again as it was.
 */
import type { Node } from "prosemirror-model";
import type { SourceParagraph } from "../model/source";
import type { Block } from "../schema/blocks";
import { child, childElements, element, isElement, type XmlElement } from "../xml/element";
import { readXml } from "../xml/reader";
import { borrowedLists } from "./borrowed-lists";
import { FileAnchors } from "./file-anchors";
import type { FileTexts } from "./file-texts";
import type { Side } from "./records";
import { readMark } from "./revision-marks";
import type { Attribution } from "./revision-writer";
import type { KeptProperties } from "./run-properties-reader";
import type { RunLook } from "./run-properties-writer";
import { StandingRegister } from "./standing-changes";
import { styleChain } from "./styles-reader";
import { findSlice, type WordFile } from "./word-file";

/** Children of `w:pPr` that are written apart. */
const apart = new Set(["w:rPr", "w:sectPr", "w:pPrChange"]);

export interface ParagraphSource {
  /** Attributes of `w:p`: in which sessions it was written, and its name. */
  attributes: Readonly<Record<string, string>>;
  /** Children of `w:pPr` that say how the paragraph looks. */
  properties: XmlElement[];
  /** The same before a tracked change of them, and who made it. */
  former: { properties: XmlElement[]; by: Attribution } | null;
  /** Properties of the paragraph mark. */
  mark: XmlElement[];
  section: XmlElement[];
  /** Word numbers the paragraph: its label is not typed. */
  numbered: boolean;
  /** The field that counts the label, where it is no list. */
  labelField: XmlElement[];
}

export class WordSource {
  private readonly fragments = new Map<string, XmlElement[]>();
  private readonly bySlice = new Map<Side, ReadonlyMap<string, SourceParagraph>>();
  /** The changes that the file tracks. */
  readonly standing: StandingRegister;
  /** The ends of bookmarks, permissions and comments that it holds. */
  readonly anchors: FileAnchors;
  /** Slices of numbered paragraphs, each with the field that counts its label. */
  private readonly numberedSlices: ReadonlyMap<string, string | undefined>;
  private readonly borrowed: ReadonlyMap<string, Node>;

  constructor(
    readonly file: WordFile,
    readonly texts: FileTexts,
    /** The side that is written alone; null when both are. */
    private readonly only: Side | null,
    /** The text whose new items Word counts with those of its lists; null where changed labels are typed. */
    private readonly counted: Node | null,
  ) {
    const numbered = Object.values(file.sides)
      .flatMap(({ paragraphs }) => paragraphs)
      .filter(({ numbering }) => numbering !== undefined);
    this.standing = new StandingRegister(file, texts);
    this.anchors = new FileAnchors(file, texts, only);
    this.numberedSlices = new Map(
      numbered.flatMap(({ slice, numbering }) => (slice === undefined ? [] : [[slice, numbering?.field]])),
    );
    this.borrowed = counted ? borrowedLists(counted, (block) => this.isListed(block)) : new Map();
  }

  /** True where Word counts the label of a block, and counts it anew as the list changes. */
  isCounted(block: Node): boolean {
    return this.counted !== null && (this.isListed(block) || this.borrowed.has(block.attrs.id));
  }

  /** The paragraph properties that a new item has from the list which it joins; null where it joins none. */
  listProperties(block: Node): XmlElement[] | null {
    const holder = this.borrowed.get(block.attrs.id);
    return (holder && this.paragraph(holder)?.properties) ?? null;
  }

  private isListed(block: Node): boolean {
    const key: string = block.attrs.slice ?? "";
    return this.numberedSlices.has(key) && this.numberedSlices.get(key) === undefined;
  }

  /** The block that the file has under the key of a block; what was brought back stands on the other side alone. */
  inFile(block: Node, side: Side): Block | undefined {
    const key: string = block.attrs.slice ?? "";
    const other = side === "accept" ? "reject" : "accept";
    return this.texts[side].blocks.get(key) ?? this.texts[other].blocks.get(key);
  }

  /** The paragraph that a block was read from; the last one of several that are one block. */
  paragraph(block: Node): ParagraphSource | null {
    const key: string | null = block.attrs.slice;
    const slice = key === null ? undefined : findSlice(this.file, key);
    const last = slice?.elements.at(-1);
    if (!key || !slice || !last) return null;
    const properties = child(last, "w:pPr");
    const change = child(properties, "w:pPrChange");
    const former = change ? childElements(child(change, "w:pPr")) : null;
    const all = childElements(properties);
    const shown = this.only === "reject" && former ? former : all.filter(({ name }) => !apart.has(name));
    const markProperties = childElements(child(properties, "w:rPr"));
    return {
      attributes: last.attributes,
      former: change && former && !this.only ? { properties: former, by: readMark(change) } : null,
      properties: this.only ? shown.map((each) => settledNumbering(each, this.only as Side)) : shown,
      mark: markProperties.filter(({ name }) => !/^w:(ins|del|moveFrom|moveTo|rPrChange)$/.test(name)),
      section: all.filter(({ name }) => name === "w:sectPr"),
      numbered: this.numberedSlices.has(key),
      labelField: this.object(this.numberedSlices.get(key) ?? ""),
    };
  }

  /** How the typed label of a block looks in the file; null where the file has none for it. */
  labelLook(block: Node): RunLook | null {
    const key: string = block.attrs.slice ?? "";
    const inFile = (["accept", "reject"] as const).find((side) => this.texts[side].blocks.get(key)?.node.attrs.label);
    const paragraph = inFile && this.paragraphsOf(inFile).get(key);
    const first = paragraph?.inlines.find((inline) => inline.kind === "text" && inline.text.trim() !== "");
    if (!first || paragraph?.numbering) return null;
    const { properties, ...look } = first.formatting ?? {};
    if (properties === undefined) return look;
    return { ...look, keptName: properties, kept: this.runProperties(properties) };
  }

  private paragraphsOf(side: Side): ReadonlyMap<string, SourceParagraph> {
    const known = this.bySlice.get(side);
    if (known) return known;
    const all = this.file.sides[side].paragraphs.flatMap((each) => (each.slice ? [[each.slice, each] as const] : []));
    const map = new Map(all);
    this.bySlice.set(side, map);
    return map;
  }

  /** Run properties under their name, as elements. */
  runProperties(key: string): XmlElement[] {
    return this.parse(this.kept(key)?.xml ?? "");
  }

  /** The hyperlink or content control around runs with these properties. */
  wrapper(key: string): XmlElement | null {
    return this.parse(this.kept(key)?.wrapper ?? "")[0] ?? null;
  }

  /** An object under its name, as elements that may stand where a run may. */
  object(key: string): XmlElement[] {
    return this.parse(this.file.objects.get(key) ?? "");
  }

  /** True for the style of a paragraph that numbers it. */
  numbersByStyle(properties: readonly XmlElement[]): boolean {
    const style = properties.find(({ name }) => name === "w:pStyle")?.attributes["w:val"];
    return styleChain(this.file.styles, style).some(({ numbering }) => numbering !== undefined);
  }

  private kept(key: string): KeptProperties | undefined {
    return this.file.runProperties.get(key);
  }

  private parse(xml: string): XmlElement[] {
    if (xml === "") return [];
    const known = this.fragments.get(xml);
    if (known) return known;
    const read = readXml(`<kept>${xml}</kept>`);
    const elements = read.ok ? read.value.root.children.filter(isElement) : [];
    this.fragments.set(xml, elements);
    return elements;
  }
}

/** Numbering without the record of its change (ISO/IEC 29500-1 §17.3.1.19). */
function settledNumbering(property: XmlElement, side: Side): XmlElement {
  if (property.name !== "w:numPr") return property;
  const children = property.children.filter(isElement);
  if (side === "reject" && children.some(({ name }) => name === "w:ins")) {
    return element("w:numPr", {}, [element("w:numId", { "w:val": "0" })]);
  }
  const kept = children.filter(({ name }) => name !== "w:ins" && name !== "w:numberingChange");
  return element("w:numPr", property.attributes, kept);
}
