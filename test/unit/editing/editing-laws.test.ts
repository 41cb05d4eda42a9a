/** Laws that hold whatever is done, in whatever order. */
import fc from "fast-check";
import { redo, undo } from "prosemirror-history";
import { type Command, type EditorState, TextSelection } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { changeLevel } from "../../../shared/editing/change-level";
import { changesOf } from "../../../shared/editing/change-list";
import { type Copied, copiedBlocks } from "../../../shared/editing/copied-blocks";
import { deleteSelected } from "../../../shared/editing/delete-selection";
import { commandOf } from "../../../shared/editing/edit";
import { insertFootnote } from "../../../shared/editing/footnotes";
import { insertItem, insertSection } from "../../../shared/editing/insert-block";
import { insertBlocks } from "../../../shared/editing/insert-blocks";
import { insertBreak, insertNoBreakHyphen } from "../../../shared/editing/insert-text";
import { joinBackward, joinForward } from "../../../shared/editing/join-blocks";
import { moveBlock } from "../../../shared/editing/move-block";
import { exactRedline, redlineKey } from "../../../shared/editing/redline-plugin";
import { setRole } from "../../../shared/editing/set-role";
import { splitBlock } from "../../../shared/editing/split-block";
import { insertTable } from "../../../shared/editing/tables";
import { attempt, draft, type } from "../../support/drafting";

const text = `The Assembly,
considering
a)\tone is one;
b)\ttwo is two:
  i)\tfirst;
  ii)\tsecond;
c)\tthree is three,
noting
\tthe bare one,
resolves
1\tto count;
2\tto go on;
3\tto end.`;

const commands: Record<string, Command> = {
  split: commandOf(splitBlock),
  backspace: commandOf(joinBackward),
  delete: commandOf(joinForward),
  deleteSelection: commandOf((tr) => deleteSelected(tr)),
  lower: commandOf(changeLevel(1)),
  raise: commandOf(changeLevel(-1)),
  up: commandOf(moveBlock(-1)),
  down: commandOf(moveBlock(1)),
  call: commandOf(setRole("call")),
  item: commandOf(setRole("item")),
  paragraph: commandOf(setRole("paragraph")),
  heading: commandOf(setRole("heading")),
  itemBefore: commandOf(insertItem("before")),
  itemAfter: commandOf(insertItem("after")),
  section: commandOf(insertSection),
  note: commandOf(insertFootnote),
  break: commandOf(insertBreak),
  hyphen: commandOf(insertNoBreakHyphen),
  table: commandOf(insertTable(2, 2)),
};

interface Deed {
  what: string;
  from: number;
  length: number;
}

const deeds = fc.array(
  fc.record<Deed>({
    what: fc.constantFrom(...Object.keys(commands), "type", "cut", "copy", "paste"),
    from: fc.nat(400),
    length: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(60) }),
  }),
  { minLength: 1, maxLength: 14 },
);

/** Does one deed at a random place; the clipboard is carried along. Every step is checked by the helpers. */
function perform(state: EditorState, { what, from, length }: Deed, clipboard: { held: Copied | null }): EditorState {
  const { size } = state.doc.content;
  const $from = state.doc.resolve(from % size);
  const $to = state.doc.resolve(Math.min((from % size) + length, size));
  const placed = state.apply(state.tr.setSelection(TextSelection.between($from, $to)));
  switch (what) {
    case "type":
      return type(placed, "word");
    case "cut":
    case "copy":
      if (placed.selection.empty) return placed;
      clipboard.held = copiedBlocks(placed);
      return what === "copy"
        ? placed
        : (attempt(
            placed,
            commandOf((tr) => deleteSelected(tr, "cut")),
          ) ?? placed);
    case "paste":
      return clipboard.held ? (attempt(placed, commandOf(insertBlocks(clipboard.held))) ?? placed) : placed;
    default:
      return attempt(placed, commands[what]!) ?? placed;
  }
}

function performAll(start: EditorState, list: readonly Deed[]): EditorState[] {
  const clipboard = { held: null };
  const states = [start];
  for (const deed of list) states.push(perform(states.at(-1)!, deed, clipboard));
  return states;
}

/** Undoes until there is nothing left to undo. */
function undoAll(state: EditorState): EditorState {
  let now = state;
  while (undo(now, (tr) => (now = now.apply(tr))));
  return now;
}

describe.each(["renumber", "bis"] as const)("any sequence of edits, labels %s", (policy) => {
  const start = draft(text, policy);

  it("keeps the schema and the ids, and undo goes back to the base", () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const last = performAll(start, list).at(-1)!;
        const back = undoAll(last);
        expect(back.doc.toJSON()).toEqual(start.doc.toJSON());
        expect(redlineKey.getState(back)!.base).toBe(start.doc);
      }),
      { numRuns: 250 },
    );
  });

  it("is done again by redo", () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const last = performAll(start, list).at(-1)!;
        let now = undoAll(last);
        while (redo(now, (tr) => (now = now.apply(tr))));
        expect(now.doc.toJSON()).toEqual(last.doc.toJSON());
      }),
      { numRuns: 80 },
    );
  });

  it("every change has somebody who made it, and when", () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const last = performAll(start, list).at(-1)!;
        const changes = changesOf(exactRedline(last)!, redlineKey.getState(last)!.attribution, "nobody");
        const unsigned = changes.filter(({ author, date }) => author !== "A" || date === "");
        expect(unsigned.map(({ kind, before, after }) => `${kind}: ${before} → ${after}`)).toEqual([]);
      }),
      { numRuns: 250 },
    );
  });
});
