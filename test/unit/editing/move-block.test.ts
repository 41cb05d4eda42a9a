import { undo } from "prosemirror-history";
import { describe, expect, it } from "vitest";
import { moveBlock } from "../../../shared/editing/move-block";
import { attempt, caret, caretIn, draft, lines, run } from "../../support/drafting";

const text = `The Assembly,
considering
a)\tone;
b)\ttwo:
  i)\tfirst;
  ii)\tsecond;
c)\tthree,
resolves
1\tto count;
2\tto go on.`;

describe("moving an item", () => {
  it("passes its neighbour with all that belongs to both, and labels follow", () => {
    const state = run(caret(draft(text), "th|ree"), moveBlock(-1));
    expect(lines(state).slice(2, 7)).toEqual(["a)\tone;", "b)\tthree,", "c)\ttwo:", "  i)\tfirst;", "  ii)\tsecond;"]);
    expect(caretIn(state)).toBe("th|ree,");
    expect(lines(run(state, moveBlock(1)))).toEqual(lines(draft(text)));
  });

  it("moves its sub-items with it and keeps ids", () => {
    const before = draft(text);
    const state = run(caret(before, "t|wo"), moveBlock(-1));
    expect(lines(state).slice(2, 6)).toEqual(["a)\ttwo:", "  i)\tfirst;", "  ii)\tsecond;", "b)\tone;"]);
    const ids = (doc: typeof state.doc) =>
      doc
        .child(0)
        .child(0)
        .child(1)
        .children.map((node) => node.attrs.id)
        .sort();
    expect(ids(state.doc)).toEqual(ids(before.doc));
  });

  it("at the edge of its section goes into the next", () => {
    const state = run(caret(draft(text), "th|ree"), moveBlock(1));
    expect(lines(state).slice(6)).toEqual(["resolves", "1\tthree,", "2\tto count;", "3\tto go on."]);
    expect(caretIn(state)).toBe("th|ree,");
    expect(lines(run(state, moveBlock(-1)))).toEqual(lines(draft(text)));
  });

  it("a sub-item stays below its item", () => {
    expect(attempt(caret(draft(text), "fi|rst"), moveBlock(-1))).toBeNull();
    expect(lines(run(caret(draft(text), "fi|rst"), moveBlock(1))).slice(4, 6)).toEqual([
      "  i)\tsecond;",
      "  ii)\tfirst;",
    ]);
  });
});

describe("moving a section", () => {
  it("happens from its call, and is undone in one step", () => {
    const before = draft(text);
    const state = run(caret(before, "res|olves"), moveBlock(-1));
    expect(lines(state).slice(1, 5)).toEqual(["resolves", "1\tto count;", "2\tto go on.", "considering"]);
    expect(caretIn(state)).toBe("res|olves");
    expect(attempt(state, moveBlock(-1))).toBeNull();
    expect(run(state, undo).doc.eq(before.doc)).toBe(true);
  });
});
