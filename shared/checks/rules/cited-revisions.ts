/**
 * A cited resolution of which a newer revision is known. Only revisions of earlier years than the citing conference
 * count: those of its own year may have come after it, and a text of the past cites what was in force then.
 */
import { newerRevision } from "../../resolution/known-resolutions";
import { citationsIn, placesInBrackets } from "../../resolution/places-and-years";
import { revisedCitation } from "../../resolution/revised-lines";
import { textOf } from "../block-text";
import { perBlock } from "../per-block";
import type { DocumentRule, Report } from "../rule";

const citations = perBlock((text, { data }) => citationsIn(text, data.language));
const dates = perBlock((text, { data }) => placesInBrackets(text, data.language));

export const citedRevisions: DocumentRule = {
  id: "citedRevisions",
  scope: "document",
  reads: [citations, dates],
  strength: "suggestion",
  source: "Revisions read in published texts, and those that the user added.",
  check({ blocks, known }, words) {
    const { language } = words.data;
    const years = new Map<number, number>();
    for (const { node, proposal } of blocks) {
      const year = node.type.name === "enacting" ? dates(node, words).at(-1)?.year : undefined;
      if (year !== undefined) years.set(proposal, year);
    }
    return blocks.flatMap(({ node, proposal, containers }): Report[] => {
      const year = years.get(proposal);
      if (year === undefined || !containers.includes("resolution")) return [];
      const text = textOf(node);
      const block: string = node.attrs.id;
      return citations(node, words).flatMap((citation): Report[] => {
        const newer = newerRevision(citation, language, known, year);
        const edit = newer && revisedCitation(text, citation, newer, language);
        if (!edit) return [];
        const { start: from, end: to } = citation;
        const values = { reference: text.slice(from, to), newer: edit.text };
        return [{ block, from, to, values, fix: [{ kind: "text", block, ...edit }] }];
      });
    });
  },
};
