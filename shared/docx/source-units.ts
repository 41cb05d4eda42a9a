/**
 * The body, a cell or a note of a Word file cut into units: the smallest stretches of paragraphs that begin and end
 * a paragraph on both sides of the tracked changes, and tables. A paragraph whose mark is tracked runs on into its
 * follower on one side (ISO/IEC 29500-1 §17.13.5.15), so both are one unit, unless nothing of it is left on that
 * side. A unit that both texts still have as the file has it leaves with its own bytes; any other is written anew as a
 * whole, because half of it would end in the middle of somebody's change.
 */
import { type BlockRecord, isOn, type ParagraphRecord, type Side, type TableRecord } from "./records";
import { tracksChanges } from "./revision-marks";
import { hasContent, sliceOfAll } from "./side-blocks";
import { isTableOn } from "./side-table";
import { findSlice, type Slice, type WordFile } from "./word-file";

export interface SourceUnit {
  /** Where its paragraphs and tables lie; what stands between them belongs to nobody. */
  slices: readonly Slice[];
  /** Keys of the paragraphs and tables that each side has here, in order. */
  keys: Readonly<Record<Side, readonly string[]>>;
  /** The table that it is, when it is nothing else. */
  table: TableRecord | null;
  /** True when it holds tracked changes. */
  tracked: boolean;
  /** Names of the moves that begin or end here. */
  moves: readonly string[];
}

const moveStart = /<[\w.-]*:?move(?:From|To)RangeStart\b[^>]*?[\w.-]*:?name="([^"]*)"/g;

const sides = ["accept", "reject"] as const;

/** Cuts records into units; records without a place of their own in the file are passed over. */
export function unitsOf(records: readonly BlockRecord[], file: WordFile): SourceUnit[] {
  const units: SourceUnit[] = [];
  const open: Record<Side, ParagraphRecord[]> = { accept: [], reject: [] };
  let keys: Record<Side, string[]> = { accept: [], reject: [] };
  let waiting: BlockRecord[] = [];
  const emit = (side: Side) => {
    keys[side].push(sliceOfAll(open[side]));
    open[side] = [];
  };
  const close = () => {
    const unit = unitOf(waiting, keys, file);
    if (unit) units.push(unit);
    waiting = [];
    keys = { accept: [], reject: [] };
  };
  for (const record of records) {
    waiting.push(record);
    for (const side of sides) {
      if (record.kind === "paragraph") {
        open[side].push(record);
        if (isOn(side, record.mark)) emit(side);
      } else if (isTableOn(record, side)) {
        if (hasContent(open[side], side)) emit(side);
        open[side] = [];
        keys[side].push(record.slice);
      }
    }
    if (sides.every((side) => !hasContent(open[side], side))) close();
  }
  for (const side of sides) if (hasContent(open[side], side)) emit(side);
  if (waiting.length > 0) close();
  return units;
}

function unitOf(records: readonly BlockRecord[], keys: Record<Side, string[]>, file: WordFile): SourceUnit | undefined {
  const slices = records.flatMap(({ slice }) => findSlice(file, slice) ?? []);
  if (slices.length === 0) return undefined;
  const source = slices.map(({ part, start, end }) => part.document.source.slice(start, end)).join("");
  const [only] = records;
  return {
    slices,
    keys,
    table: records.length === 1 && only!.kind === "table" ? only! : null,
    tracked: tracksChanges(source),
    moves: [...source.matchAll(moveStart)].map((match) => match[1]!),
  };
}
