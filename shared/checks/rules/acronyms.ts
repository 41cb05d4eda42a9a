/** An acronym is written out at its first use, with the short form in brackets behind it. */

import { knownAcronyms } from "../../resolution/acronyms";
import type { Block } from "../../schema/blocks";
import { textOf } from "../block-text";
import type { DocumentRule, Report } from "../rule";

/** Three capitals or more; a number, sign or hyphen makes a name of it. */
const acronym = /(?<![\p{L}\p{N}\-‑+/.])\p{Lu}{3,8}(?![\p{L}\p{N}\-‑+/])/gu;
const introduced = /[(（]\s*(?<short>\p{Lu}{2,8})(?=[)）\s,;])/gu;

export const acronyms: DocumentRule = {
  id: "acronyms",
  scope: "document",
  strength: "suggestion",
  source: "First uses in the published texts; widely known names stand alone.",
  check({ blocks }, { drafting }) {
    if (!drafting.introducesAcronyms) return [];
    const reports: Report[] = [];
    const texts = new Map<number, Block[]>();
    for (const block of blocks) {
      if (!block.containers.includes("section") || block.containers.includes("annex")) continue;
      texts.set(block.proposal, [...(texts.get(block.proposal) ?? []), block]);
    }
    // A name that lost its hyphen is another rule's business.
    const names = [...knownAcronyms, ...drafting.hyphenated.map((name) => name.replace("-", ""))];
    for (const clauses of texts.values()) reports.push(...unexplained(clauses, names));
    return reports;
  },
};

function unexplained(clauses: readonly Block[], names: readonly string[]): Report[] {
  const known = new Set(names);
  const reports: Report[] = [];
  for (const { node } of clauses) {
    const text = textOf(node);
    for (const match of text.matchAll(introduced)) known.add(match.groups?.short ?? "");
    for (const { index, 0: short } of text.matchAll(acronym)) {
      if (known.has(short)) continue;
      known.add(short);
      reports.push({ block: node.attrs.id, from: index, to: index + short.length, values: { short } });
    }
  }
  return reports;
}
