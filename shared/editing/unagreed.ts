/**
 * Square brackets around unagreed text: put, given alternatives, settled, dropped, walked. Brackets are typed text,
 * so that each of these edits is an ordinary one: tracked against the base, undone in one step, written to every
 * format. Who holds an alternative is a mark on its sign, which no redline sees.
 */
import { closeHistory } from "prosemirror-history";
import { type Command, TextSelection, type Transaction } from "prosemirror-state";
import { bracketSigns } from "../model/square-brackets";
import { type Alternative, type BracketPair, bracketsOf, pairAround } from "../schema/brackets";
import { deleteSelected } from "./delete-selection";
import { commandOf, type Edit } from "./edit";
import { blockAround } from "./place";

const { typed } = bracketSigns;

/** Puts the selection in square brackets, or without one the provision at the caret. */
export const bracketSelection: Edit = (tr) => {
  const range = rangeToBracket(tr);
  if (!range) return false;
  const { from, to } = range;
  closeHistory(tr).insertText(typed.close, to).insertText(typed.open, from);
  tr.setSelection(TextSelection.create(tr.doc, from + 1, to + 1));
  return true;
};

/** Adds an alternative behind the others of the brackets at the caret, and waits for its words. */
export const addAlternative: Edit = (tr) => {
  const pair = pairAtSelection(tr) ?? (bracketSelection(tr) ? pairAtSelection(tr) : null);
  if (!pair) return false;
  const at = pair.close.pos;
  const before = tr.doc.textBetween(at - 1, at, undefined, "\uFFFC");
  const stroke = /\s/u.test(before) ? typed.alternative.trimStart() : typed.alternative;
  closeHistory(tr).insertText(stroke, at);
  tr.setSelection(TextSelection.create(tr.doc, at + stroke.length));
  return true;
};

/** Agrees on the bracketed text: the alternative at the caret stays, the brackets and the others go. */
export const settleBrackets: Edit = (tr) => {
  const pair = pairAtSelection(tr);
  if (!pair) return false;
  const { from } = tr.selection;
  return settle(tr, pair, pair.alternatives.filter(({ sign }) => sign.pos < from).at(-1) ?? pair.alternatives[0]!);
};

/** Drops the bracketed text at the caret with its brackets; a provision that was nothing else is suppressed. */
export const dropBracketed: Edit = (tr) => {
  const pair = pairAtSelection(tr);
  return pair !== null && drop(tr, pair);
};

/** Agrees on one alternative, named by the position of its sign. */
export function settleOn(sign: number): Command {
  return commandOf((tr) => {
    for (const pair of bracketsOf(tr.doc).pairs) {
      const kept = pair.alternatives.find((alternative) => alternative.sign.pos === sign);
      if (kept) return settle(tr, pair, kept);
    }
    return false;
  });
}

/** Drops a pair, named by the position of its opening bracket. */
export function dropPair(open: number): Command {
  return commandOf((tr) => {
    const pair = bracketsOf(tr.doc).pairs.find((each) => each.open.pos === open);
    return pair !== undefined && drop(tr, pair);
  });
}

/** Notes who holds the alternative whose sign stands at a position; nobody when `by` is empty. */
export function setHolders(sign: number, by: string): Command {
  return (state, dispatch) => {
    const { held } = state.schema.marks;
    const now = state.doc.nodeAt(sign)?.marks.find(({ type }) => type === held)?.attrs.by ?? "";
    const names = by.replace(/\s+/gu, " ").trim();
    if (!state.doc.nodeAt(sign)?.isText || names === now) return false;
    const tr = state.tr.removeMark(sign, sign + 1, held);
    dispatch?.(names === "" ? tr : tr.addMark(sign, sign + 1, held!.create({ by: names })));
    return true;
  };
}

/** Selects the next bracketed text, and from the last one the first. */
export const nextBracket: Edit = (tr) => {
  const { from } = tr.selection;
  const { pairs } = bracketsOf(tr.doc);
  // A selected pair begins where the selection does; its inner pairs come behind it.
  return select(tr, pairs.find(({ open }) => open.pos > from || (open.pos === from && tr.selection.empty)) ?? pairs[0]);
};

/** Selects the previous bracketed text, and from the first one the last. */
export const previousBracket: Edit = (tr) => {
  const { from } = tr.selection;
  const { pairs } = bracketsOf(tr.doc);
  return select(tr, pairs.filter(({ open }) => open.pos < from).at(-1) ?? pairs.at(-1));
};

function select(tr: Transaction, pair: BracketPair | undefined): boolean {
  if (!pair) return false;
  tr.setSelection(TextSelection.create(tr.doc, pair.open.pos, pair.close.pos + 1));
  return true;
}

function pairAtSelection({ doc, selection }: Transaction): BracketPair | null {
  return selection instanceof TextSelection ? pairAround(doc, selection.from, selection.to) : null;
}

/** What would stand between the brackets: without the spaces at its ends, and inside text at both of them. */
function rangeToBracket({ doc, selection }: Transaction): { from: number; to: number } | null {
  if (!(selection instanceof TextSelection)) return null;
  const block = blockAround(selection.$from);
  if (!block) return null;
  if (selection.empty) return { from: block.pos + 1, to: block.pos + 1 + block.node.content.size };
  const text = (from: number, to: number) => doc.textBetween(from, to, undefined, "\uFFFC");
  const last = blockAround(selection.$to)!;
  const begin = text(selection.from, Math.min(selection.to, block.pos + 1 + block.node.content.size));
  const end = text(Math.max(selection.from, last.pos + 1), selection.to);
  const from = selection.from + begin.length - begin.trimStart().length;
  const to = selection.to - end.length + end.trimEnd().length;
  return from < to ? { from, to } : null;
}

function settle(tr: Transaction, { open, close }: BracketPair, { from, to }: Alternative): boolean {
  remove(closeHistory(tr), to, close.pos + 1);
  remove(tr, open.pos, from);
  tr.setSelection(TextSelection.create(tr.doc, open.pos));
  return true;
}

function drop(tr: Transaction, { open, close }: BracketPair): boolean {
  const { doc } = closeHistory(tr);
  const $open = doc.resolve(open.pos);
  const $close = doc.resolve(close.pos + 1);
  const isWhole = $open.parentOffset === 0 && $close.parentOffset === $close.parent.content.size;
  if (isWhole && $open.parent.type.name !== "call" && $open.sameParent($close) && $open.node(-1).childCount > 1) {
    tr.delete($open.before(), $close.after());
    return true;
  }
  const around = `${doc.textBetween(Math.max(open.pos - 1, $open.start()), open.pos)}${doc.textBetween(close.pos + 1, Math.min(close.pos + 2, $close.end()))}`;
  // Of the two spaces around what goes, one would be too many.
  const spaces = /^\s\s$/u.test(around) ? 1 : 0;
  remove(tr, open.pos - spaces, close.pos + 1);
  return true;
}

function remove(tr: Transaction, from: number, to: number): void {
  if (from >= to) return;
  tr.setSelection(TextSelection.create(tr.doc, from, to));
  deleteSelected(tr);
}
