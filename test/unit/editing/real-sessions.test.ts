/** Long sessions of random edits on real texts: the redline that follows is the redline of the two texts, undo is the base. */
import fc from "fast-check";
import { undo } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { type Command, type EditorState, TextSelection } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { commandOf } from "../../../shared/editing/edit";
import { insertFootnote } from "../../../shared/editing/footnotes";
import { insertItem, insertSection } from "../../../shared/editing/insert-block";
import { exactRedline, settleRedline } from "../../../shared/editing/redline-plugin";
import { setRole } from "../../../shared/editing/set-role";
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  insertTable,
  splitCell,
  toggleHeaderRow,
} from "../../../shared/editing/tables";
import { compareJson } from "../../../shared/redline/compare-json";
import { redline } from "../../../shared/redline/redline";
import { draftOf, lines } from "../../support/drafting";
import { applyEdit, edits } from "../../support/random-edits";
import { documentFromText } from "../../support/read-document";
import { hasSeeds, readSeed } from "../../support/real-documents";

const commands: Command[] = [
  commandOf(insertFootnote),
  commandOf(insertItem("before")),
  commandOf(insertItem("after")),
  commandOf(insertSection),
  commandOf(insertTable(2, 2)),
  commandOf(setRole("call")),
  commandOf(setRole("paragraph")),
  commandOf(setRole("annexNumber")),
  addRowAfter,
  addColumnAfter,
  deleteRow,
  deleteColumn,
  splitCell,
  toggleHeaderRow,
];

const sessions = fc.array(
  fc.oneof(
    edits.filter((list) => list.length > 0).map((list) => list[0]!),
    fc.record({ command: fc.nat(commands.length - 1), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  ),
  { minLength: 20, maxLength: 40 },
);

type Session = typeof sessions extends fc.Arbitrary<infer S> ? S : never;

const x = { kind: "type", at: 0, length: 0, text: "x" } as const;
const note = { command: 0, at: 0 };

/** Changes that grow over a whole long document, which the change set behind the attribution failed on. */
const tooLargeToFollow: Session = [
  ...[x, x, note, note, x, note, x, { ...x, kind: "cutPaste" as const, length: 3 }, note, note],
  ...[x, x, x, note, x, note, { command: 7, at: 0 }, x, note, note],
];

function perform(state: EditorState, deed: Session[number]): EditorState {
  if (!("command" in deed)) return applyEdit(state, deed);
  const place = state.doc.resolve(Math.round(deed.at * state.doc.content.size));
  const placed = state.apply(state.tr.setSelection(TextSelection.near(place)));
  let next = placed;
  commands[deed.command]!(placed, (tr) => {
    next = placed.apply(tr);
  });
  return next;
}

function settled(state: EditorState): EditorState {
  let next = state;
  settleRedline(state, (tr) => {
    next = state.apply(tr);
  });
  return next;
}

describe.runIf(hasSeeds)("sessions on real texts", () => {
  it.each(["000-res98-base", "003_"])("%s", { timeout: 120_000 }, (seed) => {
    const base: Node = documentFromText(readSeed(seed));
    fc.assert(
      fc.property(sessions, fc.constantFrom("renumber" as const, "bis" as const), (session, policy) => {
        const last = settled(session.reduce(perform, draftOf(base, policy)));
        last.doc.check();
        const fresh = redline(base, last.doc);
        expect(compareJson(exactRedline(last)!, base, last.doc)).toEqual(compareJson(fresh, base, last.doc));
        let back = last;
        while (undo(back, (tr) => (back = back.apply(tr))));
        // Not the documents: a proposal that had no id is given one by the first edit, and keeps it.
        expect(lines(back)).toEqual(lines(draftOf(base)));
        expect(exactRedline(back)!.marker).toBe("NOC");
      }),
      { numRuns: 12, examples: [[tooLargeToFollow, "renumber"]] },
    );
  });
});
