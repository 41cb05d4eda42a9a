/**
 * What stands between the words of a paragraph and takes no room: the ends of bookmarks, of editing permissions and of
 * comments (ISO/IEC 29500-1 §17.13.4–7). Each is known by its place in the text, so that a paragraph that is written
 * anew has it between the same words.
 */
import { child, type XmlElement } from "../xml/element";

/** Elements of a paragraph that are such an end. */
export const anchorElements: ReadonlySet<string> = new Set([
  "w:bookmarkStart",
  "w:bookmarkEnd",
  "w:permStart",
  "w:permEnd",
  "w:commentRangeStart",
  "w:commentRangeEnd",
]);

/** Where an end stands in a paragraph of one side. */
export interface AnchorSpot {
  element: XmlElement;
  offset: number;
  /** False for one inside a change that this side does not have. */
  own: boolean;
}

export interface CommentSpot {
  id: string;
  end: "start" | "end" | "reference";
}

/** The comment whose end this is; null for any other. A reference is the run that holds it. */
export function commentAt(anchor: XmlElement): CommentSpot | null {
  const id = anchor.attributes["w:id"] ?? "";
  if (anchor.name === "w:commentRangeStart") return { id, end: "start" };
  if (anchor.name === "w:commentRangeEnd") return { id, end: "end" };
  const reference = child(anchor, "w:commentReference");
  return reference ? { id: reference.attributes["w:id"] ?? "", end: "reference" } : null;
}

/** True for what closes a range that was opened before it. */
export function isClosing({ name }: XmlElement): boolean {
  return name === "w:r" || name.endsWith("End");
}
