/** Two or more spaces inside a text; a tab or a break sets text off on purpose and stays. */
import { endOf, textOf } from "../block-text";
import type { BlockRule } from "../rule";

export const doubleSpaces: BlockRule = {
  id: "doubleSpaces",
  scope: "block",
  strength: "suggestion",
  source: "General typing practice; the kind of space is the typist's choice.",
  check(node) {
    const text = textOf(node);
    const end = endOf(text);
    const block: string = node.attrs.id;
    return [...text.matchAll(/(?<=\S)(?=[ \u00A0]*\u0020)[ \u00A0]{2,}(?=[^\s])/gu)]
      .filter(({ index }) => index < end)
      .map(({ index, 0: spaces }) => {
        const to = index + spaces.length;
        const text = spaces.includes("\u00A0") ? "\u00A0" : " ";
        return { block, from: index, to, fix: [{ kind: "text", block, from: index, to, text }] };
      });
  },
};
