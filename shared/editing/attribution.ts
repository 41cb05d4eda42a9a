/**
 * Who changed what, and when. A prosemirror-changeset ChangeSet follows the steps since the document was
 * opened and remembers their author; what was known before that (a saved draft, a tracked Word file)
 * lies beneath as spans. The redline never asks: each derived change takes the attribution that overlaps
 * it most, and no attribution is no harm, the author of the draft stands in.
 */
import { ChangeSet } from "prosemirror-changeset";
import type { Node } from "prosemirror-model";
import type { Mapping, StepMap } from "prosemirror-transform";
import { redline } from "../redline/redline";
import { isChange, type Provision, type Redline, type Segment } from "../redline/redline-types";

export interface Attributed {
  author: string;
  /** ISO 8601. Kept to the minute, so that typing makes one span, not hundreds. */
  date: string;
}

/** A stretch of a document that somebody inserted (positions in the current text) or deleted (in the base). */
export interface AttributedSpan extends Attributed {
  from: number;
  to: number;
}

/** What a draft file keeps; positions are those of the saved text and of its base. */
export interface AttributionRecord {
  inserted: AttributedSpan[];
  deleted: AttributedSpan[];
  /** Who last touched a block, by the block's id: labels, levels, formatting, moves. */
  blocks: Record<string, Attributed>;
}

export interface AttributionState {
  base: Node;
  /** The text with which tracking began; `earlier.inserted` are positions in it. */
  origin: Node;
  changes: ChangeSet<string>;
  earlier: AttributionRecord;
  blocks: ReadonlyMap<string, string>;
  /**
   * Whose the last edit was, where tracking began with the base itself: every change was made since then, even one
   * in words that no edit touched, as when an item is split and the redline pairs its halves in its own way.
   */
  latest: string | null | undefined;
}

/** Begins to follow a text. */
export function startAttribution(base: Node, origin: Node, earlier: Partial<AttributionRecord> = {}): AttributionState {
  const record = { inserted: sorted(earlier.inserted), deleted: sorted(earlier.deleted), blocks: earlier.blocks ?? {} };
  const blocks = new Map(Object.entries(record.blocks).map(([id, by]) => [id, pack(by)]));
  const latest = base === origin ? null : undefined;
  return { base, origin, changes: emptyChanges(origin), earlier: record, blocks, latest };
}

/** Attributes steps that led to `doc`; `touched` are the ids of the blocks that changed otherwise than in their words. */
export function attributeSteps(
  state: AttributionState,
  doc: Node,
  mapping: Mapping,
  touched: readonly string[],
  by: Attributed,
): AttributionState {
  const data = pack(by);
  const blocks = touched.every((id) => state.blocks.get(id) === data)
    ? state.blocks
    : new Map([...state.blocks, ...touched.map((id): [string, string] => [id, data])]);
  const latest = state.latest === undefined ? undefined : data;
  if (mapping.maps.length === 0) return { ...state, blocks, latest };
  const changes = followedChanges(state, doc, mapping, data);
  if (changes) return { ...state, changes, blocks, latest };
  // Begin anew from the new text with what was known.
  const known = insertedSpans(state).flatMap((span) => mapSpan(span, mapping));
  const inserted = sorted([...known, ...insertedBy(mapping.maps, by)]);
  return { ...state, origin: doc, changes: emptyChanges(doc), earlier: { ...state.earlier, inserted }, blocks, latest };
}

/**
 * The change set with the steps in it, or null when it cannot follow: of changes over more than 10,000 tokens it
 * loses some in silence and fails on others.
 */
function followedChanges(
  { changes, origin }: AttributionState,
  doc: Node,
  { maps }: Mapping,
  data: string,
): ChangeSet<string> | null {
  try {
    const next = changes.addSteps(doc, maps, data);
    const grown = next.changes.reduce((sum, { fromA, toA, fromB, toB }) => sum + toB - fromB - (toA - fromA), 0);
    return origin.content.size + grown === doc.content.size ? next : null;
  } catch {
    return null;
  }
}

