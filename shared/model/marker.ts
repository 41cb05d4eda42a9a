/**
 * The marker of a proposal as it is shown. Every marker but one is its own word; ITU documents tell the two kinds of
 * NOC apart by a line under the word, for which a stored marker has a name of its own.
 */
const underlinedEnd = "-underlined";

/** The word of a marker, and whether a line stands under it. */
export function shownMarker(marker: string): { word: string; isUnderlined: boolean } {
  const isUnderlined = marker.endsWith(underlinedEnd);
  return { word: isUnderlined ? marker.slice(0, -underlinedEnd.length) : marker, isUnderlined };
}
