/** Letters for the items of the preamble, numbers for those of the operative part: the rule, with known exceptions. */
import { listsOf } from "../clauses";
import type { SectionRule } from "../rule";

export const partLabels: SectionRule = {
  id: "partLabels",
  scope: "section",
  strength: "suggestion",
  source: "All published texts; real proposals with lettered operative items exist.",
  check({ section }, { data }) {
    const preamble = section.attrs.part === "preamble";
    const wrong = preamble ? "number" : "letter";
    return (
      listsOf(section, data.language)
        .filter(({ level, kind, items }) => level === 1 && kind === wrong && items.length > 1)
        // Numerals of the script, 一、, count both parts where they are used.
        .filter(({ items }) => !preamble || /\p{Nd}/u.test(items[0]!.attrs.label))
        .map(({ items }) => {
          const { id, label } = items[0]!.attrs;
          const values = { label: label.trim() };
          return { block: id, from: 0, to: 0, label: true as const, case: preamble ? "preamble" : "operative", values };
        })
    );
  },
};