/** Says who made a change: a segment of a provision, or (null) the provision as a whole, its label included. */
export function attributionOf(
  state: AttributionState,
  provision: Provision,
  segment: Segment | null,
): Attributed | undefined {
  const { before, after } = provision;
  const votes = new Map<string, number>();
  if (after && (segment ? segment.op === "+" : !before)) {
    const start = after.pos + 1;
    const [from, to] = segment ? [segment.fromB, segment.toB] : [0, after.node.content.size];
    voteInserted(state, start + from, start + to, votes);
  }
  if (before && (segment ? segment.op === "-" : !after)) {
    const start = before.pos + 1;
    const [from, to] = segment ? [segment.fromA, segment.toA] : [0, before.node.content.size];
    voteDeleted(state, start + from, start + to, votes);
  }
  let best: string | undefined;
  for (const [data, weight] of votes) if (best === undefined || weight > votes.get(best)!) best = data;
  best ??= state.blocks.get((after ?? before)!.node.attrs.id) ?? state.latest ?? undefined;
  return best === undefined ? undefined : unpack(best);
}

/** What a draft file keeps: the attribution of every change of a redline of base and current text. */
export function recordAttribution(state: AttributionState, of: Redline): AttributionRecord {
  const record: AttributionRecord = { inserted: [], deleted: [], blocks: {} };
  for (const provision of of.provisions) {
    const { before, after, segments, status } = provision;
    if (!isChange(status)) continue;
    const id: string = (after ?? before)!.node.attrs.id;
    const whole = state.blocks.get(id) ?? state.latest ?? undefined;
    if (whole !== undefined) record.blocks[id] = unpack(whole);
    for (const segment of segments) {
      const by = segment.op === "=" ? undefined : attributionOf(state, provision, segment);
      if (!by) continue;
      if (segment.op === "+") record.inserted.push(spanAt(after!.pos + 1, segment.fromB, segment.toB, by));
      else record.deleted.push(spanAt(before!.pos + 1, segment.fromA, segment.toA, by));
    }
  }
  return record;
}

/** A stretch of one block that a tracked file attributes, or (without width) the block; offsets count in its content. */
export interface ImportedSpan extends Attributed {
  side: "inserted" | "deleted";
  /** Id of the block, in the current text for an insertion, in the base for a deletion. */
  block: string;
  from: number;
  to: number;
}

/** Turns what a tracked file says about its two texts into a record that tracking can begin with. */
export function seedAttribution(base: Node, current: Node, spans: readonly ImportedSpan[]): AttributionRecord {
  const record: AttributionRecord = { inserted: [], deleted: [], blocks: {} };
  const places = { inserted: placesOf(current), deleted: placesOf(base) };
  for (const { side, block, from, to, author, date } of spans) {
    const pos = places[side].get(block);
    if (pos === undefined) continue;
    if (from < to) record[side].push(spanAt(pos + 1, from, to, { author, date }));
    record.blocks[block] ??= { author, date };
  }
  return { inserted: sorted(record.inserted), deleted: sorted(record.deleted), blocks: record.blocks };
}

function placesOf(doc: Node): Map<string, number> {
  const places = new Map<string, number>();
  doc.descendants((node, pos) => {
    if (node.isTextblock) places.set(node.attrs.id, pos);
    return !node.isTextblock;
  });
  return places;
}

function emptyChanges(origin: Node): ChangeSet<string> {
  return ChangeSet.create<string>(origin, (one, other) => (one === other ? one : null) as string);
}

function spanAt(start: number, from: number, to: number, { author, date }: Attributed): AttributedSpan {
  return { from: start + from, to: start + to, author, date };
}

function sorted(spans: readonly AttributedSpan[] = []): AttributedSpan[] {
  return [...spans].sort((one, other) => one.from - other.from);
}

/** Change sets compare data by identity: author and date travel as one string. */
function pack({ author, date }: Attributed): string {
  const minute = date.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/u, "$1:00$2");
  return `${minute}\u0001${author}`;
}

function unpack(data: string): Attributed {
  const at = data.indexOf("\u0001");
  return { author: data.slice(at + 1), date: data.slice(0, at) };
}

function vote(votes: Map<string, number>, data: string, weight: number): void {
  if (weight > 0) votes.set(data, (votes.get(data) ?? 0) + weight);
}

function voteSpans(spans: readonly AttributedSpan[], from: number, to: number, votes: Map<string, number>): void {
  for (let index = firstEnding(spans, (span) => span.to, from); index < spans.length; index++) {
    const span = spans[index]!;
    if (span.from >= to) break;
    vote(votes, pack(span), Math.min(span.to, to) - Math.max(span.from, from));
  }
}

