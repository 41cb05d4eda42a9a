/**
 * The redline while somebody types. An update looks only at the blocks an edit touched and keeps its
 * findings in a small overlay on the last exact redline; new, lost and restored blocks are repaired in
 * place by their ids. `settleInSteps` replaces all of it by the exact redline, and whatever leaves the
 * program is settled first: ids serve speed, never the result.
 */
import type { Node } from "prosemirror-model";
import { type Block, blocksOf } from "../schema/blocks";
import { loneProvision, pairedProvision, sameMarks } from "./provision";
import { redlineInSteps } from "./redline";
import type { Counts, Provision, Redline } from "./redline-types";
import { finish, type Steps } from "./steps";
import { type Arrived, blocksWithIds, type Region, touchedBlocks } from "./touched-blocks";

/** Where a struck block is shown: right after or right before a block of the current text. */
export interface StruckPlace {
  /** Id of that block; null only in a document that has no other. */
  anchor: string | null;
  side: "after" | "before";
}

/** A provision shown where it stood: suppressed, or moved away. */
export interface Struck extends StruckPlace {
  provision: Provision;
}

export interface LiveRedline {
  readonly base: Node;
  readonly current: Node;
  /** True when nothing was edited since the redline was computed as a whole. */
  readonly settled: boolean;
  /** The last exact redline; equal to the redline of base and current only when settled. */
  readonly redline: Redline;
  readonly counts: Counts;
  /** Ids of the blocks whose marks the last update changed: all that a view must draw again. */
  readonly touched: readonly string[];
  /** True when struck blocks appeared, vanished or changed place in the last update. */
  readonly struckChanged: boolean;
  /** Provisions of the exact redline by block id: the current block's, or the suppressed one's own. */
  readonly index: ReadonlyMap<string, Provision>;
  /** What edits changed since: null for a block that came and went. */
  readonly overlay: ReadonlyMap<string, Provision | null>;
  /** Places of blocks that went since. */
  readonly places: ReadonlyMap<string, StruckPlace>;
  /** How often an id occurs now beyond what the exact redline says. */
  readonly surplus: ReadonlyMap<string, number>;
}

/** Starts with the exact redline. */
export function startLive(base: Node, current: Node): LiveRedline {
  return finish(startInSteps(base, current));
}

function* startInSteps(base: Node, current: Node): Steps<LiveRedline> {
  const redline = yield* redlineInSteps(blocksOf(base), blocksOf(current), current.attrs.language);
  yield;
  const index = indexOf(redline);
  return {
    base,
    current,
    settled: true,
    redline,
    counts: redline.counts,
    touched: [...index.keys()],
    struckChanged: true,
    index,
    overlay: new Map(),
    places: new Map(),
    surplus: new Map(),
  };
}

