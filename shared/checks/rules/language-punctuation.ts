/** Signs of another script beside the letters of this one: a Latin comma in an Arabic or Chinese sentence. */
import { textOf } from "../block-text";
import type { BlockRule } from "../rule";

const letterBefore = /[\p{Script=Arabic}\p{Script=Han}"”)）]$/u;
const letterIn = /[\p{Script=Arabic}\p{Script=Han}]/u;

export const languagePunctuation: BlockRule = {
  id: "languagePunctuation",
  scope: "block",
  strength: "suggestion",
  source: "The Arabic comma was read in real texts; the other signs await a native reader.",
  check(node, { drafting }) {
    const text = textOf(node);
    const block: string = node.attrs.id;
    return Object.entries(drafting.foreignSigns).flatMap(([sign, own]) =>
      [...text.matchAll(new RegExp(sign === "?" ? "\\?" : sign, "gu"))].flatMap(({ index }) => {
        const around = text.slice(Math.max(index - 2, 0), index);
        if (!letterBefore.test(around.trimEnd()) || !letterIn.test(around)) return [];
        const to = index + 1;
        return [
          { block, from: index, to, values: { sign, own }, fix: [{ kind: "text", block, from: index, to, text: own }] },
        ];
      }),
    );
  },
};
