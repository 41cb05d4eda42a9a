/** An acronym is written out at its first use, with the short form in brackets behind it. */

import { knownAcronyms } from "../../resolution/acronyms";
import type { Block } from "../../schema/blocks";
import { perBlock } from "../per-block";
import type { DocumentRule, Report, Words } from "../rule";

/** Three capitals or more; a number, sign or hyphen makes a name of it. */
const acronym = /(?<![\p{L}\p{N}\-‑+/.])\p{Lu}{3,8}(?![\p{L}\p{N}\-‑+/])/gu;
const introduced = /[(（]\s*(?<short>\p{Lu}{2,8})(?=[)）\s,;])/gu;

const shortNamesIn = perBlock((text) => ({
  introduced: [...text.matchAll(introduced)].map((match) => match.groups?.short ?? ""),
  used: [...text.matchAll(acronym)].map(({ index, 0: short }) => ({ index, short })),
}));

export const acronyms: DocumentRule = {
  id: "acronyms",
  scope: "document",
  reads: [shortNamesIn],
  strength: "suggestion",
  source: "First uses in the published texts; widely known names stand alone.",
  check({ blocks }, words) {
    const { drafting } = words;
    if (!drafting.introducesAcronyms) return [];
    const reports: Report[] = [];
    const texts = new Map<number, Block[]>();
    for (const block of blocks) {
      if (!block.containers.includes("section") || block.containers.includes("annex")) continue;
      const clauses = texts.get(block.proposal);
      if (clauses) clauses.push(block);
      else texts.set(block.proposal, [block]);
    }
    // A name that lost its hyphen is another rule's business.
    const names = [...knownAcronyms, ...drafting.hyphenated.map((name) => name.replace("-", ""))];
    for (const clauses of texts.values()) reports.push(...unexplained(clauses, names, words));
    return reports;
  },
};

function unexplained(clauses: readonly Block[], names: readonly string[], words: Words): Report[] {
  const known = new Set(names);
  const reports: Report[] = [];
  for (const { node } of clauses) {
    const read = shortNamesIn(node, words);
    for (const short of read.introduced) known.add(short);
    for (const { index, short } of read.used) {
      if (known.has(short)) continue;
      known.add(short);
      reports.push({ block: node.attrs.id, from: index, to: index + short.length, values: { short } });
    }
  }
  return reports;
}
