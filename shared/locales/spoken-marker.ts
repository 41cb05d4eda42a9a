/** The marker of a proposal where no line can be drawn under it: in a sentence, a list of choices, and for the ear. */
import { shownMarker } from "../model/marker";
import type { Wording } from "./place";

/** Words a marker. */
export function spokenMarker(wording: Wording, marker: string): string {
  const { word, isUnderlined } = shownMarker(marker);
  return isUnderlined ? wording("proposal.nocUnderlined", {}) : word;
}
