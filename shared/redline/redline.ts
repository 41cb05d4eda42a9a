/**
 * The redline: a pure function of two documents. Blocks are aligned by text and structure, paired
 * blocks compared word by word, and everything is told in one merged order in which what was
 * suppressed stands where it stood, before what replaced it. Equal inputs give equal output to the
 * byte; without the `+` side it is the base, without the `-` side the current text.
 */
import type { Node } from "prosemirror-model";
import { type Block, blocksOf } from "../schema/blocks";
import { alignInSteps, type Pairing } from "./align";
import type { NoteKeys } from "./block-diff";
import { deriveMarker } from "./marker";
import { mergeOrders } from "./merged-order";
import { loneProvision, pairedProvision } from "./provision";
import type { Counts, Placement, Provision, Redline } from "./redline-types";
import { finish, type Steps } from "./steps";

/** Compares two documents. */
export function redline(base: Node, current: Node): Redline {
  return finish(redlineInSteps(blocksOf(base), blocksOf(current), current.attrs.language));
}

/** How many provisions are compared between two rests: those that were compared before take a microsecond each. */
const stride = 64;

/** Compares two documents that were already flattened, with rests. */
export function* redlineInSteps(before: readonly Block[], after: readonly Block[], language: string): Steps<Redline> {
  if (before === after) return besideItself(after, language);
  const pairing = yield* alignInSteps(before, after);
  yield;
  const notes = noteKeys(before, after, pairing);
  const frame = frameOf(after, pairing);
  const provisions: Provision[] = [];
  const placements: Placement[] = [];
  const byBase = new Map<number, Provision>();
  let serial = 0;
  for (const [line, { a, b }] of mergeOrders(pairing).entries()) {
    if (line % stride === 0) yield;
    const [blockA, blockB] = [before[a] ?? null, after[b] ?? null];
    if (blockB && !blockA) {
      const provision = loneProvision(`n${++serial}`, null, blockB, frame[b] ? "frame" : "added");
      provisions.push(provision);
      placements.push({ provision, side: "after" });
    } else if (blockA && blockB) {
      const provision =
        byBase.get(a) ?? pairedProvision(`b${a + 1}`, blockA, blockB, pairing.moved[b] === 1, language, notes);
      provisions.push(provision);
      placements.push({ provision, side: provision.moved ? "after" : "both" });
      byBase.set(a, provision);
    } else if (blockA) {
      const counterpart = pairing.toCurrent[a]!;
      const other = after[counterpart];
      if (other) {
        // It moved: here it stood, the provision itself is told where it stands now.
        const provision = byBase.get(a) ?? pairedProvision(`b${a + 1}`, blockA, other, true, language, notes);
        byBase.set(a, provision);
        placements.push({ provision, side: "before" });
      } else {
        const provision = loneProvision(`b${a + 1}`, blockA, null, "suppressed");
        provisions.push(provision);
        placements.push({ provision, side: "before" });
      }
    }
  }
  return { provisions, placements, counts: countStatuses(provisions), marker: deriveMarker(provisions) };
}

/** What comparing a document with a copy of itself gives: every block paired with itself. A base is opened this way. */
function besideItself(blocks: readonly Block[], language: string): Redline {
  const provisions = blocks.map((block, at) => pairedProvision(`b${at + 1}`, block, block, false, language, null));
  const placements = provisions.map((provision): Placement => ({ provision, side: "both" }));
  return { provisions, placements, counts: countStatuses(provisions), marker: deriveMarker(provisions) };
}

/** Two references are equal when their notes were paired; ids of notes mean nothing across documents. */
function noteKeys(before: readonly Block[], after: readonly Block[], { toCurrent }: Pairing): NoteKeys | null {
  const keysBefore = new Map<string, string>();
  const keysAfter = new Map<string, string>();
  before.forEach((block, index) => {
    if (block.node.type.name !== "footnote") return;
    const { note } = block.node.attrs;
    keysBefore.set(note, `b${index}`);
    const counterpart = after[toCurrent[index]!];
    if (counterpart?.node.type.name === "footnote") keysAfter.set(counterpart.node.attrs.note, `b${index}`);
  });
  after.forEach((block, index) => {
    if (block.node.type.name !== "footnote") return;
    const { note } = block.node.attrs;
    if (!keysAfter.has(note)) keysAfter.set(note, `n${index}`);
  });
  if (keysBefore.size === 0 && keysAfter.size === 0) return null;
  return { before: (note) => keysBefore.get(note) ?? "", after: (note) => keysAfter.get(note) ?? "" };
}

/** Marks the blocks of the current text that belong to the proposal's frame, notes of the frame included. */
function frameOf(after: readonly Block[], { zonesOfCurrent, toBase }: Pairing): Uint8Array {
  const frame = new Uint8Array(after.length);
  for (const zone of zonesOfCurrent) {
    if (zone.kind !== "front" && zone.kind !== "reasons") continue;
    for (const unit of zone.units) frame.fill(1, unit.from, unit.to);
  }
  const isNewNote = ({ node }: Block, index: number) => node.type.name === "footnote" && toBase[index] === -1;
  if (!after.some(isNewNote)) return frame;
  const referred = [new Set<string>(), new Set<string>()];
  after.forEach(({ node }, index) => {
    node.forEach((leaf) => {
      // A reference in a paired block of the frame is tracked, like the block.
      const side = frame[index] && toBase[index] === -1 ? 1 : 0;
      if (leaf.type.name === "footnoteReference") referred[side]!.add(leaf.attrs.note);
    });
  });
  after.forEach((block, index) => {
    const { note } = block.node.attrs;
    if (isNewNote(block, index) && referred[1]!.has(note) && !referred[0]!.has(note)) frame[index] = 1;
  });
  return frame;
}

/** Counts provisions by status; a typographic change counts as modified, the frame is not counted. */
export function countStatuses(provisions: readonly Provision[]): Counts {
  const counts: Counts = { added: 0, modified: 0, suppressed: 0, relabelled: 0, moved: 0, unchanged: 0 };
  for (const { status } of provisions) {
    if (status === "frame") continue;
    counts[status === "formatted" ? "modified" : status]++;
  }
  return counts;
}
