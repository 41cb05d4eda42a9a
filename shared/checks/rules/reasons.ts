/** Each proposal ends with its reasons. */
import { shownMarker } from "../../model/marker";
import { isDeclared, proposalScopes } from "../proposal-scope";
import type { DocumentRule } from "../rule";

export const reasons: DocumentRule = {
  id: "reasons",
  scope: "document",
  strength: "warning",
  source: "The Convention asks for a concise statement of the reasons; the proposals interface for every marker.",
  check({ doc }) {
    return proposalScopes(doc, null)
      .filter((scope) => isDeclared(scope) && scope.marker !== "OTHER")
      .filter(({ node }) => node.lastChild?.type.name !== "reasons" || node.lastChild.textContent.trim() === "")
      .map(({ first, identifier, marker }) => ({
        block: first,
        from: 0,
        to: 0,
        // Plain NOC is no proposal of its own.
        strength: marker === "NOC" ? "suggestion" : "warning",
        values: { proposal: [shownMarker(marker).word, identifier].filter(Boolean).join(" ") },
      }));
  },
};
