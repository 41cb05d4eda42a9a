/**
 * Square brackets around text that is not agreed must pair, over as many provisions as they hold. Each proposal,
 * and whatever stands beside them, is looked at on its own.
 */
import { bracketsOf } from "../../schema/brackets";
import type { DocumentRule } from "../rule";

export const squareBrackets: DocumentRule = {
  id: "squareBrackets",
  scope: "document",
  strength: "warning",
  source: "Square brackets mark unagreed text; an unpaired one leaves its extent open.",
  check({ doc }) {
    return bracketsOf(doc).unpaired.map(({ block, offset, sign }) => {
      return { block, from: offset, to: offset + 1, values: { mark: sign } };
    });
  },
};
