/** Straight and curly apostrophes in one document: the rarer kind is reported once, with an offer to change it. */
import type { FixEdit } from "../finding";
import { perBlock } from "../per-block";
import type { DocumentRule } from "../rule";

const signsIn = perBlock((text) =>
  [...text.matchAll(/(?<=\p{L})['’](?=\p{L})/gu)].map(({ index, 0: sign }) => ({ sign, from: index })),
);

export const apostrophes: DocumentRule = {
  id: "apostrophes",
  scope: "document",
  reads: [signsIn],
  strength: "suggestion",
  source: "Each text keeps to one kind, but for three places in one contribution.",
  check({ blocks }, words) {
    const uses: Record<string, { block: string; from: number }[]> = { "'": [], "’": [] };
    for (const { node } of blocks) {
      for (const { sign, from } of signsIn(node, words)) uses[sign]!.push({ block: node.attrs.id, from });
    }
    const [rare, common] = uses["'"]!.length < uses["’"]!.length ? ["'", "’"] : ["’", "'"];
    const [first] = uses[rare!]!;
    if (!first) return [];
    const fix = uses[rare!]!.map((use): FixEdit => ({ kind: "text", ...use, to: use.from + 1, text: common! }));
    return [{ ...first, to: first.from + 1, values: { sign: rare!, other: common!, count: fix.length }, fix }];
  },
};
