/**
 * Taking changes back, and walking them. Every command works on the exact redline, makes one
 * transaction and can be tried without doing it. Rejecting puts back what the base says, for a word, a
 * label, a provision or everything selected; the labels of the neighbours follow by the label policy.
 */
import { closeHistory } from "prosemirror-history";
import { Fragment, type Node } from "prosemirror-model";
import { type Command, type EditorState, Selection, TextSelection, type Transaction } from "prosemirror-state";
import { isChange, type Provision, type Redline } from "../redline/redline-types";
import { type Block, positionOfBlock } from "../schema/blocks";
import { changeGroups } from "./change-list";
import { exactRedline, redlineKey } from "./redline-plugin";
import { rejectAll } from "./reject-all";
import { replaceContainer } from "./replace-container";
import { restoreBlock } from "./restore-block";

/** Takes back one change of a provision: the run of segments that the index belongs to, or its label (-1). */
export function rejectChange(provisionId: string, segment: number): Command {
  return command((tr, review) => {
    const provision = review.find(provisionId);
    if (!provision) return false;
    if (!provision.before || !provision.after) return rejectWhole(tr, review, provision);
    if (segment < 0) return rejectLabel(tr, provision);
    const group = changeGroups(provision).find(({ from, to }) => segment >= from && segment <= to);
    return group !== undefined && rejectGroup(tr, provision, group);
  });
}

/** Takes a whole provision back to the base: text, label, level and place; an added one goes, a suppressed one returns. */
export function rejectProvision(provisionId: string): Command {
  return command((tr, review) => {
    const provision = review.find(provisionId);
    return provision !== undefined && rejectWhole(tr, review, provision);
  });
}

/** Puts a suppressed provision back where it stood. */
export function restoreProvision(provisionId: string): Command {
  return command((tr, review) => {
    const provision = review.find(provisionId);
    return provision?.status === "suppressed" && rejectWhole(tr, review, provision);
  });
}

/** Restores the suppressed provision that a walk through the changes stopped at. */
export const restoreAtCaret: Command = (state, dispatch, view) => {
  const { from, empty } = state.selection;
  if (!empty) return false;
  let place = 0;
  for (const { after, status, id } of exactRedline(state)?.provisions ?? []) {
    if (after) place = after.pos + 1 + (isChange(status) ? after.node.content.size : 0);
    else if (place === from) return restoreProvision(id)(state, dispatch, view);
  }
  return false;
};

/** Takes back every change that the selection touches; with everything selected, all of them. */
export const rejectInSelection: Command = (state, dispatch, view) => {
  const { from, to, empty } = state.selection;
  if (empty) return false;
  return command((tr, review) => {
    if (coversText(state)) return rejectAll(tr, review.base);
    const touched = review.provisions.filter((provision, index) =>
      touches(provision, review.provisions, index, from, to),
    );
    const byBase = touched.filter(({ before }) => before).sort((one, other) => one.before!.pos - other.before!.pos);
    const isWhole = ({ after }: Provision) =>
      after === null || (after.pos >= from - 1 && after.pos + after.node.nodeSize <= to + 1);
    // What moved goes home first, then what went comes back beside it, then what came goes.
    const whole = [
      ...byBase.filter((provision) => provision.moved && isWhole(provision)),
      ...byBase.filter(({ after }) => !after),
      ...touched.filter((provision) => !provision.before && isWhole(provision)),
      ...byBase.filter((provision) => provision.after && !provision.moved && isWhole(provision)),
    ];
    let done = false;
    for (const provision of whole) done = rejectWhole(tr, review, provision) || done;
    for (const provision of byBase.filter((one) => !isWhole(one))) {
      const start = provision.after!.pos + 1;
      for (const group of changeGroups(provision).reverse()) {
        const first = start + provision.segments[group.from]!.fromB;
        const last = start + provision.segments[group.to]!.toB;
        if (first <= to && last >= from) done = rejectGroup(tr, provision, group) || done;
      }
    }
    return done;
  })(state, dispatch, view);
};

/** Selects the next change after the caret, and from the last one the first. */
export const nextChange: Command = (state, dispatch) => {
  const stops = stopsOf(state);
  const { from, to } = state.selection;
  const next = stops.find((stop) => stop.from > from || (stop.from === from && stop.to > to)) ?? stops[0];
  return select(state, dispatch, next);
};

