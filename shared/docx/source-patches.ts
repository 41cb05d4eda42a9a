/**
 * The changes of an export as edits to the text of the file that the base came from. What both texts have as the file has
 * it is not touched, so it leaves with the bytes it came in with, tracked changes included, and so does everything
 * between paragraphs. What lies in a gap between is written anew in the place of what it replaces, the rest after what
 * it follows; rows are marked where they stand.
 */
import { blockText } from "../schema/blocks";
import { withoutHolders } from "../schema/brackets";
import type { XmlElement } from "../xml/element";
import type { Patch } from "../xml/patch";
import { writeXml } from "../xml/writer";
import { emptyParagraph, writeBody, writeMarked } from "./body-writer";
import { type PlacedUnit, placeUnits } from "./kept-units";
import type { MergedParagraph, MergedTable } from "./merged-items";
import { type MarkedParagraph, markParagraphs, type RunEnd } from "./paragraph-marks";
import type { Piece } from "./run-writer";
import { patchTable } from "./source-rows";
import type { Patches, PatchInput, PlannedStory, Story, StoryPatcher } from "./source-story";
import { unitsOf } from "./source-units";
import { type Gap, gapsOf } from "./story-gaps";
import type { WordPart } from "./word-file";
import type { WriterContext } from "./writer-context";

export class SourcePatcher implements StoryPatcher {
  readonly patches: Patches = new Map();
  /** Names of moves of the file that are no longer whole. */
  readonly brokenMoves = new Set<string>();

  constructor(readonly input: PatchInput) {}

  /** Finds what of a story is kept and what is written anew. */
  plan(story: Story): PlannedStory {
    const { records, before, after, end } = story;
    const { file, pairing, lines } = this.input;
    const units = unitsOf(records, file);
    for (;;) {
      const placed = placeUnits({ ...this.input, units, before, after });
      this.breakMoves(placed);
      const gaps = gapsOf(placed, before, after, pairing, end);
      const broken = gaps.flatMap((gap) => gap.units.flatMap(({ unit }) => unit.moves));
      if (broken.every((name) => this.brokenMoves.has(name))) {
        const written = new Set(gaps.flatMap((gap) => gap.units));
        const openings = placed.flatMap((each) => {
          const first = after[each.after[0] ?? -1];
          const opening = first?.kind === "block" && !written.has(each) ? lines.get(first.block.pos) : undefined;
          return opening ? [{ before: each.unit, lines: opening }] : [];
        });
        const kept = placed.flatMap((each) => (each.kept ? [each.unit] : []));
        return { ...story, gaps, openings, kept };
      }
      for (const name of broken) this.brokenMoves.add(name);
    }
  }

  /** Patches a planned story. */
  write(story: PlannedStory, context: WriterContext): void {
    for (const { before, lines } of story.openings) {
      const place = before.slices[0]!.start;
      this.add(story.part, { start: place, end: place, text: this.textOf(writeBody(lines, context), story.part) });
    }
    for (const [index, gap] of story.gaps.entries()) {
      const opens = index === 0 && gap.follows === null;
      new GapWriter(this, context, story, gap, opens ? (story.opening ?? []) : []).write();
    }
  }

  add(part: WordPart, patch: Patch): void {
    const known = this.patches.get(part.name);
    if (known) known.push(patch);
    else this.patches.set(part.name, [patch]);
  }

  textOf(elements: readonly XmlElement[], { document }: WordPart): string {
    return elements.map((each) => writeXml(each, document.prefixes)).join("");
  }

  /** A move is kept as a whole or not at all. */
  private breakMoves(placed: readonly PlacedUnit[]): void {
    for (let known = -1; known < this.brokenMoves.size; ) {
      known = this.brokenMoves.size;
      for (const each of placed) {
        if (each.kept && each.unit.moves.some((name) => this.brokenMoves.has(name))) each.kept = false;
        if (!each.kept) for (const name of each.unit.moves) this.brokenMoves.add(name);
      }
    }
  }
}

/** Writes one gap: each paragraph into the place of the unit that it was read from, or behind what it follows. */
class GapWriter {
  private readonly owners = new Map<string, number>();
  /** Text by unit of the gap; -1 is the place before the first. */
  private readonly texts = new Map<number, string>();
  private readonly patchedInPlace = new Set<number>();
  private target = -1;
  /** A table stands before what comes next: another would become one with it. */
  private behindTable: boolean;

  constructor(
    private readonly patcher: SourcePatcher,
    private readonly context: WriterContext,
    private readonly story: PlannedStory,
    private readonly gap: Gap,
    private opening: readonly Piece[],
  ) {
    this.behindTable = gap.follows?.unit.table != null;
    gap.units.forEach(({ unit }, index) => {
      for (const key of [...unit.keys.reject, ...unit.keys.accept]) this.owners.set(key, index);
    });
  }