/** Takes an edit in; costs what the edit touched. */
export function updateLive(live: LiveRedline, current: Node): LiveRedline {
  if (current === live.current)
    return live.touched.length === 0 ? live : { ...live, touched: [], struckChanged: false };
  const overlay = new Map(live.overlay);
  const places = new Map(live.places);
  const surplus = new Map(live.surplus);
  const counts = { ...live.counts };
  const touched = new Set<string>();
  const frame = frameTest(live.base, current);
  let struckChanged = false;
  const present = (id: string) => (live.index.get(id)?.after ? 1 : 0) + (surplus.get(id) ?? 0) > 0;
  const set = (id: string, provision: Provision | null) => {
    const known = overlay.has(id) ? overlay.get(id)! : live.index.get(id);
    if (known && known.status !== "frame") counts[statusCounted(known)]--;
    if (provision && provision.status !== "frame") counts[statusCounted(provision)]++;
    if (isStruck(known) !== isStruck(provision)) struckChanged = true;
    overlay.set(id, provision);
    touched.add(id);
  };
  const regions = touchedBlocks(live.current, current);
  for (const { gone, come } of regions) {
    for (const node of gone) surplus.set(node.attrs.id, (surplus.get(node.attrs.id) ?? 0) - 1);
    for (const { node } of come) surplus.set(node.attrs.id, (surplus.get(node.attrs.id) ?? 0) + 1);
  }
  const seen = new Set<string>();
  for (const region of regions) {
    for (const arrived of region.come) {
      const id: string = arrived.node.attrs.id;
      // After a split both halves carry the id for a moment: the first half keeps it.
      if (seen.has(id)) continue;
      seen.add(id);
      set(id, provisionNow(live, arrived, frame(arrived), current.attrs.language));
      places.delete(id);
    }
  }
  const twins = new Set<string>();
  for (const region of regions) {
    region.gone.forEach((node, index) => {
      const id: string = node.attrs.id;
      if (seen.has(id)) return;
      if (present(id)) {
        twins.add(id);
        return;
      }
      const before = live.index.get(id)?.before ?? null;
      places.set(id, placeInRegion(region, index, seen));
      set(id, before ? loneProvision(live.index.get(id)!.id, before, null, "suppressed") : null);
      struckChanged = true;
    });
  }
  // A copy lost the id that it shared for a moment; the one who keeps it stands somewhere else.
  if (twins.size > 0) {
    for (const arrived of blocksWithIds(current, twins)) {
      set(arrived.node.attrs.id, provisionNow(live, arrived, frame(arrived), current.attrs.language));
    }
  }
  return { ...live, current, settled: false, counts, touched: [...touched], struckChanged, overlay, places, surplus };
}

/**
 * Replaces everything by the exact redline, with rests in which nothing is changed yet; `touched` names the blocks that
 * look different then.
 */
export function* settleInSteps(live: LiveRedline): Steps<LiveRedline> {
  if (live.settled) return live;
  const fresh = yield* startInSteps(live.base, live.current);
  yield;
  const touched: string[] = [];
  for (const [id, provision] of fresh.index) {
    const shown = provisionOfBlock(live, id);
    if (!shown || !sameMarks(shown, provision)) touched.push(id);
  }
  yield;
  const [shown, exact] = [struckOf(live), struckOf(fresh)];
  const struckChanged = shown.length !== exact.length || shown.some((one, index) => !sameStruck(one, exact[index]!));
  return { ...fresh, touched, struckChanged };
}

function isStruck(provision: Provision | null | undefined): boolean {
  return provision != null && (provision.status === "suppressed" || provision.moved);
}

function sameStruck(one: Struck, other: Struck): boolean {
  return one.anchor === other.anchor && one.side === other.side && sameMarks(one.provision, other.provision);
}

/** The provision of a block of the current text, by the block's id. */
export function provisionOfBlock(live: LiveRedline, id: string): Provision | null {
  const changed = live.overlay.get(id);
  return changed === undefined ? (live.index.get(id) ?? null) : changed;
}

/** Everything shown where it stood in the base, in the order of the base. */
export function struckOf(live: LiveRedline): Struck[] {
  const struck: Struck[] = [];
  for (const entry of struckOfRedline(live.redline)) {
    const id: string = (entry.provision.after ?? entry.provision.before)!.node.attrs.id;
    // Another block of the current text may carry the id of a suppressed one.
    const changed = live.index.get(id) === entry.provision ? live.overlay.get(id) : undefined;
    const provision = changed === undefined ? entry.provision : changed;
    if (provision && (provision.status === "suppressed" || provision.moved)) {
      struck.push({ ...resolvePlace(live, entry), provision });
    }
  }
  for (const [id, place] of live.places) {
    const provision = live.overlay.get(id);
    // What the exact redline already strikes elsewhere is not struck twice.
    const known = live.index.get(id);
    if (!provision || known?.status === "suppressed" || known?.moved) continue;
    struck.push({ ...resolvePlace(live, place), provision });
  }
  return struck.sort((one, other) => one.provision.before!.pos - other.provision.before!.pos);
}

