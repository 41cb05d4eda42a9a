import { undo } from "prosemirror-history";
import { describe, expect, it } from "vitest";
import { splitBlock } from "../../../shared/editing/split-block";
import { caret, caretIn, draft, lines, run } from "../../support/drafting";

const text = `The Assembly,
considering
a)\tthat one is one;
b)\tthat two is two:
  i)\tfirst;
  ii)\tsecond;
c)\tthat three is three,
resolves
1\tto count;
2\tto go on counting.`;

describe("Enter in an item", () => {
  it("begins the next item with the text after the caret, and the labels after it move on", () => {
    const state = run(caret(draft(text), "that one| is one"), splitBlock);
    expect(lines(state).slice(1, 8)).toEqual([
      "considering",
      "a)\tthat one",
      "b)\t is one;",
      "c)\tthat two is two:",
      "  i)\tfirst;",
      "  ii)\tsecond;",
      "d)\tthat three is three,",
    ]);
    expect(caretIn(state)).toBe("| is one;");
  });

  it("keeps the id of the first half", () => {
    const before = draft(text);
    const state = run(caret(before, "that one| is one"), splitBlock);
    const section = (doc: typeof state.doc) => doc.child(0).child(0).child(1);
    expect(section(state.doc).child(1).attrs.id).toBe(section(before.doc).child(1).attrs.id);
    expect(section(state.doc).child(2).attrs.id).toMatch(/^n\d+$/);
  });

  it("at the start begins an empty item before the text, which stays the block it is", () => {
    const before = draft(text);
    const state = run(caret(before, "|that one is one"), splitBlock);
    expect(lines(state).slice(2, 5)).toEqual(["a)\t", "b)\tthat one is one;", "c)\tthat two is two:"]);
    const section = (doc: typeof state.doc) => doc.child(0).child(0).child(1);
    expect(section(state.doc).child(2).attrs.id).toBe(section(before.doc).child(1).attrs.id);
  });

  it("in a sub-item goes on with the sub-list only", () => {
    const state = run(caret(draft(text), "first;|"), splitBlock);
    expect(lines(state).slice(3, 8)).toEqual([
      "b)\tthat two is two:",
      "  i)\tfirst;",
      "  ii)\t",
      "  iii)\tsecond;",
      "c)\tthat three is three,",
    ]);
  });

  it("twice at the end rises a level, then leaves the list", () => {
    let state = run(caret(draft(text), "second;|"), splitBlock);
    expect(lines(state)[6]).toBe("  iii)\t");
    state = run(state, splitBlock);
    expect(lines(state).slice(6, 8)).toEqual(["c)\t", "d)\tthat three is three,"]);
    state = run(state, splitBlock);
    expect(lines(state).slice(6, 8)).toEqual(["¶ ", "c)\tthat three is three,"]);
  });

  it("is undone in one step, labels included", () => {
    const before = draft(text);
    const state = run(run(caret(before, "that one| is one"), splitBlock), undo);
    expect(state.doc.eq(before.doc)).toBe(true);
  });

  it("gives both a label when a section had one bare item", () => {
    const state = draft("The Assembly,\nconsidering\n\tone thing and another,");
    const after = run(caret(state, "one thing| and"), splitBlock);
    expect(lines(after).slice(1)).toEqual(["considering", "a)\tone thing", "b)\t and another,"]);
  });
});

describe("Enter elsewhere", () => {
  it("after a call begins the first item", () => {
    const state = run(caret(draft(text), "considering|"), splitBlock);
    expect(lines(state).slice(1, 4)).toEqual(["considering", "a)\t", "b)\tthat one is one;"]);
  });

  it("before a call adds to the section above", () => {
    const state = run(caret(draft(text), "|resolves"), splitBlock);
    expect(lines(state).slice(6, 9)).toEqual(["c)\tthat three is three,", "d)\t", "resolves"]);
  });

  it("before the first call begins a paragraph", () => {
    const state = run(caret(draft(text), "|considering"), splitBlock);
    expect(lines(state).slice(0, 3)).toEqual(["The Assembly,", "¶ ", "considering"]);
  });

  it("after the enacting formula begins a section", () => {
    const state = run(caret(draft(text), "The Assembly,|"), splitBlock);
    const names = state.doc.child(0).child(0);
    expect(names.child(1).type.name).toBe("section");
    expect(names.child(1).childCount).toBe(1);
    expect(lines(state).slice(0, 3)).toEqual(["The Assembly,", "", "considering"]);
    expect(caretIn(state)).toBe("|");
  });

  it("inside the enacting formula breaks the line", () => {
    expect(lines(run(caret(draft(text), "The |Assembly"), splitBlock))[0]).toBe("The \nAssembly,");
  });

  it("over a selection deletes it first, in one step", () => {
    const before = draft(text);
    const state = run(caret(before, "that one| is", "two is| two"), splitBlock);
    expect(lines(state).slice(2, 5)).toEqual(["a)\tthat one", "b)\t two:", "  i)\tfirst;"]);
    expect(run(state, undo).doc.eq(before.doc)).toBe(true);
  });
});
