/**
 * What somebody who watches a command sees while it works: what is going on, and as soon as the work can be counted, a
 * bar with the part that is done. A log gets none of it: there a moving line is noise.
 */

/** Says what is going on, and how much of the work is done, between 0 and 1. */
export type Progress = (doing: string, part?: number) => void;

const barLength = 20;

/** The line for a terminal; an empty one when nothing goes on. */
export function progressLine(doing: string, part?: number): string {
  if (doing === "" || part === undefined) return doing;
  const done = Math.min(Math.max(part, 0), 1);
  const filled = Math.round(done * barLength);
  const percent = `${Math.round(done * 100)}`.padStart(3);
  return `[${"#".repeat(filled)}${".".repeat(barLength - filled)}] ${percent} % ${doing}`;
}
