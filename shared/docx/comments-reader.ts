/**
 * `comments.xml` (ISO/IEC 29500-1 §17.13.4) and, for answers and settled threads, `commentsExtended.xml`
 * ([MS-DOCX] 2.5.4): who said what about which text. Where a comment stands is found with the paragraphs. A thread
 * is one level deep, as Word shows it, and settled as a whole.
 */
import { childElements, descendants, textOf, type XmlElement } from "../xml/element";
import { isOnValue } from "./attributes";
import type { CommentRecord } from "./records";

interface Extension {
  parentName: string | undefined;
  done: boolean;
}

/** Reads the comments of a file. */
export function readComments(comments: XmlElement | undefined, extended: XmlElement | undefined): CommentRecord[] {
  const extensions = new Map<string, Extension>();
  for (const { attributes } of childElements(extended, "w15:commentEx")) {
    const done = attributes["w15:done"];
    extensions.set(attributes["w15:paraId"] ?? "", {
      parentName: attributes["w15:paraIdParent"],
      done: done !== undefined && isOnValue(done),
    });
  }
  const names = new Map<string, string>();
  const records = childElements(comments, "w:comment").map((comment): CommentRecord => {
    const {
      "w:id": id = "",
      "w:author": author = "",
      "w:initials": initials = "",
      "w:date": date = "",
    } = comment.attributes;
    const paragraphs = descendants(comment, "w:p");
    // The last paragraph names the comment to its extension.
    const name = paragraphs.at(-1)?.attributes["w14:paraId"];
    if (name !== undefined) names.set(name, id);
    const text = paragraphs.map(paragraphText).join("\n");
    return { id, author, initials, date, text, name, resolved: false };
  });
  return records.map((record) => {
    const opening = openingOf(record.name, extensions, names);
    const { done = false } = (opening !== undefined && extensions.get(opening)) || {};
    const parent = opening === record.name || opening === undefined ? undefined : names.get(opening);
    return { ...record, resolved: done, ...(parent !== undefined && { parent }) };
  });
}

/** The name of the comment that opens a thread: the last one on the way up that the file has. */
function openingOf(
  name: string | undefined,
  extensions: ReadonlyMap<string, Extension>,
  names: ReadonlyMap<string, string>,
): string | undefined {
  let opening = name;
  const seen = new Set<string>();
  while (opening !== undefined && !seen.has(opening)) {
    seen.add(opening);
    const above = extensions.get(opening)?.parentName;
    if (above === undefined || !names.has(above)) return opening;
    opening = above;
  }
  return opening;
}

function paragraphText(paragraph: XmlElement): string {
  return descendants(paragraph, "w:t", "w:tab", "w:br")
    .map((node) => (node.name === "w:t" ? textOf(node) : " "))
    .join("");
}
