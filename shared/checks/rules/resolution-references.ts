/** The form of a cited resolution, `Résolution 71 (Rév. Bucarest, 2022)`: comma before the year, both brackets, a space after the sign of revision. */
import { citationsIn } from "../../resolution/places-and-years";
import { textOf } from "../block-text";
import type { BlockRule } from "../rule";

export const resolutionReferences: BlockRule = {
  id: "resolutionReferences",
  scope: "block",
  strength: "error",
  source: "All references of the published texts; three slips in a report.",
  check(node, { data }) {
    const text = textOf(node);
    const block: string = node.attrs.id;
    return citationsIn(text, data.language).flatMap((citation) =>
      citation.missing.map(({ what, at, sign }) => ({
        block,
        from: citation.start,
        to: citation.end,
        case: what,
        values: { reference: text.slice(citation.start, citation.end) },
        fix: [{ kind: "text" as const, block, from: at, to: at, text: sign }],
      })),
    );
  },
};