/** Selects the previous change before the caret, and from the first one the last. */
export const previousChange: Command = (state, dispatch) => {
  const stops = stopsOf(state);
  const { from } = state.selection;
  const before = stops.filter((stop) => stop.from < from);
  return select(state, dispatch, before[before.length - 1] ?? stops[stops.length - 1]);
};

interface Review {
  base: Node;
  provisions: readonly Provision[];
  find(id: string): Provision | undefined;
  /** Null for a block that moved and is not back yet. */
  idOf(baseId: string): string | null;
  /** Provisions that a command has brought back to their place. */
  back: Set<Provision>;
}

function command(edit: (tr: Transaction, review: Review) => boolean): Command {
  return (state, dispatch) => {
    const redline = exactRedline(state);
    const value = redlineKey.getState(state);
    if (!redline || !value) return false;
    const tr = closeHistory(state.tr);
    if (!edit(tr, reviewOf(value.base, redline)) || !tr.docChanged) return false;
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

function reviewOf(base: Node, { provisions }: Redline): Review {
  const byBase = new Map<string, Provision>();
  const back = new Set<Provision>();
  for (const provision of provisions) {
    if (provision.before && provision.after) byBase.set(provision.before.node.attrs.id, provision);
  }
  return {
    base,
    provisions,
    back,
    find: (id) => provisions.find((provision) => provision.id === id),
    idOf: (baseId) => {
      const provision = byBase.get(baseId);
      if (provision?.moved && !back.has(provision)) return null;
      return provision?.after?.node.attrs.id ?? baseId;
    },
  };
}

/** Where a block of the current text stands after what the transaction did so far. */
function standing(tr: Transaction, block: Block): number | null {
  const { id } = block.node.attrs;
  const pos = tr.mapping.map(block.pos);
  const node = pos < tr.doc.content.size ? tr.doc.nodeAt(pos) : null;
  return node?.isTextblock && node.attrs.id === id ? pos : positionOfBlock(tr.doc, id);
}

function rejectWhole(tr: Transaction, review: Review, provision: Provision): boolean {
  const { before, after } = provision;
  if (!after) return restoreBlock(tr, review.base, before!, review.idOf);
  const pos = standing(tr, after);
  if (pos === null) return false;
  if (!before) return provision.status === "added" && removeBlock(tr, pos);
  const { id } = after.node.attrs;
  const node = before.node.type.create({ ...before.node.attrs, id }, before.node.content);
  if (!provision.moved) return replaceBlock(tr, pos, node);
  // A block that moved is taken out and restored; its id stays its own.
  if (!removeBlock(tr, pos) || !restoreBlock(tr, review.base, { ...before, node }, review.idOf)) return false;
  review.back.add(provision);
  return true;
}

function replaceBlock(tr: Transaction, pos: number, node: Node): boolean {
  const old = tr.doc.nodeAt(pos);
  if (!old?.isTextblock) return false;
  const $pos = tr.doc.resolve(pos);
  if (old.type !== node.type && !$pos.parent.canReplaceWith($pos.index(), $pos.index() + 1, node.type)) return false;
  if (!old.content.eq(node.content)) tr.replaceWith(pos + 1, pos + 1 + old.content.size, node.content);
  if (old.type !== node.type || !sameAttributes(old, node)) tr.setNodeMarkup(pos, node.type, node.attrs);
  return true;
}

function sameAttributes(one: Node, other: Node): boolean {
  return Object.keys(one.attrs).every((name) => one.attrs[name] === other.attrs[name]);
}

function rejectGroup(
  tr: Transaction,
  { before, after, segments }: Provision,
  group: { from: number; to: number },
): boolean {
  const first = segments[group.from]!;
  const last = segments[group.to]!;
  const content = before!.node.content.cut(first.fromA, last.toA);
  const place = standing(tr, after!);
  if (place === null) return false;
  const pos = place + 1;
  tr.replaceWith(pos + first.fromB, pos + last.toB, content);
  return true;
}

/** The base's label is what the drafter asked for: the policy leaves it alone from now on. */
function rejectLabel(tr: Transaction, { before, after, relabelled }: Provision): boolean {
  if (!relabelled) return false;
  const pos = standing(tr, after!);
  if (pos === null) return false;
  const { label, separator } = before!.node.attrs;
  tr.setNodeMarkup(pos, null, { ...tr.doc.nodeAt(pos)!.attrs, label, separator, labelLocked: label !== "" });
  return true;
}

/** Takes a block out, with a container that would be empty without it; a section's items join the one above. */
function removeBlock(tr: Transaction, pos: number): boolean {
  const $pos = tr.doc.resolve(pos);
  const node = $pos.nodeAfter;
  if (!node?.isTextblock) return false;
  const opens = node.type.name === "call" && $pos.parent.type.name === "section";
  if (opens && $pos.parent.childCount > 1) return dissolveSection(tr, pos);
  for (let depth = $pos.depth, from = pos, size = node.nodeSize; depth >= 0; depth--) {
    const parent = $pos.node(depth);
    const index = $pos.index(depth);
    if (parent.canReplace(index, index + 1)) {
      tr.delete(from, from + size);
      return true;
    }
    // Only a container that holds nothing else goes with the block; a cell with neighbours stays, emptied.
    if (parent.childCount > 1 || depth === 0) return node.content.size > 0 && emptied(tr, pos, node);
    from = $pos.before(depth);
    size = parent.nodeSize;
  }
  return false;
}

function emptied(tr: Transaction, pos: number, node: Node): boolean {
  tr.delete(pos + 1, pos + 1 + node.content.size);
  return true;
}

function dissolveSection(tr: Transaction, pos: number): boolean {
  const $pos = tr.doc.resolve(pos);
  const above = $pos.node($pos.depth - 1);
  const index = $pos.index($pos.depth - 1);
  const previous = index > 0 ? above.child(index - 1) : null;
  if (previous?.type !== $pos.parent.type) return false;
  const merged = previous.copy(previous.content.append(Fragment.from($pos.parent.content.content.slice(1))));
  const siblings = [...above.content.content];
  siblings.splice(index - 1, 2, merged);
  return replaceContainer(tr, $pos.depth === 1 ? -1 : $pos.before($pos.depth - 1), above.copy(Fragment.from(siblings)));
}

function coversText({ doc, selection }: EditorState): boolean {
  return selection.from <= Selection.atStart(doc).from && selection.to >= Selection.atEnd(doc).to;
}

function touches(provision: Provision, all: readonly Provision[], index: number, from: number, to: number): boolean {
  if (!isChange(provision.status)) return false;
  const { after } = provision;
  if (after) return after.pos + 1 <= to && after.pos + after.node.nodeSize - 1 >= from;
  // A suppressed provision is in the selection when its neighbours in the merged order are.
  const previous = findStanding(all, index, -1);
  const next = findStanding(all, index, 1);
  const starts = previous ? previous.after!.pos + previous.after!.node.nodeSize : 0;
  const ends = next ? next.after!.pos : Number.POSITIVE_INFINITY;
  return from <= starts && to >= Math.min(ends, starts);
}

function findStanding(all: readonly Provision[], index: number, step: 1 | -1): Provision | null {
  for (let at = index + step; at >= 0 && at < all.length; at += step) if (all[at]!.after) return all[at]!;
  return null;
}

interface Stop {
  from: number;
  to: number;
}

/** Where a walk through the changes stops, in reading order; a suppressed provision is met before what follows it. */
function stopsOf(state: EditorState): Stop[] {
  const redline = exactRedline(state);
  if (!redline) return [];
  const stops: Stop[] = [];
  let place = 0;
  for (const provision of redline.provisions) {
    const { after, before, status, segments } = provision;
    if (after) place = after.pos + 1;
    if (!isChange(status)) continue;
    if (!after) {
      stops.push({ from: place, to: place });
      continue;
    }
    if (!before) stops.push({ from: place, to: place + after.node.content.size });
    else if (provision.relabelled || provision.moved) stops.push({ from: place, to: place });
    for (const { from, to } of before ? changeGroups(provision) : []) {
      stops.push({ from: place + segments[from]!.fromB, to: place + segments[to]!.toB });
    }
    place += after.node.content.size;
  }
  const distinct = stops.filter((stop, index) => {
    const last = stops[index - 1];
    return !last || last.from !== stop.from || last.to !== stop.to;
  });
  return distinct.sort((one, other) => one.from - other.from || one.to - other.to);
}

function select(
  state: EditorState,
  dispatch: ((tr: Transaction) => void) | undefined,
  stop: Stop | undefined,
): boolean {
  if (!stop) return false;
  const { doc } = state;
  const $from = doc.resolve(Math.min(stop.from, doc.content.size));
  const $to = doc.resolve(Math.min(stop.to, doc.content.size));
  const selection =
    $from.parent.inlineContent && $to.parent.inlineContent ? TextSelection.between($from, $to) : Selection.near($from);
  dispatch?.(state.tr.setSelection(selection).scrollIntoView());
  return true;
}
