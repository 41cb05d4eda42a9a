/**
 * LibreOffice against our reader on one side of a Word file: they agree line by line, or blind spots of LibreOffice that
 * the file shows explain the difference, the fewest that do; or nothing explains it. Comments and protection are
 * taken out before LibreOffice is asked: an office without a window cannot open the ones, and decides nothing under the other.
 */
import { unzipSync, zipSync } from "fflate";
import { readDocx } from "../../shared/docx/document-reader";
import { type BlindSpot, blindSpotsIn, changed, partsOf, rewritten } from "./blind-spots";
import { ourLines, theirLines } from "./foreign-lines";
import type { JudgedParagraph } from "./office";

export interface Explained {
  /** `equal`, the reasons, or UNEXPLAINED. */
  outcome: string;
  /** The first line that nothing explains. */
  fault?: string;
}

/** What the paragraphs that LibreOffice found on one side are to ours. */
export function explain(
  bytes: Uint8Array,
  side: "accept" | "reject",
  paragraphs: readonly JudgedParagraph[],
): Explained {
  const source = Object.values(partsOf(bytes, /\.xml$/)).join("");
  const present = blindSpotsIn(source);
  let first = "";
  for (const spots of combinations(present)) {
    const level = (lines: string[]) => spots.reduce((done, spot) => spot.level?.(done) ?? done, lines);
    const read = readDocx(rewritten(bytes, spots));
    if (!read.ok) continue;
    const ours = level(ourLines(read.value, side));
    const theirs = level(theirLines(spots.reduce((done, spot) => spot.theirs?.(done) ?? done, [...paragraphs])));
    const at = ours.findIndex((line, index) => line !== theirs[index]);
    if (at < 0 && ours.length === theirs.length) {
      return { outcome: spots.length === 0 ? "equal" : spots.map(({ reason }) => reason).join(" ") };
    }
    if (spots.length > 0) continue;
    const line = at < 0 ? ours.length : at;
    first = `line ${line + 1}: ${JSON.stringify(ours[line])?.slice(0, 120)} against ${JSON.stringify(theirs[line])?.slice(0, 120)}`;
  }
  return { outcome: `UNEXPLAINED ${first}`, fault: first };
}

/** None, then each, then two and three at a time, then all. */
function combinations(spots: readonly BlindSpot[]): BlindSpot[][] {
  const chosen: BlindSpot[][] = [[]];
  for (const spot of spots) for (const some of [...chosen]) if (some.length < 3) chosen.push([...some, spot]);
  chosen.sort((a, b) => a.length - b.length);
  return spots.length > 3 ? [...chosen, [...spots]] : chosen;
}

/** A file without the comments that LibreOffice cannot open, and without the protection under which it decides nothing. */
export function forOffice(bytes: Uint8Array): Uint8Array {
  const open = changed(bytes, /^word\/settings\d*\.xml$/, (xml) => xml.replace(/<w:documentProtection\b[^>]*\/>/, ""));
  const parts = unzipSync(open);
  const commented = Object.keys(parts).filter((name) => /comments/i.test(name));
  if (commented.length === 0) return open;
  const bare = changed(open, /^word\/[^/]*\.xml$/, (xml) =>
    xml.replace(/<w:comment(RangeStart|RangeEnd|Reference)\b[^>]*\/>/g, ""),
  );
  const kept = changed(bare, /^word\/_rels\/document\d*\.xml\.rels$/, (xml) =>
    xml.replace(/<Relationship\b[^>]*comments[^>]*\/>/gi, ""),
  );
  const left = Object.entries(unzipSync(kept)).filter(([name]) => !commented.includes(name));
  return zipSync(Object.fromEntries(left), { level: 0 });
}
