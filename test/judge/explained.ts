/**
 * LibreOffice against our reader on one side of a Word file: they agree line by line, or blind spots of LibreOffice that
 * the file shows explain the difference, no more than are needed; or nothing explains it. Comments and protection are
 * taken out before LibreOffice is asked: an office without a window cannot open the ones, and decides nothing under the other.
 */
import { unzipSync, zipSync } from "fflate";
import { readDocx } from "../../shared/docx/document-reader";
import type { BlindSpot } from "./blind-spot";
import { blindSpotsIn, changed, partsOf, rewritten } from "./blind-spots";
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
  const spots = blindSpotsIn(Object.values(partsOf(bytes, /\.xml$/)).join(""));
  const read = onceRead(bytes, side);
  const both: Both = (some) => {
    const level = (lines: string[]) => some.reduce((done, spot) => spot.level?.(done) ?? done, lines);
    const theirs = some.reduce((done, spot) => spot.theirs?.(done) ?? done, [...paragraphs]);
    const ours = read(some);
    return ours && { ours: level(ours), theirs: level(theirLines(theirs)) };
  };
  const reasons =
    combinations(spots).find((some) => agree(some, both)) ?? withoutIdle(nearest(spots, both), both) ?? undefined;
  if (reasons) return { outcome: reasons.map(({ reason }) => reason).join(" ") || "equal" };
  const { ours, theirs } = both([]) ?? { ours: [], theirs: [] };
  const at = ours.findIndex((line, index) => line !== theirs[index]);
  const line = at < 0 ? ours.length : at;
  const fault = `line ${line + 1}: ${JSON.stringify(ours[line])?.slice(0, 120)} against ${JSON.stringify(theirs[line])?.slice(0, 120)}`;
  return { outcome: `UNEXPLAINED ${fault}`, fault };
}

/** The lines of both as some blind spots leave them; null where our reader refuses what they leave. */
type Both = (some: readonly BlindSpot[]) => { ours: string[]; theirs: string[] } | null;

function agree(some: readonly BlindSpot[], both: Both): boolean {
  const lines = both(some);
  if (!lines) return false;
  const { ours, theirs } = lines;
  const same = ours.length === theirs.length && ours.every((line, index) => line === theirs[index]);
  const joined = (of: readonly string[]) => of.map(bare).join("");
  return (
    same ||
    (some.some(({ anyEnds }) => anyEnds) && joined(ours) === joined(theirs)) ||
    (some.some(({ loose }) => loose) && isWithin(ours, theirs))
  );
}

/** Blind spots one after another, each the one that leaves the fewest lines apart, as long as one leaves fewer. */
function nearest(spots: readonly BlindSpot[], both: Both): BlindSpot[] {
  const chosen = spots.filter(levels);
  let apart = linesApart(both(chosen));
  for (;;) {
    const tried = spots
      .filter((spot) => !chosen.includes(spot))
      .map((spot) => ({ spot, left: linesApart(both([...chosen, spot])) }))
      .sort((a, b) => a.left - b.left)[0];
    if (!tried || tried.left >= apart) return chosen;
    chosen.push(tried.spot);
    apart = tried.left;
  }
}

function linesApart(lines: ReturnType<Both>): number {
  if (!lines) return Number.POSITIVE_INFINITY;
  const counts = new Map<string, number>();
  for (const line of lines.ours) counts.set(line, (counts.get(line) ?? 0) + 1);
  for (const line of lines.theirs) counts.set(line, (counts.get(line) ?? 0) - 1);
  return [...counts.values()].reduce((sum, count) => sum + Math.abs(count), 0);
}

/** Blind spots that explain, without those that are not needed for it; null where they do not. */
function withoutIdle(spots: readonly BlindSpot[], both: Both): readonly BlindSpot[] | null {
  if (!agree(spots, both)) return null;
  const idle = spots.find((spot) =>
    agree(
      spots.filter((each) => each !== spot),
      both,
    ),
  );
  return idle
    ? withoutIdle(
        spots.filter((each) => each !== idle),
        both,
      )
    : spots;
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
  const text = theirs.map(bare).join("");
  let at = 0;
  return ours.map(bare).every((line) => {
    const found = text.indexOf(line, at);
    at = found + line.length;
    return found >= 0;
  });
}

function bare(line: string): string {
  return line.replace(/\s/g, "");
}

/** The fewest first: up to two that change the file, with any of those that level both texts. */
function combinations(spots: readonly BlindSpot[]): BlindSpot[][] {
  const changing = subsets(spots.filter((spot) => !levels(spot))).filter((some) => some.length <= 2);
  const levelling = subsets(spots.filter(levels));
  const chosen = changing.flatMap((some) => levelling.map((others) => [...some, ...others]));
  return chosen.sort((a, b) => a.length - b.length);
}

/** Whether a blind spot leaves the file and LibreOffice's answer alone. */
function levels({ rewrite, theirs }: BlindSpot): boolean {
  return !rewrite && !theirs;
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
