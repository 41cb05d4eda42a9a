import { undo } from "prosemirror-history";
import { AllSelection } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { deleteSelected } from "../../../shared/editing/delete-selection";
import { caret, caretIn, draft, lines, run, type } from "../../support/drafting";
import { twoSections } from "../../support/short-texts";

const remove = (tr: Parameters<typeof deleteSelected>[0]) => deleteSelected(tr);

describe("deleting a selection", () => {
  it("joins two items that are partly selected and takes what is between", () => {
    const state = run(caret(draft(twoSections), "o|ne;", "th|ree"), remove);
    expect(lines(state).slice(1, 4)).toEqual(["considering", "a)\toree,", "resolves"]);
    expect(caretIn(state)).toBe("o|ree,");
  });

  it("takes whole items with their labels; the rest counts again", () => {
    const state = run(caret(draft(twoSections), "|two:", "|three"), remove);
    expect(lines(state).slice(2, 5)).toEqual(["a)\tone;", "b)\tthree,", "resolves"]);
    expect(caretIn(state)).toBe("|three,");
  });

  it("leaves a call that is not selected, or only partly", () => {
    expect(lines(run(caret(draft(twoSections), "o|ne;", "|resolves"), remove)).slice(2)).toEqual([
      "a)\to",
      "resolves",
      "1\tto count;",
      "2\tto go on.",
    ]);
    expect(lines(run(caret(draft(twoSections), "o|ne;", "res|olves"), remove)).slice(2, 4)).toEqual(["a)\to", "olves"]);
  });

  it("takes a call that is wholly selected, and its items go to the section above", () => {
    const state = run(caret(draft(twoSections), "thr|ee,", "resolves|"), remove);
    expect(lines(state).slice(5)).toEqual(["c)\tthr", "d)\tto count;", "e)\tto go on."]);
    expect(state.doc.child(0).child(0).childCount).toBe(2);
  });

  it("joins across sections when the call between is selected", () => {
    const state = run(caret(draft(twoSections), "thr|ee,", "to c|ount"), remove);
    expect(lines(state).slice(5)).toEqual(["c)\tthrount;", "d)\tto go on."]);
  });

  it("of everything leaves one empty block, and is undone in one step", () => {
    const before = draft(twoSections);
    const state = run(before.apply(before.tr.setSelection(new AllSelection(before.doc))), remove);
    expect(lines(state)).toEqual([""]);
    expect(run(state, undo).doc.eq(before.doc)).toBe(true);
  });
});

describe("typing over a selection", () => {
  it("of whole items writes into the first of them", () => {
    const state = type(caret(draft(twoSections), "|one;", "three,|"), "new");
    expect(lines(state).slice(1, 4)).toEqual(["considering", "a)\tnew", "resolves"]);
  });

  it("that ends where the next call begins leaves the call", () => {
    const state = type(caret(draft(twoSections), "|three,", "|resolves"), "x");
    expect(lines(state).slice(5, 8)).toEqual(["c)\tx", "resolves", "1\tto count;"]);
  });

  it("inside one block is ordinary typing", () => {
    expect(lines(type(caret(draft(twoSections), "|one|;".replace("|;", ";"), "one|;"), "1"))[2]).toBe("a)\t1;");
  });
});
