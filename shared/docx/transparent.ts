/**
 * Wrappers that group content without changing its text: content controls, custom XML, smart tags,
 * directional embeddings, alternate content (ISO/IEC 29500-1 §17.5, §17.3.2.8; part 3 §9.3). A reader
 * looks through them; their own properties stay in the slice of what is around them.
 */
import { child, childElements, type XmlElement } from "../xml/element";

const wrappers = new Set(["w:customXml", "w:smartTag", "w:dir", "w:bdo"]);

/** The element whose children stand in place of a wrapper; undefined for anything else. */
export function transparentContent(node: XmlElement): XmlElement | undefined {
  if (node.name === "w:sdt") return child(node, "w:sdtContent") ?? { ...node, children: [] };
  if (wrappers.has(node.name)) return node;
  if (node.name !== "mc:AlternateContent") return undefined;
  const choice = childElements(node, "mc:Choice").find(({ children }) => children.length > 0);
  return choice ?? child(node, "mc:Fallback") ?? { ...node, children: [] };
}
