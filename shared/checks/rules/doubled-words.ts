/** A word that stands twice in a row, the slip that a spelling checker misses. */
import { fold } from "../../resolution/fold";
import { textOf } from "../block-text";
import type { BlockRule } from "../rule";

const runs =
  /(?<![\p{L}\p{M}\p{N}'’‑-])(?<word>\p{L}[\p{L}\p{M}]*)(?<again>(?:[ \u00A0]+\k<word>(?![\p{L}\p{M}\p{N}'’‑-]))+)/giu;

export const doubledWords: BlockRule = {
  id: "doubledWords",
  scope: "block",
  strength: "warning",
  source: "General typing practice.",
  check(node, { drafting }) {
    const text = textOf(node);
    const block: string = node.attrs.id;
    return [...text.matchAll(runs)].flatMap((match) => {
      const { word = "", again = "" } = match.groups ?? {};
      // A single letter may be an enumeration.
      if (word.length < 2 || drafting.repeatable.includes(fold(word))) return [];
      const from = match.index;
      const kept = from + word.length;
      const to = kept + again.length;
      return [{ block, from, to, values: { word }, fix: [{ kind: "text", block, from: kept, to, text: "" }] }];
    });
  },
};
