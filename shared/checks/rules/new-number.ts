/** A new resolution carries a bracketed placeholder until the conference numbers it; an existing one its number. */
import { readNumberLine } from "../../resolution/number-line";
import { textOf } from "../block-text";
import { proposalScopes } from "../proposal-scope";
import type { DocumentRule, Report } from "../rule";

export const newNumber: DocumentRule = {
  id: "newNumber",
  scope: "document",
  strength: "warning",
  source: "Contributions that propose a new resolution.",
  check({ doc }, { data }) {
    return proposalScopes(doc, null).flatMap(({ node, marker }): Report[] => {
      const resolution = node.children.find(({ type }) => type.name === "resolution");
      const line = resolution?.children.find(({ type }) => type.name === "resolutionNumber");
      if (!line) return [];
      const text = textOf(line);
      const read = readNumberLine(text, data);
      if (!read) return [];
      const at = { block: line.attrs.id, from: 0, to: text.length, values: { text: text.trim(), marker } };
      if (read.draft && !/\d|\[[^\]]*[\p{L}\d][^\]]*\]/u.test(text)) return [{ ...at, case: "placeholder" }];
      if (marker === "ADD" && !read.draft) return [{ ...at, case: "numbered" }];
      if (/^\(?MOD/u.test(marker) && read.draft && /\[/u.test(text)) return [{ ...at, case: "draft" }];
      return [];
    });
  },
};