  write(): void {
    let run: MergedParagraph[] = [];
    const flush = (end: RunEnd) => {
      for (const marked of markParagraphs(run, end)) this.paragraph(marked);
      run = [];
    };
    for (const item of this.gap.items) {
      if (item.kind === "table") {
        flush("table");
        this.table(item);
        continue;
      }
      const opens = item.part?.label !== "base";
      const lines = opens && item.after && this.patcher.input.lines.get(item.after.pos);
      if (lines) {
        flush("paragraph");
        this.append(writeBody(lines, this.context));
        this.behindTable = false;
      }
      run.push(item);
    }
    flush(this.gap.end);
    // A body, a cell and a note end with a paragraph.
    if (this.behindTable && this.gap.end === "end") this.append([emptyParagraph(this.context)]);
    this.finish();
  }

  private paragraph(marked: MarkedParagraph): void {
    const owner = this.ownerOf(
      marked.parts.flatMap(({ before, after }) => [before?.node.attrs.slice, after?.node.attrs.slice]),
    );
    const opening = this.opening;
    this.opening = [];
    if (isUntouched(marked) && owner < 0 && this.isLoose(marked)) return;
    this.behindTable = false;
    if (isUntouched(marked) && owner >= 0) {
      const { same, before, after } = this.gap.units[owner]!;
      // A paragraph that was brought back stands in the file as deleted.
      if (owner > this.target && same && before.length > 0 && after.length > 0) {
        this.patchedInPlace.add(owner);
        this.target = owner;
        return;
      }
    }
    if (owner > this.target) this.target = owner;
    this.append(writeMarked(marked, this.context, opening));
  }

  /** A block that no paragraph of the file stands for is nothing to add. */
  private isLoose({ parts }: MarkedParagraph): boolean {
    const { node } = parts[0]!.after!;
    const { accept, reject } = this.patcher.input.texts;
    return node.attrs.slice === null && [accept, reject].some(({ loose }) => loose.has(blockText(node)));
  }

  private table(table: MergedTable): void {
    const nodes = table.rows.flatMap(({ before, after }) => [before?.table, after?.table]);
    const owner = this.ownerOf(nodes.map((node) => node?.attrs.slice));
    const unit = this.gap.units[owner]?.unit;
    if (unit?.table && owner > this.target) {
      this.target = owner;
      this.patchedInPlace.add(owner);
      patchTable(unit.table, unit.slices[0]!, this.gap, this.patcher, this.context);
      this.behindTable = true;
      return;
    }
    if (this.behindTable) this.append([emptyParagraph(this.context)]);
    this.append(writeBody([table], this.context));
    this.behindTable = false;
  }

  private ownerOf(keys: readonly (string | null | undefined)[]): number {
    for (const key of keys) {
      const owner = key ? this.owners.get(key) : undefined;
      if (owner !== undefined) return owner;
    }
    return -1;
  }

  private append(elements: readonly XmlElement[]): void {
    const part = this.gap.units[this.target]?.unit.slices[0]?.part ?? this.story.part;
    this.texts.set(this.target, (this.texts.get(this.target) ?? "") + this.patcher.textOf(elements, part));
  }

  private finish(): void {
    const { follows, units } = this.gap;
    const place = follows?.unit.slices.at(-1)?.end ?? this.story.start;
    const before = this.texts.get(-1);
    if (before) this.patcher.add(this.story.part, { start: place, end: place, text: before });
    units.forEach(({ unit }, index) => {
      const text = this.texts.get(index) ?? "";
      if (this.patchedInPlace.has(index)) {
        const { part, end } = unit.slices.at(-1)!;
        if (text !== "") this.patcher.add(part, { start: end, end, text });
        return;
      }
      unit.slices.forEach(({ part, start, end }, at) => {
        this.patcher.add(part, { start, end, text: at === 0 ? text : "" });
      });
    });
  }
}

/** True for a paragraph that both texts have, alike in text, label, formatting and kind. */
function isUntouched({ parts, mark, accepted, rejected }: MarkedParagraph): boolean {
  const [only] = parts;
  if (parts.length !== 1 || mark !== "kept" || !only?.before || !only.after) return false;
  if (accepted !== only || rejected !== only) return false;
  const [a, b] = [only.before.node, only.after.node];
  const same = (name: string) => a.attrs[name] === b.attrs[name];
  if (a.type !== b.type || !["label", "separator", "level", "role"].every(same)) return false;
  return withoutHolders(a.content).eq(withoutHolders(b.content));
}
