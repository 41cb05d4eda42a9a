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
  const read = onceRead(bytes, side);
  let first = "";
  for (const spots of combinations(blindSpotsIn(source))) {
    const lines = read(spots);
    if (!lines) continue;
    const level = (some: string[]) => spots.reduce((done, spot) => spot.level?.(done) ?? done, some);
    const ours = level(lines);
    const theirs = level(theirLines(spots.reduce((done, spot) => spot.theirs?.(done) ?? done, [...paragraphs])));
    const at = ours.findIndex((line, index) => line !== theirs[index]);
    if ((at < 0 && ours.length === theirs.length) || (spots.some(({ loose }) => loose) && isWithin(ours, theirs))) {
      return { outcome: spots.length === 0 ? "equal" : spots.map(({ reason }) => reason).join(" ") };
    }
    if (spots.length > 0) continue;
    const line = at < 0 ? ours.length : at;
    first = `line ${line + 1}: ${JSON.stringify(ours[line])?.slice(0, 120)} against ${JSON.stringify(theirs[line])?.slice(0, 120)}`;
  }
  return { outcome: `UNEXPLAINED ${first}`, fault: first };
}

/** Our lines of a file as blind spots leave it; each such file is read once. */
function onceRead(bytes: Uint8Array, side: "accept" | "reject"): (spots: readonly BlindSpot[]) => string[] | null {
  const known = new Map<string, string[] | null>();
  return (spots) => {
    const rewriting = spots.filter(({ rewrite }) => rewrite);
    const key = rewriting.map(({ reason }) => reason).join();
    if (!known.has(key)) {
      const read = readDocx(rewritten(bytes, rewriting));
      known.set(key, read.ok ? ourLines(read.value, side) : null);
    }
    return known.get(key)!;
  };
}

/** Whether lines stand in a text in their order, wherever its own lines end. */
function isWithin(ours: readonly string[], theirs: readonly string[]): boolean {
  const bare = (line: string) => line.replace(/\s/g, "");
  const text = theirs.map(bare).join("");
  let at = 0;
  return ours.map(bare).every((line) => {
    const found = text.indexOf(line, at);
    at = found + line.length;
    return found >= 0;
  });
}

/** The fewest first: up to three that change the file, with any of those that level both texts; then all. */
function combinations(spots: readonly BlindSpot[]): BlindSpot[][] {
  const changing = subsets(spots.filter(({ rewrite, theirs }) => rewrite || theirs)).filter((some) => some.length <= 3);
  const levelling = subsets(spots.filter(({ rewrite, theirs }) => !rewrite && !theirs));
  const chosen = changing.flatMap((some) => levelling.map((others) => [...some, ...others]));
  chosen.sort((a, b) => a.length - b.length);
  return [...chosen, [...spots]];
}

function subsets(spots: readonly BlindSpot[]): BlindSpot[][] {
  const all: BlindSpot[][] = [[]];
  for (const spot of spots) for (const some of [...all]) all.push([...some, spot]);
  return all;
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
