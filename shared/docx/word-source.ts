/**
 * What a writer takes from the Word file that a base was read from: a paragraph's properties, its run
 * properties and objects under the names that the document carries, the anchors of bookmarks and comments.
 * All of it comes from the file's own tree, so it is written again as it was.
 */
import type { Node } from "prosemirror-model";
import { child, childElements, isElement, type XmlElement } from "../xml/element";
import { readXml } from "../xml/reader";
import type { KeptProperties } from "./run-properties-reader";
import { styleChain } from "./styles-reader";
import { findSlice, type WordFile } from "./word-file";

/** Children of `w:pPr` that are written apart. */
const apart = new Set(["w:rPr", "w:sectPr", "w:pPrChange"]);
const openings = new Set(["w:bookmarkStart", "w:commentRangeStart", "w:permStart"]);
const closings = new Set(["w:bookmarkEnd", "w:commentRangeEnd", "w:permEnd"]);

export interface ParagraphSource {
  /** Children of `w:pPr` that say how the paragraph looks. */
  properties: XmlElement[];
  /** Properties of the paragraph mark. */
  mark: XmlElement[];
  section: XmlElement[];
  /** Word numbers the paragraph: its label is not typed. */
  numbered: boolean;
  opening: XmlElement[];
  closing: XmlElement[];
}

export class WordSource {
  private readonly fragments = new Map<string, XmlElement[]>();
  private readonly numberedSlices: ReadonlySet<string>;

  constructor(readonly file: WordFile) {
    const numbered = file.sides.accept.paragraphs.filter(({ numbering }) => numbering !== undefined);
    this.numberedSlices = new Set(numbered.flatMap(({ slice }) => slice ?? []));
  }

  /** The paragraph that a block was read from. */
  paragraph(block: Node): ParagraphSource | null {
    const key: string | null = block.attrs.slice;
    const slice = key === null ? undefined : findSlice(this.file, key);
    const element = slice?.elements[0];
    if (!key || !element || slice?.elements.length !== 1) return null;
    const properties = child(element, "w:pPr");
    const all = childElements(properties);
    const markProperties = childElements(child(properties, "w:rPr"));
    return {
      properties: all.filter(({ name }) => !apart.has(name)),
      mark: markProperties.filter(({ name }) => !/^w:(ins|del|moveFrom|moveTo|rPrChange)$/.test(name)),
      section: all.filter(({ name }) => name === "w:sectPr"),
      numbered: this.numberedSlices.has(key),
      opening: element.children.filter(isElement).filter(({ name }) => openings.has(name)),
      closing: element.children.filter(isElement).filter(isClosing),
    };
  }

  /** Run properties under their name, as elements. */
  runProperties(key: string): XmlElement[] {
    return this.parse(this.kept(key)?.xml ?? "");
  }

  /** The hyperlink around runs with these properties. */
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

function isClosing(element: XmlElement): boolean {
  return closings.has(element.name) || (element.name === "w:r" && child(element, "w:commentReference") !== undefined);
}
