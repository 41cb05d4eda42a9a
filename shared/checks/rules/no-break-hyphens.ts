/**
 * Names of the Sectors with a hyphen that lets a line break in the middle. Typists mix both kinds, so the rule says
 * it once for the whole document and offers to change them all.
 */
import type { FixEdit } from "../finding";
import { perBlock } from "../per-block";
import type { DocumentRule } from "../rule";

const namesIn = perBlock((text, { drafting }) => {
  const names = drafting.hyphenated.map((name) => name.replace("-", "[-\u2011]")).join("|");
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names})(?![\\p{L}\\p{N}])`, "gu");
  return [...text.matchAll(pattern)].map(({ index, 0: name }) => ({ index, name }));
});

export const noBreakHyphens: DocumentRule = {
  id: "noBreakHyphens",
  scope: "document",
  reads: [namesIn],
  strength: "suggestion",
  source: "102 of 107 names in a published English resolution; other texts mix both.",
  check({ blocks }, words) {
    const fix: FixEdit[] = [];
    let kept = 0;
    for (const { node } of blocks) {
      for (const { index, name } of namesIn(node, words)) {
        const from = index + name.indexOf("-");
        if (name.includes("-")) fix.push({ kind: "text", block: node.attrs.id, from, to: from + 1, text: "\u2011" });
        else kept++;
      }
    }
    const first = fix[0];
    // Only a document that has begun to write the no-break hyphen is asked to go on.
    if (kept === 0 || first?.kind !== "text") return [];
    const { block, from, to } = first;
    return [{ block, from, to, values: { count: fix.length, kept }, fix }];
  },
};
