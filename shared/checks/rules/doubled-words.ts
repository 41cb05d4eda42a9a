/** A word that stands twice in a row, the slip that a spelling checker misses. */
import { fold } from "../../resolution/fold";
import { textOf } from "../block-text";
import type { BlockRule } from "../rule";

const pairs =
  /(?<![\p{L}\p{M}\p{N}'’‑-])(?<word>\p{L}[\p{L}\p{M}]*)(?<gap>[ \u00A0]+)(?=\k<word>(?![\p{L}\p{M}\p{N}'’‑-]))/giu;

export const doubledWords: BlockRule = {
  id: "doubledWords",
  scope: "block",
  strength: "warning",
  source: "General typing practice.",
  check(node, { drafting }) {
    const text = textOf(node);
    const block: string = node.attrs.id;
    return [...text.matchAll(pairs)].flatMap((match) => {
      const { word = "", gap = "" } = match.groups ?? {};
      // A single letter or a number of capitals may be an enumeration.
      if (word.length < 2 || drafting.repeatable.includes(fold(word))) return [];
      const from = match.index;
      const to = from + word.length + gap.length;
      return [
        { block, from, to: to + word.length, values: { word }, fix: [{ kind: "text", block, from, to, text: "" }] },
      ];
    });
  },
};
