/**
 * `comments.xml` and, for answers and settled threads, `commentsExtended.xml` ([MS-DOCX] 2.5.4): who said
 * what about which text. Where a comment stands is found with the paragraphs.
 */
import { childElements, descendants, textOf, type XmlElement } from "../xml/element";
import { isOnValue } from "./attributes";
import type { CommentRecord } from "./records";

/** Reads the comments of a file. */
export function readComments(comments: XmlElement | undefined, extended: XmlElement | undefined): CommentRecord[] {
  const extensions = new Map<string, XmlElement>();
  for (const extension of childElements(extended, "w15:commentEx")) {
    extensions.set(extension.attributes["w15:paraId"] ?? "", extension);
  }
  const byParagraph = new Map<string, string>();
  const records = childElements(comments, "w:comment").map((comment): [CommentRecord, string | undefined] => {
    const {
      "w:id": id = "",
      "w:author": author = "",
      "w:initials": initials = "",
      "w:date": date = "",
    } = comment.attributes;
    const paragraphs = descendants(comment, "w:p");
    // The last paragraph names the comment to its extension.
    const name = paragraphs.at(-1)?.attributes["w14:paraId"];
    const extension = name === undefined ? undefined : extensions.get(name);
    if (name !== undefined) byParagraph.set(name, id);
    const done = extension?.attributes["w15:done"];
    const record: CommentRecord = {
      id,
      author,
      initials,
      date,
      text: paragraphs.map(paragraphText).join("\n"),
      resolved: done !== undefined && isOnValue(done),
    };
    return [record, extension?.attributes["w15:paraIdParent"]];
  });
  return records.map(([record, parentName]) => {
    const parent = parentName === undefined ? undefined : byParagraph.get(parentName);
    return parent === undefined ? record : { ...record, parent };
  });
}

function paragraphText(paragraph: XmlElement): string {
  return descendants(paragraph, "w:t", "w:tab", "w:br")
    .map((node) => (node.name === "w:t" ? textOf(node) : " "))
    .join("");
}
