/**
 * Carries the comments of a Word file to the blocks of the texts that were made of it. A comment belongs to
 * a block of the base where it has one, because the base never changes, and otherwise to a block of the current
 * text; one that finds no block, or stands nowhere in the file, is kept without a place.
 */
import type { Node } from "prosemirror-model";
import type { TextPlace, WordFile, WordSide } from "../docx/word-file";
import type { Inline } from "../model/source";

export interface DocumentComment {
  id: string;
  author: string;
  /** As the file says it; empty when it says none. */
  date: string;
  text: string;
  /** Id of the comment that this one answers. */
  parent: string | null;
  resolved: boolean;
  /** Id of the block that it stands at. */
  block: string | null;
  /** The words it is about; empty when it stands at a point. */
  quote: string;
}

/** The comments of a file in the order of the text, those without a place last. */
export function documentComments(file: WordFile, base: Node, current: Node): DocumentComment[] {
  const { accept, reject } = file.sides;
  const places = new Map([...placesOn(accept, current), ...placesOn(reject, base)]);
  const order = [...placesOn(accept, current).keys(), ...places.keys()];
  const known = new Set(file.comments.map(({ id }) => id));
  const rank = (id: string): number => (places.has(id) ? order.indexOf(id) : order.length);
  return [...file.comments]
    .sort((a, b) => rank(a.id) - rank(b.id))
    .map(({ id, author, date, text, parent, resolved }) => ({
      id,
      author,
      date,
      text,
      parent: parent !== undefined && known.has(parent) ? parent : null,
      resolved,
      block: places.get(id)?.block ?? null,
      quote: places.get(id)?.quote ?? "",
    }));
}

/** Where the comments of a side stand in the document that was made of it, in the order of the text. */
function placesOn(side: WordSide, doc: Node): Map<string, { block: string | null; quote: string }> {
  const blocks = new Map<string, string>();
  doc.descendants((node) => {
    if (node.isTextblock && node.attrs.slice !== null) blocks.set(node.attrs.slice, node.attrs.id);
    return !node.isTextblock;
  });
  const sorted = [...side.comments].sort(
    (a, b) => a.from.paragraph - b.from.paragraph || a.from.offset - b.from.offset,
  );
  return new Map(
    sorted.map(({ id, from, to }) => {
      const slice = side.paragraphs[from.paragraph]?.slice;
      const block = (slice !== undefined && blocks.get(slice)) || null;
      return [id, { block, quote: wordsBetween(side, from, to) }];
    }),
  );
}

function wordsBetween({ paragraphs }: WordSide, from: TextPlace, to: TextPlace): string {
  const texts: string[] = [];
  for (let index = from.paragraph; index <= to.paragraph; index++) {
    // One character for each place of an offset, so that offsets can cut.
    const text = (paragraphs[index]?.inlines ?? []).map(asCharacters).join("");
    const start = index === from.paragraph ? from.offset : 0;
    texts.push(text.slice(start, index === to.paragraph ? to.offset : undefined));
  }
  return texts.join(" ").replace(/\s+/g, " ").trim();
}

function asCharacters(inline: Inline): string {
  return inline.kind === "text" ? inline.text : " ";
}
