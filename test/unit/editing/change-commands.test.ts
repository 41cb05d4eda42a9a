import fc from "fast-check";
import { undo } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { AllSelection, type Command, type EditorState, TextSelection } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import {
  nextChange,
  previousChange,
  rejectChange,
  rejectInSelection,
  rejectProvision,
  restoreProvision,
} from "../../../shared/editing/change-commands";
import { changesOf } from "../../../shared/editing/change-list";
import { createDraftState } from "../../../shared/editing/draft-state";
import { exactRedline, redlineKey } from "../../../shared/editing/redline-plugin";
import { redlineToCritic } from "../../../shared/redline/critic";
import { blocksOf, blockText } from "../../../shared/schema/blocks";
import { applyEdit, edits } from "../../support/random-edits";
import { resolutions } from "../../support/random-resolutions";
import { resolution } from "../../support/resolution-builder";

const baseText = `L'Assemblée,
considérant
a)	que le réseau est utile;
b)	que les normes sont nécessaires;
c)	que le temps presse,
décide
1	d'élaborer des normes;
2	de les publier dans les meilleurs délais.`;

function draft(current: string, base = baseText): EditorState {
  const baseDoc = resolution(base);
  const state = createDraftState({
    base: baseDoc,
    current: baseDoc,
    author: "A",
    labelPolicy: "renumber",
    now: () => now,
  });
  return current === base ? state : typed(state, resolution(current));
}
const now = "2030-01-02T03:04:05Z";

/** Puts a text into the editor as one edit. */
function typed(state: EditorState, doc: Node): EditorState {
  return state.apply(state.tr.replaceWith(0, state.doc.content.size, doc.content));
}

function run(state: EditorState, command: Command): EditorState {
  let next = state;
  expect(command(state)).toBe(command(state, (tr) => (next = state.apply(tr))));
  return next;
}

const lines = (state: EditorState) => blocksOf(state.doc).map(({ node }) => blockText(node));
const critic = (state: EditorState) => redlineToCritic(exactRedline(state)!);
function edited(word: string, change: (state: EditorState, from: number, to: number) => EditorState): EditorState {
  const state = draft(baseText);
  for (const { node, pos } of blocksOf(state.doc)) {
    const at = node.textContent.indexOf(word);
    if (at >= 0) return change(state, pos + 1 + at, pos + 1 + at + word.length);
  }
  throw new Error(`no ${word}`);
}

