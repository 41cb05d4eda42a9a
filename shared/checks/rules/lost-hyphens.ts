/** Names that lost their hyphen on the way through a converter: `UITT` for `UIT‑T`. */

import { textOf } from "../block-text";
import type { BlockRule } from "../rule";

const noBreakHyphen = "\u2011";

export const lostHyphens: BlockRule = {
  id: "lostHyphens",
  scope: "block",
  strength: "error",
  source: "Names of the Sectors in all texts; converters drop Word's no-break hyphen.",
  check(node, { drafting }) {
    const text = textOf(node);
    const block: string = node.attrs.id;
    return drafting.hyphenated.flatMap((name) => {
      const joined = name.replace("-", "");
      return [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${joined}(?![\\p{L}\\p{N}])`, "gu"))].map(({ index }) => {
        const at = index + name.indexOf("-");
        return {
          block,
          from: index,
          to: index + joined.length,
          values: { word: joined, name: name.replace("-", noBreakHyphen) },
          fix: [{ kind: "text" as const, block, from: at, to: at, text: noBreakHyphen }],
        };
      });
    });
  },
};
