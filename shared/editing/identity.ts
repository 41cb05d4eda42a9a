/**
 * Every block has an id that no other block has, always. An edit keeps the ids of what it keeps; a new
 * block (the second half of a split, an insertion, a copy) gets a new one in the same transaction.
 * Of two blocks with the same id the one that was there before keeps it, so a cut and paste keeps
 * identity and a copy does not. Ids are never used twice in a session, nor across a saved draft.
 */
import { isHistoryTransaction } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state";
import { Mapping } from "prosemirror-transform";

interface IdentityState {
  /** The highest number given to a new block so far. */
  last: number;
}

const identityKey = new PluginKey<IdentityState>("identity");

/** Keeps ids unique; `known` are documents whose ids must not be given again. */
export function identityPlugin(known: readonly Node[]): Plugin<IdentityState> {
  return new Plugin<IdentityState>({
    key: identityKey,
    state: {
      init: (_, state) => ({ last: Math.max(...[state.doc, ...known].map(highestGiven)) }),
      apply: (tr, value) => tr.getMeta(identityKey) ?? value,
    },
    appendTransaction(transactions, before, after) {
      const edits = transactions.filter((tr) => tr.docChanged);
      if (edits.length === 0 || !edits.some(changesStructure)) return null;
      return giveIds(edits, before, after);
    },
  });
}

/** True when a transaction may have added, changed or taken away a block: text edits inside a block cannot. */
export function changesStructure(tr: Transaction): boolean {
  return tr.steps.some((step, i) => {
    const doc = tr.docs[i]!;
    const { from, to, slice } = step as unknown as { from?: number; to?: number; slice?: { content: Node["content"] } };
    if (from === undefined || to === undefined) return true;
    if (slice && slice.content.childCount > 0 && !slice.content.firstChild!.isInline) return true;
    const $from = doc.resolve(from);
    return !$from.parent.inlineContent || !$from.sameParent(doc.resolve(to));
  });
}

function giveIds(edits: readonly Transaction[], before: EditorState, after: EditorState): Transaction | null {
  const seen = new Map<string, number>();
  const nameless: number[] = [];
  const twins: { id: string; first: number; second: number }[] = [];
  after.doc.descendants((node, pos) => {
    const id = node.attrs.id;
    if (id !== undefined) {
      const first = seen.get(id);
      if (id === "") nameless.push(pos);
      else if (first === undefined) seen.set(id, pos);
      else twins.push({ id, first, second: pos });
    }
    return !node.isTextblock;
  });
  // What undo brings back without a name had none in the base; naming it would keep undo from ever reaching the base.
  if (edits.some(isHistoryTransaction)) nameless.length = 0;
  if (nameless.length === 0 && twins.length === 0) return null;

  const mapping = new Mapping(edits.flatMap((tr) => tr.mapping.maps));
  const copies = twins.map(({ id, first, second }) => (stood(before.doc, mapping, id) === second ? first : second));
  let { last } = identityKey.getState(after)!;
  const tr = after.tr;
  for (const pos of [...nameless, ...copies].sort((a, b) => a - b)) {
    const { attrs } = after.doc.nodeAt(pos)!;
    last++;
    // A copy was not read from the source, so it has no slice of its own there.
    tr.setNodeMarkup(pos, null, { ...attrs, id: `n${last}`, ...("slice" in attrs ? { slice: null } : {}) });
  }
  return tr.setMeta(identityKey, { last });
}

/** Where the block with this id, as it stood before, stands now; -1 when it was deleted or unknown. */
function stood(doc: Node, mapping: Mapping, id: string): number {
  let place = -1;
  doc.descendants((node, pos) => {
    if (node.attrs.id === id) {
      const { pos: now, deletedAfter } = mapping.mapResult(pos, 1);
      place = deletedAfter ? -1 : now;
    }
    return place < 0 && !node.isTextblock;
  });
  return place;
}

function highestGiven(doc: Node): number {
  let highest = 0;
  doc.descendants((node) => {
    const given = /^n(\d+)$/.exec(node.attrs.id ?? "");
    if (given) highest = Math.max(highest, Number(given[1]));
    return !node.isTextblock;
  });
  return highest;
}
