/** Width of the text on the pages of a section, in twentieths of a point (ISO/IEC 29500-1 §17.6.11, §17.6.13). */
import { child, type XmlElement } from "../xml/element";
import { twips } from "./attributes";

/** A4 with margins of 20 mm, as the template has it. */
const usual = { page: 11_907, margin: 1134 };

/** How wide tables may be; of a section that says nothing, as wide as on an ordinary page. */
export function textWidth(section: XmlElement | undefined): number {
  const page = child(section, "w:pgSz")?.attributes;
  const margins = child(section, "w:pgMar")?.attributes;
  const margin = (side: string) => twips(margins?.[side]) ?? usual.margin;
  return (twips(page?.["w:w"]) ?? usual.page) - margin("w:left") - margin("w:right");
}
