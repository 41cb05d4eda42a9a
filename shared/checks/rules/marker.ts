/**
 * The marker of a proposal agrees with its marks: NOC and SUP show none, MOD at least one, ADD stands for a text
 * that no base had; when only labels and typography changed, (MOD) is offered.
 */
import { shownMarker } from "../../model/marker";
import { deriveMarker } from "../../redline/marker";
import type { FixEdit } from "../finding";
import { changedOf, proposalScopes } from "../proposal-scope";
import type { DocumentRule, Report } from "../rule";

export const marker: DocumentRule = {
  id: "marker",
  scope: "document",
  strength: "error",
  source: "Definitions of the conference proposals interface.",
  check({ doc, redline }) {
    return proposalScopes(doc, redline).flatMap(({ index, marker: chosen, first, provisions }): Report[] => {
      if (chosen === "" || provisions === null) return [];
      const changes = changedOf(provisions);
      const derived = deriveMarker(provisions);
      const set = (value: string): FixEdit[] => [{ kind: "marker", proposal: index, marker: value }];
      const at = { block: first, from: 0, to: 0 };
      const { word } = shownMarker(chosen);
      const values = { marker: word, derived, count: changes.length };
      const bare = word.replace(/[()*]/gu, "");
      if (bare === "NOC" && changes.length > 0) return [{ ...at, case: "nocChanged", values, fix: set(derived) }];
      if (bare === "SUP" && changes.some(({ status }) => status !== "suppressed")) {
        return [{ ...at, case: "supChanged", values, fix: set(derived) }];
      }
      if (bare === "MOD" && changes.length === 0) {
        // A text that has just been opened has no changes yet.
        return [{ ...at, case: "modUnchanged", strength: "warning", values, fix: set("NOC") }];
      }
      if (bare === "MOD" && derived === "ADD")
        return [{ ...at, case: "modNew", strength: "warning", values, fix: set("ADD") }];
      if (bare === "MOD" && derived === "SUP") {
        return [{ ...at, case: "modSuppressed", strength: "warning", values, fix: set("SUP") }];
      }
      if (chosen === "MOD" && derived === "(MOD)") {
        return [{ ...at, case: "editorial", strength: "suggestion", values, fix: set("(MOD)") }];
      }
      if (chosen === "(MOD)" && derived === "MOD") return [{ ...at, case: "notEditorial", values, fix: set("MOD") }];
      // A new text has no base; what it was begun from is its own affair as long as nothing was changed in it.
      if (bare === "ADD" && changes.length > 0 && derived !== "ADD") {
        return [{ ...at, case: "addChanged", strength: "warning", values, fix: set("MOD") }];
      }
      return [];
    });
  },
};