describe("taking changes back", () => {
  it("is a step of undo of its own, however quickly it comes after another edit", () => {
    const start = draft(baseText.replace("utile", "vital"));
    const [changed] = exactRedline(start)!.provisions.filter(({ status }) => status === "modified");
    expect(lines(run(run(start, rejectProvision(changed!.id)), undo))).toEqual(lines(start));
  });

  it("rejects one replaced word and leaves the next", () => {
    let state = edited("utile", (one, from, to) => one.apply(one.tr.insertText("précieux", from, to)));
    state = state.apply(state.tr.insertText("très ", blocksOf(state.doc)[3]!.pos + 1));
    const segment = exactRedline(state)!.provisions[2]!.segments.findIndex(({ op }) => op === "-");
    state = run(state, rejectChange("b3", segment));
    expect(lines(state)[2]).toBe("a)\tque le réseau est utile;");
    expect(critic(state)).toContain("b)\t{++très ++}que les normes");
  });

  it("restores a suppressed item where it stood, with its id and label", () => {
    let state = draft(baseText);
    const gone = blocksOf(state.doc)[3]!;
    state = state.apply(state.tr.delete(gone.pos, gone.pos + gone.node.nodeSize));
    expect(critic(state)).toContain(
      "{--b)\tque les normes sont nécessaires;--}\n{--c--}{++b++})\tque le temps presse,",
    );
    state = run(state, restoreProvision("b4"));
    expect(critic(state)).toBe(`${baseText}\n`);
    expect(blocksOf(state.doc)[3]!.node.attrs.id).toBe(gone.node.attrs.id);
  });

  it("restores a whole section item by item", () => {
    let state = draft(baseText);
    const call = blocksOf(state.doc)[1]!;
    const section = state.doc.resolve(call.pos);
    state = state.apply(state.tr.delete(section.before(), section.after()));
    for (const id of ["b3", "b2", "b4", "b5"]) {
      if (exactRedline(state)!.provisions.find((provision) => provision.id === id)?.after) continue;
      state = run(state, restoreProvision(id));
    }
    expect(lines(state)).toEqual(baseText.split("\n"));
  });

  it("takes an added item away, and its neighbours' labels back", () => {
    const state = edited("que les normes", (one, from) => {
      const split = one.apply(one.tr.split(from - 0));
      return split.apply(split.tr.insertText("que tout change;", from));
    });
    const added = exactRedline(state)!.provisions.find(({ status }) => status === "added")!;
    expect(critic(run(state, rejectProvision(added.id)))).toBe(`${baseText}\n`);
  });

  it("puts a moved item back", () => {
    let state = draft(baseText);
    const last = blocksOf(state.doc)[4]!;
    const node = state.doc.nodeAt(last.pos)!;
    const tr = state.tr.delete(last.pos, last.pos + node.nodeSize);
    state = state.apply(tr.insert(blocksOf(tr.doc)[2]!.pos, node));
    const moved = exactRedline(state)!.provisions.find((provision) => provision.moved)!;
    expect(critic(run(state, rejectProvision(moved.id)))).toBe(`${baseText}\n`);
  });

  it("rejects only what the selection touches, in one transaction", () => {
    let state = edited("utile", (one, from, to) => one.apply(one.tr.insertText("précieux", from, to)));
    state = state.apply(state.tr.insertText("vite ", blocksOf(state.doc)[7]!.pos + 1));
    const first = blocksOf(state.doc)[2]!;
    state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, first.pos + 1, first.pos + 10)));
    expect(rejectInSelection(state)).toBe(false);
    state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, first.pos + 1, first.pos + 30)));
    expect(critic(run(state, rejectInSelection))).toBe(`${baseText}\n`.replace("de les", "{++vite ++}de les"));
  });

  it("gives a note that alone counted from 2 its number back", () => {
    const base = resolution("L'Assemblée,\nconsidérant\na)\tque[^2] oui;\nb)\tque non,");
    const start = createDraftState({ base, current: base, author: "A", labelPolicy: "renumber", now: () => now });
    const at = blocksOf(base).find(({ node }) => node.attrs.label === "a)")!.pos + 4;
    const without = start.apply(start.tr.delete(at, at + 1));
    expect(without.doc.textContent).not.toContain("[^2]");
    const all = without.apply(without.tr.setSelection(new AllSelection(without.doc)));
    expect(critic(run(all, rejectInSelection))).toBe(critic(start));
  });

  it("rejects everything when everything is selected, whatever was edited", () => {
    fc.assert(
      fc.property(resolutions, edits, (base, sequence) => {
        const start = createDraftState({ base, current: base, author: "A", labelPolicy: "renumber", now: () => now });
        let state = sequence.filter(({ kind }) => kind !== "cutPaste").reduce(applyEdit, start);
        // Labels follow once what they count is back, one after the other, so further passes may find some to take back.
        for (let pass = 0; pass < 4; pass++) {
          rejectInSelection(state.apply(state.tr.setSelection(new AllSelection(state.doc))), (tr) => {
            state = state.apply(state.tr.setSelection(new AllSelection(state.doc)));
            state = state.apply(tr);
          });
        }
        // The frame (new reasons, new front matter) is no change and stays.
        const left = exactRedline(state)!.provisions.filter(
          ({ status }) => status !== "unchanged" && status !== "frame",
        );
        expect(left.map(({ status, before, after }) => [status, blockText((after ?? before)!.node)])).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });
});

describe("taking back a part of what was edited", () => {
  it("leaves a valid document and unique ids, whatever was selected", () => {
    const part = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(resolutions, edits, part, (base, sequence, [one, two]) => {
        const start = createDraftState({ base, current: base, author: "A", labelPolicy: "renumber", now: () => now });
        let state = sequence.reduce(applyEdit, start);
        const [from, to] = [one, two].map((part) => state.doc.resolve(Math.round(part * state.doc.content.size)));
        state = state.apply(state.tr.setSelection(TextSelection.between(from!, to!)));
        const tried = rejectInSelection(state);
        const done = rejectInSelection(state, (tr) => {
          state = state.apply(tr);
        });
        expect(done).toBe(tried);
        for (const { id } of [...exactRedline(state)!.provisions]) {
          run(state, rejectProvision(id)).doc.check();
        }
        state.doc.check();
        const ids = blocksOf(state.doc).map(({ node }) => node.attrs.id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 80 },
    );
  });
});

describe("walking changes", () => {
  it("goes to the next, and round to the first", () => {
    let state = edited("utile", (one, from, to) => one.apply(one.tr.insertText("précieux", from, to)));
    state = state.apply(state.tr.insertText("vite ", blocksOf(state.doc)[7]!.pos + 1));
    state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 5)));
    const selected = () => state.doc.textBetween(state.selection.from, state.selection.to);
    const walk = [nextChange, nextChange, nextChange, previousChange].map((command) => {
      state = run(state, command);
      return selected();
    });
    expect(walk).toEqual(["précieux", "vite ", "précieux", "vite "]);
  });

  it("has nowhere to go in an unchanged text", () => {
    expect(nextChange(draft(baseText))).toBe(false);
  });
});

describe("the list of changes", () => {
  it("counts a replacement once and says who did it", () => {
    const state = edited("utile", (one, from, to) => one.apply(one.tr.insertText("précieux", from, to)));
    const list = changesOf(exactRedline(state)!, redlineKey.getState(state)!.attribution);
    expect(list.map(({ kind, before, after, author, date }) => ({ kind, before, after, author, date }))).toEqual([
      { kind: "replacement", before: "utile", after: "précieux", author: "A", date: "2030-01-02T03:04:00Z" },
    ]);
  });
});
