import { undo } from "prosemirror-history";
import { describe, expect, it } from "vitest";
import { joinBackward, joinForward } from "../../../shared/editing/join-blocks";
import { attempt, caret, caretIn, draft, lines, run } from "../../support/drafting";
import { twoSections } from "../../support/short-texts";

describe("Backspace at the start of a block", () => {
  it("takes the label away first, then joins the text to the item before", () => {
    const unlabelled = run(caret(draft(twoSections), "|two:"), joinBackward);
    expect(lines(unlabelled).slice(2, 6)).toEqual(["a)\tone;", "\ttwo:", "  i)\tfirst;", "b)\tthree,"]);
    const joined = run(unlabelled, joinBackward);
    expect(lines(joined).slice(2, 5)).toEqual(["a)\tone;two:", "  i)\tfirst;", "b)\tthree,"]);
    expect(caretIn(joined)).toBe("one;|two:");
  });

  it("joins across levels", () => {
    const state = run(caret(draft(twoSections), "|three,"), joinBackward, joinBackward);
    expect(lines(state).slice(3, 5)).toEqual(["b)\ttwo:", "  i)\tfirst;three,"]);
  });

  it("at the start of a call joins its section to the one above, and its items count on", () => {
    const state = run(caret(draft(twoSections), "|resolves"), joinBackward);
    expect(lines(state).slice(5)).toEqual(["c)\tthree,resolves", "d)\tto count;", "e)\tto go on."]);
    const sections = state.doc.child(0).child(0);
    expect(sections.childCount).toBe(2);
  });

  it("at the start of the first call leaves its items in the resolution", () => {
    const state = run(caret(draft(twoSections), "|considering"), joinBackward);
    expect(lines(state).slice(0, 3)).toEqual(["The Assembly,considering", "a)\tone;", "b)\ttwo:"]);
    expect(caretIn(state)).toBe("The Assembly,|considering");
  });

  it("behind an empty block takes that block away and leaves this one as it is", () => {
    const before = draft(`The Assembly,\nconsidering\na)\t\nresolves\n1\tto count;`);
    const state = run(caret(before, "|resolves"), joinBackward);
    expect(lines(state)).toEqual(["The Assembly,", "considering", "resolves", "1\tto count;"]);
    expect(caretIn(state)).toBe("|resolves");
  });

  it("is undone in one step", () => {
    const before = draft(twoSections);
    const state = run(caret(before, "|resolves"), joinBackward, undo);
    expect(state.doc.eq(before.doc)).toBe(true);
  });

  it("does nothing at the very start, nor inside a text", () => {
    expect(lines(run(caret(draft(twoSections), "|The Assembly"), joinBackward))).toEqual(lines(draft(twoSections)));
    expect(attempt(caret(draft(twoSections), "o|ne;"), joinBackward)).toBeNull();
  });
});

describe("Delete at the end of a block", () => {
  it("joins the next item without its label", () => {
    const state = run(caret(draft(twoSections), "one;|"), joinForward);
    expect(lines(state).slice(2, 5)).toEqual(["a)\tone;two:", "  i)\tfirst;", "b)\tthree,"]);
  });

  it("joins the next section at its call", () => {
    const state = run(caret(draft(twoSections), "three,|"), joinForward);
    expect(lines(state).slice(5)).toEqual(["c)\tthree,resolves", "d)\tto count;", "e)\tto go on."]);
  });

  it("joins the first item to its call", () => {
    expect(lines(run(caret(draft(twoSections), "considering|"), joinForward)).slice(1, 3)).toEqual([
      "consideringone;",
      "a)\ttwo:",
    ]);
  });

  it("does nothing at the very end", () => {
    expect(lines(run(caret(draft(twoSections), "to go on.|"), joinForward))).toEqual(lines(draft(twoSections)));
  });
});
