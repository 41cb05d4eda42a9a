/**
 * Carries the comments of a Word file to the texts that were made of it: the stretch of words that each is about
 * becomes offsets in blocks of the base and of the current text. Where recognition took a label off a paragraph the
 * offsets move by its length. A comment that finds no block, or stands nowhere in the file, is kept without a place.
 */
import type { Node } from "prosemirror-model";
import type { TextPlace, WordFile, WordSide } from "../docx/word-file";
import type { CommentPoint, CommentRange, DocumentComment } from "../model/comment";
import { type Inline, sizeOfInlines } from "../model/source";
import { blocksBySlice } from "../schema/blocks";

interface Place {
  range: CommentRange | null;
  quote: string;
}

/** The comments of a file in the order of the text, those without a place last, answers after what they answer. */
export function documentComments(file: WordFile, base: Node, current: Node): DocumentComment[] {
  const ofCurrent = placesOn(file.sides.accept, current);
  const ofBase = placesOn(file.sides.reject, base);
  const order = [...new Set([...ofCurrent.keys(), ...ofBase.keys()])];
  const known = new Set(file.comments.map(({ id }) => id));
  const rank = new Map(order.map((id, index) => [id, index]));
  const rankOf = (id: string): number => rank.get(id) ?? order.length;
  return [...file.comments]
    .sort((a, b) => rankOf(a.id) - rankOf(b.id))
    .map(({ id, author, initials, date, text, parent, resolved }) => {
      const [before, after] = [ofBase.get(id), ofCurrent.get(id)];
      return {
        id,
        author,
        initials,
        date,
        text,
        parent: parent !== undefined && known.has(parent) ? parent : null,
        resolved,
        base: before?.range ?? null,
        current: after?.range ?? null,
        quote: after?.quote || before?.quote || "",
      };
    });
}

/** Where the comments of a side stand in the document that was made of it, in the order of the text. */
function placesOn(side: WordSide, doc: Node): Map<string, Place> {
  const blocks = blocksBySlice(doc);
  const sorted = [...side.comments].sort(
    (a, b) => a.from.paragraph - b.from.paragraph || a.from.offset - b.from.offset,
  );
  return new Map(sorted.map(({ id, from, to }) => [id, placeOf(from, to)]));

  function placeOf(from: TextPlace, to: TextPlace): Place {
    const [start, end] = [pointAt(from), pointAt(to)];
    const range = start && end ? { from: start, to: end } : null;
    return { range, quote: wordsBetween(side, from, to) };
  }

  function pointAt({ paragraph, offset }: TextPlace): CommentPoint | null {
    const source = side.paragraphs[paragraph];
    const block = source?.slice === undefined ? undefined : blocks.get(source.slice);
    if (!source || !block) return null;
    const taken = Math.max(sizeOfInlines(source.inlines) - block.content.size, 0);
    return { block: block.attrs.id, offset: Math.min(Math.max(offset - taken, 0), block.content.size) };
  }
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
