/**
 * Two end marks in a row: `,,` or `;,`. One of them is left over from an edit. Dots that abbreviate or stand for
 * an ellipsis are no end marks here.
 */
import { textOf } from "../block-text";
import type { BlockRule } from "../rule";

const doubled = /[,;:،؛，；：。、](?:[\s\u00A0]?[,;:،؛，；：。、])*[\s\u00A0]?(?:[,;:،؛，；：。、]|\.(?!\.))/gu;
/** A full stop before another mark closes a sentence only behind a long word; a short one may be abbreviated. */
const stopped = /\.(?<=\p{L}{6}\.)[,;:]|\.(?<=\p{L}{2}\.)\.(?!\.)/gu;

export const doubledPunctuation: BlockRule = {
  id: "doubledPunctuation",
  scope: "block",
  strength: "error",
  source: "Seen as a slip in a published report; no clean text has it.",
  check(node) {
    const text = textOf(node);
    const block: string = node.attrs.id;
    return [...text.matchAll(doubled), ...text.matchAll(stopped)].map((match) => {
      const from = match.index;
      const to = from + match[0].length;
      // The second mark is the later one, unless both are the same.
      const kept = match[0].trim().at(-1) ?? "";
      return {
        block,
        from,
        to,
        values: { marks: match[0] },
        fix: [{ kind: "text", block, from, to, text: kept }],
      };
    });
  },
};