function indexOf(redline: Redline): Map<string, Provision> {
  const index = new Map<string, Provision>();
  for (const provision of redline.provisions) {
    if (provision.after) index.set(provision.after.node.attrs.id, provision);
  }
  // The id of a suppressed block finds it again when undo brings the block back.
  for (const provision of redline.provisions) {
    const id = provision.before?.node.attrs.id;
    if (!provision.after && !index.has(id)) index.set(id, provision);
  }
  return index;
}

function provisionNow(live: LiveRedline, arrived: Arrived, isFrame: boolean, language: string): Provision {
  const { node, pos, containers } = arrived;
  const known = live.index.get(node.attrs.id);
  const path = known?.after?.path ?? known?.before?.path ?? [node.attrs.label].filter(Boolean);
  const cell = known?.after?.cell ?? null;
  const after: Block = {
    node,
    pos,
    containers,
    path,
    part: known?.after?.part ?? "",
    cell,
    proposal: known?.after?.proposal ?? -1,
    baseId: known?.after?.baseId ?? "",
  };
  if (!known?.before) return loneProvision(known?.id ?? `n ${node.attrs.id}`, null, after, isFrame ? "frame" : "added");
  return pairedProvision(known.id, known.before, after, known.moved, language, null);
}

function frameTest(base: Node, current: Node): (arrived: Arrived) => boolean {
  const framed = blocksOf(base).length === 0 || (isFramed(base) && isFramed(current));
  return ({ containers }) =>
    containers.includes("reasons") || (framed && !/^(?:proposal|footnotes)$/u.test(containers[0] ?? ""));
}

function isFramed(doc: Node): boolean {
  for (let index = 0; index < doc.childCount; index++) if (doc.child(index).type.name === "proposal") return true;
  return false;
}

function placeInRegion(region: Region, index: number, stayed: ReadonlySet<string>): StruckPlace {
  for (let at = index - 1; at >= 0; at--) {
    const id: string = region.gone[at]!.attrs.id;
    if (stayed.has(id)) return { anchor: id, side: "after" };
  }
  if (region.sameContainer && region.previous !== null) return { anchor: region.previous, side: "after" };
  for (let at = index + 1; at < region.gone.length; at++) {
    const id: string = region.gone[at]!.attrs.id;
    if (stayed.has(id)) return { anchor: id, side: "before" };
  }
  if (region.next !== null) return { anchor: region.next, side: "before" };
  return { anchor: region.previous, side: "after" };
}

/** An anchor may have gone itself since: then its own place counts. */
function resolvePlace(live: LiveRedline, place: StruckPlace): StruckPlace {
  let { anchor, side } = place;
  const passed = new Set<string>();
  while (anchor !== null && live.places.has(anchor) && !passed.has(anchor)) {
    passed.add(anchor);
    ({ anchor, side } = live.places.get(anchor)!);
  }
  return { anchor, side };
}

const struckLists = new WeakMap<Redline, Struck[]>();

function struckOfRedline(redline: Redline): Struck[] {
  const known = struckLists.get(redline);
  if (known) return known;
  const struck: Struck[] = [];
  const { placements } = redline;
  const next: (string | null)[] = new Array(placements.length).fill(null);
  for (let index = placements.length - 1, id: string | null = null; index >= 0; index--) {
    next[index] = id;
    const { provision, side } = placements[index]!;
    if (side !== "before") id = provision.after!.node.attrs.id;
  }
  let previous: Block | null = null;
  let previousBefore: Block | null = null;
  placements.forEach(({ provision, side }, index) => {
    if (side === "before") {
      // It stays with the block before it when the two stood together in the base.
      const joins = previous !== null && previousBefore?.containers === provision.before!.containers;
      const anchor = joins || next[index] === null ? (previous?.node.attrs.id ?? next[index]) : next[index];
      struck.push({ provision, anchor: anchor ?? null, side: anchor === next[index] ? "before" : "after" });
      return;
    }
    previous = provision.after;
    if (side === "both") previousBefore = provision.before;
    else previousBefore ??= null;
  });
  struckLists.set(redline, struck);
  return struck;
}

function statusCounted({ status }: Provision): keyof Counts {
  return status === "formatted" || status === "frame" ? "modified" : status;
}
