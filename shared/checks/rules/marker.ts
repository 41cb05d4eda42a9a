/**
 * The marker of a proposal agrees with its marks: NOC and SUP show none, MOD at least one, ADD stands for a text
 * that no base had; when only labels and typography changed, (MOD) is offered.
 */
import { shownMarker } from "../../model/marker";
import { deriveMarker } from "../../redline/marker";
import type { FixEdit, Strength } from "../finding";
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
      const { word } = shownMarker(chosen);
      const isAllSuppressed = changes.every(({ status }) => status === "suppressed");
      const found = disagreement({ chosen, word, derived, count: changes.length, isAllSuppressed });
      if (!found) return [];
      const { is, fits, strength } = found;
      const fix: FixEdit[] = [{ kind: "marker", proposal: index, marker: fits }];
      const values = { marker: word, derived, count: changes.length };
      return [{ block: first, from: 0, to: 0, case: is, values, fix, ...(strength && { strength }) }];
    });
  },
};

interface Marked {
  chosen: string;
  /** The marker as it shows, without the line under it. */
  word: string;
  /** The marker that the changes ask for, how many they are, and whether they take everything away. */
  derived: string;
  count: number;
  isAllSuppressed: boolean;
}

interface Disagreement {
  is: string;
  /** The marker that fits. */
  fits: string;
  /** When it is not that of the rule. */
  strength?: Strength;
}

function disagreement({ chosen, word, derived, count, isAllSuppressed }: Marked): Disagreement | null {
  switch (word.replace(/[()*]/gu, "")) {
    case "NOC":
      return count > 0 ? { is: "nocChanged", fits: derived } : null;
    case "SUP":
      return isAllSuppressed ? null : { is: "supChanged", fits: derived };
    case "ADD":
      // A new text has no base; what it was begun from is its own affair as long as nothing was changed in it.
      return count > 0 && derived !== "ADD" ? { is: "addChanged", fits: "MOD", strength: "warning" } : null;
    case "MOD":
      // A text that has just been opened has no changes yet.
      if (count === 0) return { is: "modUnchanged", fits: "NOC", strength: "warning" };
      if (derived === "ADD") return { is: "modNew", fits: derived, strength: "warning" };
      if (derived === "SUP") return { is: "modSuppressed", fits: derived, strength: "warning" };
      if (chosen === "MOD" && derived === "(MOD)") return { is: "editorial", fits: derived, strength: "suggestion" };
      return chosen === "(MOD)" && derived === "MOD" ? { is: "notEditorial", fits: derived } : null;
    default:
      return null;
  }
}
