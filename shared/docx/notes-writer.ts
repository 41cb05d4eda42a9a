/**
 * The bodies of notes. A note is written where Word looks for it, in the notes part, once for each
 * way it is referred to: a reference in both texts gives one note that shows what changed in it, a
 * deleted reference a note that is deleted whole, an inserted one a note that is inserted whole
 * (ECMA-376 Part 1 §17.11). A note that nothing refers to is not part of the text.
 */
import type { Node } from "prosemirror-model";
import type { Redline, Segment } from "../redline/redline-types";
import { type Block, noteBlocksOf } from "../schema/blocks";
import type { Pairing } from "./merged-body";
import { mergeFlows, pairingOf } from "./merged-body";
import type { MergedItem } from "./merged-items";
import { noteKey } from "./note-keys";
import type { Revision } from "./revision-writer";

export interface PlannedNote {
  id: string;
  automatic: boolean;
  items: MergedItem[];
  /** The change that the whole note belongs to. */
  revision: Revision | null;
  /** True for a note that the source file has already. */
  present: boolean;
  /** The names of the note in the base and in the current text. */
  formerly: string | null;
  now: string | null;
}

export class NoteRegister {
  readonly planned: PlannedNote[] = [];
  private readonly ids = new Map<string, string>();
  private readonly before: ReadonlyMap<string, Block[]>;
  private readonly after: ReadonlyMap<string, Block[]>;
  private readonly pairing: Pairing;

  constructor(
    base: Node,
    current: Node,
    redline: Redline,
    /** The first id that no note of the package has. */
    private next: number,
    /** Notes of the source file, which keep their ids (`footnote-2`). */
    private readonly present: ReadonlySet<string> = new Set(),
  ) {
    this.before = noteBlocksOf(base);
    this.after = noteBlocksOf(current);
    this.pairing = pairingOf(redline);
  }

  /** The id of the note that these references, in the base and in the current text, name. */
  idOf(before: Node | null, after: Node | null, revision: Revision | null): string {
    const key = `${before?.attrs.note ?? ""}|${after?.attrs.note ?? ""}|${revision?.kind ?? ""}`;
    const known = this.ids.get(key);
    if (known) return known;
    // An inserted note that the file has already is the file's own insertion, unless the base refers to it elsewhere.
    const inserted: string = after?.attrs.note ?? "";
    const own: string = before ? before.attrs.note : this.before.has(inserted) ? "" : inserted;
    const present = this.present.has(own);
    const id = present ? own : noteKey("footnote", this.next++);
    this.ids.set(key, id);
    const items = this.merge(
      (before && this.before.get(before.attrs.note)) ?? [],
      (after && this.after.get(after.attrs.note)) ?? [],
    );
    // In text that is not tracked (a new resolution, the frame) neither is the note.
    const settled = !before && !revision ? items.map(settle) : items;
    this.planned.push({
      id,
      automatic: (after ?? before)!.attrs.automatic,
      items: settled,
      revision,
      present,
      formerly: before?.attrs.note ?? null,
      now: after?.attrs.note ?? null,
    });
    return id;
  }

  private merge(before: readonly Block[], after: readonly Block[]): MergedItem[] {
    const [a, b] = [before[0], after[0]];
    const provision = a && this.pairing.before.get(a.pos);
    if (a && b && before.length === 1 && after.length === 1 && provision?.after?.pos !== b.pos) {
      // One note with another text is still one note: it keeps its mark.
      const [toA, toB] = [a.node.content.size, b.node.content.size];
      const segments: Segment[] = [];
      if (toA > 0) segments.push({ op: "-", text: "", fromA: 0, toA, fromB: 0, toB: 0 });
      if (toB > 0) segments.push({ op: "+", text: "", fromA: toA, toA, fromB: 0, toB });
      return [{ kind: "paragraph", presence: "both", before: a, after: b, segments, provision: provision ?? null }];
    }
    const flow = (blocks: readonly Block[]) => blocks.map((block) => ({ kind: "block" as const, block }));
    return mergeFlows(flow(before), flow(after), this.pairing);
  }
}

function settle(item: MergedItem): MergedItem {
  if (item.kind === "table") return item;
  return { ...item, presence: "frame", segments: item.segments.map((segment) => ({ ...segment, op: "=" })) };
}
