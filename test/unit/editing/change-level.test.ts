import { describe, expect, it } from "vitest";
import { changeLevel } from "../../../shared/editing/change-level";
import { attempt, caret, draft, lines, run } from "../../support/drafting";

const text = `The Assembly,
considering
a)\tone;
b)\ttwo:
  i)\tfirst;
  ii)\tsecond;
c)\tthree;
d)\tfour,`;

describe("Tab", () => {
  it("makes an item a sub-item of the one before it, with the next label of its new list", () => {
    const state = run(caret(draft(text), "|three"), changeLevel(1));
    expect(lines(state).slice(4)).toEqual(["  i)\tfirst;", "  ii)\tsecond;", "  iii)\tthree;", "c)\tfour,"]);
  });

  it("takes what belongs to the item along", () => {
    const state = run(caret(draft(text), "|two:"), changeLevel(1));
    expect(lines(state).slice(2)).toEqual([
      "a)\tone;",
      "  i)\ttwo:",
      "    i)\tfirst;",
      "    ii)\tsecond;",
      "b)\tthree;",
      "c)\tfour,",
    ]);
  });

  it("moves every selected item", () => {
    const state = run(caret(draft(text), "|three", "four|"), changeLevel(1));
    expect(lines(state).slice(6)).toEqual(["  iii)\tthree;", "  iv)\tfour,"]);
  });

  it("cannot be done where nothing stands above", () => {
    expect(attempt(caret(draft(text), "|one"), changeLevel(1))).toBeNull();
    expect(attempt(caret(draft(text), "|first"), changeLevel(1))).toBeNull();
    expect(attempt(caret(draft(text), "cons|idering"), changeLevel(1))).toBeNull();
  });
});

describe("Shift+Tab", () => {
  it("raises a sub-item, and both lists count again", () => {
    const state = run(caret(draft(text), "|first"), changeLevel(-1));
    expect(lines(state).slice(3)).toEqual(["b)\ttwo:", "c)\tfirst;", "  i)\tsecond;", "d)\tthree;", "e)\tfour,"]);
  });

  it("undoes what Tab did", () => {
    const before = draft(text);
    const state = run(caret(before, "|three"), changeLevel(1), changeLevel(-1));
    expect(lines(state)).toEqual(lines(before));
  });

  it("goes no higher than the items of the call", () => {
    expect(attempt(caret(draft(text), "|one"), changeLevel(-1))).toBeNull();
  });
});
