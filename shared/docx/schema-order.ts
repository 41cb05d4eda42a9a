/**
 * Puts a property among those that stand there already, in the sequence that the schema asks for: that of a paragraph
 * (ISO/IEC 29500-1 §17.3.1.26, CT_PPr) or of a section (§17.6.17, CT_SectPr). A property of the same name is replaced.
 */
import { child, element, isElement, type XmlElement } from "../xml/element";

const paragraphSequence = [
  ...["pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers"],
  ...["pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct"],
  ...["autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing"],
  ...["mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl"],
  ...["divId", "cnfStyle", "rPr", "sectPr", "pPrChange"],
];
const sectionSequence = [
  ...["headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc"],
  ...["pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection"],
  ...["bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange"],
];
const sequences = new Map([
  ["w:pPr", paragraphSequence.map((name) => `w:${name}`)],
  ["w:sectPr", sectionSequence.map((name) => `w:${name}`)],
]);

/** The properties with one more in its place. */
export function withProperty(properties: XmlElement, property: XmlElement): XmlElement {
  const sequence = sequences.get(properties.name) ?? [];
  const own = properties.children.filter((each) => !isElement(each) || each.name !== property.name);
  const later = new Set(sequence.slice(sequence.indexOf(property.name) + 1));
  const place = own.findIndex((each) => isElement(each) && later.has(each.name));
  own.splice(place < 0 ? own.length : place, 0, property);
  return element(properties.name, properties.attributes, own);
}

/** The paragraph with one more property. */
export function withParagraphProperty(paragraph: XmlElement, property: XmlElement): XmlElement {
  const found = child(paragraph, "w:pPr");
  const content = paragraph.children.filter((each) => each !== found);
  const properties = withProperty(found ?? element("w:pPr"), property);
  return element(paragraph.name, paragraph.attributes, [properties, ...content]);
}
