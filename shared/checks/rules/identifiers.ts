/** Identifiers of proposals are well formed, used once, and counted through the document. */
import { readIdentifier } from "../../resolution/marker";
import type { FixEdit } from "../finding";
import { proposalScopes } from "../proposal-scope";
import type { DocumentRule, Report } from "../rule";

export const identifiers: DocumentRule = {
  id: "identifiers",
  scope: "document",
  strength: "error",
  source: "Form and count in the rules of the conferences and in real contributions.",
  check({ doc }) {
    const seen = new Set<string>();
    let previous: number | null = null;
    return proposalScopes(doc, null).flatMap(({ index, identifier, first }): Report[] => {
      if (identifier === "") return [];
      const at = { block: first, from: 0, to: 0, values: { identifier } };
      const read = readIdentifier(identifier);
      if (!read) return [{ ...at, case: "form" }];
      const due: number = previous === null ? 1 : previous + 1;
      const counted = identifier.trim().replace(/\d+$/u, String(due));
      const fix: FixEdit[] = [{ kind: "identifier", proposal: index, identifier: counted }];
      if (seen.has(identifier)) return [{ ...at, case: "repeat", ...(seen.has(counted) ? {} : { fix }) }];
      seen.add(identifier);
      previous = read.serial;
      if (read.serial === due) return [];
      return [{ ...at, case: "order", strength: "suggestion", values: { identifier, due }, fix }];
    });
  },
};
