/** Which words of a current text stood in the base already: rules read what these name there, and not in the new text. */
import type { Provision } from "../redline/redline-types";

/** True for a stretch of the current text that stood in the base, in words that nobody touched. */
export function isFromBase({ before, segments }: Provision, { from, to }: { from: number; to: number }): boolean {
  return before !== null && segments.some(({ op, fromB, toB }) => op === "=" && fromB <= from && to <= toB);
}