/** Insertions since tracking began by their author, what stood there before by the earlier spans. */
function voteInserted(state: AttributionState, from: number, to: number, votes: Map<string, number>): void {
  const { changes } = state.changes;
  let at = from;
  let index = firstEnding(changes, (change) => change.toB, from);
  while (at < to) {
    const change = changes[index];
    const last = changes[index - 1];
    const shift = last ? last.toA - last.toB : 0;
    const end = Math.min(change ? Math.max(change.fromB, at) : to, to);
    voteSpans(state.earlier.inserted, at + shift, end + shift, votes);
    if (!change || change.fromB >= to) return;
    let start = change.fromB;
    for (const span of change.inserted) {
      vote(votes, span.data, Math.min(start + span.length, to) - Math.max(start, from));
      start += span.length;
    }
    at = Math.max(change.toB, end);
    index++;
  }
}

function voteDeleted(state: AttributionState, from: number, to: number, votes: Map<string, number>): void {
  voteSpans(state.earlier.deleted, from, to, votes);
  for (const [start, end] of inOrigin(state, from, to)) {
    const { changes } = state.changes;
    for (let index = firstEnding(changes, (change) => change.toA, start); index < changes.length; index++) {
      const change = changes[index]!;
      if (change.fromA >= end) break;
      let at = change.fromA;
      for (const span of change.deleted) {
        vote(votes, span.data, Math.min(at + span.length, end) - Math.max(at, start));
        at += span.length;
      }
    }
  }
}

const bridges = new WeakMap<Node, { base: Node; runs: { from: number; to: number; shift: number }[] }>();

/** Where a stretch of the base stood in the text with which tracking began. */
function inOrigin({ base, origin }: AttributionState, from: number, to: number): [number, number][] {
  if (base === origin) return [[from, to]];
  let bridge = bridges.get(origin);
  if (bridge?.base !== base) {
    const runs = redline(base, origin).provisions.flatMap(({ before, after, segments }) =>
      segments.flatMap((segment) => {
        if (segment.op !== "=" || !before || !after) return [];
        const start = before.pos + 1 + segment.fromA;
        const shift = after.pos + 1 + segment.fromB - start;
        return [{ from: start, to: before.pos + 1 + segment.toA, shift }];
      }),
    );
    runs.sort((one, other) => one.from - other.from);
    bridge = { base, runs };
    bridges.set(origin, bridge);
  }
  const found: [number, number][] = [];
  for (let index = firstEnding(bridge.runs, (run) => run.to, from); index < bridge.runs.length; index++) {
    const run = bridge.runs[index]!;
    if (run.from >= to) break;
    found.push([Math.max(run.from, from) + run.shift, Math.min(run.to, to) + run.shift]);
  }
  return found;
}

/** Everything known about insertions, as spans of the current text. */
function insertedSpans(state: AttributionState): AttributedSpan[] {
  const spans: AttributedSpan[] = [];
  for (const change of state.changes.changes) {
    let at = change.fromB;
    for (const span of change.inserted) {
      spans.push({ from: at, to: at + span.length, ...unpack(span.data) });
      at += span.length;
    }
  }
  for (const span of state.earlier.inserted) {
    let shift = 0;
    for (const change of state.changes.changes) if (change.toA <= span.from) shift = change.toB - change.toA;
    spans.push({ ...span, from: span.from + shift, to: span.to + shift });
  }
  return spans;
}

function mapSpan(span: AttributedSpan, mapping: Mapping): AttributedSpan[] {
  const from = mapping.map(span.from, 1);
  const to = mapping.map(span.to, -1);
  return to > from ? [{ ...span, from, to }] : [];
}

function insertedBy(maps: readonly StepMap[], by: Attributed): AttributedSpan[] {
  const spans: AttributedSpan[] = [];
  maps.forEach((map, index) => {
    map.forEach((_oldStart, _oldEnd, from, to) => {
      let [start, end] = [from, to];
      for (const later of maps.slice(index + 1)) [start, end] = [later.map(start, 1), later.map(end, -1)];
      if (end > start) spans.push({ from: start, to: end, ...by });
    });
  });
  return spans;
}

/** Index of the first entry that ends after a position; entries are sorted. */
function firstEnding<T>(entries: readonly T[], end: (entry: T) => number, position: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (end(entries[middle]!) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
