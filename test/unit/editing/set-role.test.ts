import { describe, expect, it } from "vitest";
import { insertItem, insertSection } from "../../../shared/editing/insert-block";
import { setRole } from "../../../shared/editing/set-role";
import { attempt, caret, caretIn, draft, lines, run } from "../../support/drafting";

const text = `The Assembly,
considering
a)\tone;
b)\ttwo;
c)\tthree,
resolves
1\tto count;`;

const sections = (state: ReturnType<typeof draft>) =>
  state.doc
    .child(0)
    .child(0)
    .children.filter((node) => node.type.name === "section")
    .map((node) => node.childCount);

describe("turning blocks into something else", () => {
  it("an item becomes a call and takes what follows it", () => {
    const state = run(caret(draft(text), "tw|o"), setRole("call"));
    expect(lines(state).slice(1)).toEqual([
      "considering",
      "a)\tone;",
      "two;",
      "a)\tthree,",
      "resolves",
      "1\tto count;",
    ]);
    expect(sections(state)).toEqual([2, 2, 2]);
    expect(caretIn(state)).toBe("tw|o;");
  });

  it("a call becomes an item and leaves what follows it to the section above", () => {
    const state = run(caret(draft(text), "res|olves"), setRole("item"));
    expect(lines(state).slice(4)).toEqual(["c)\tthree,", "d)\tresolves", "e)\tto count;"]);
    expect(sections(state)).toEqual([6]);
  });

  it("the first call becomes a paragraph of the resolution", () => {
    const state = run(caret(draft(text), "cons|idering"), setRole("paragraph"));
    expect(lines(state).slice(0, 3)).toEqual(["The Assembly,", "¶ considering", "a)\tone;"]);
    expect(sections(state)).toEqual([2]);
  });

  it("an item becomes a paragraph without a label, and back", () => {
    const state = run(caret(draft(text), "tw|o"), setRole("paragraph"));
    expect(lines(state).slice(2, 5)).toEqual(["a)\tone;", "¶ two;", "b)\tthree,"]);
    expect(lines(run(state, setRole("item")))).toEqual(lines(draft(text)));
  });

  it("several blocks at once", () => {
    const state = run(caret(draft(text), "on|e", "thr|ee"), setRole("paragraph"));
    expect(lines(state).slice(2, 5)).toEqual(["¶ one;", "¶ two;", "¶ three,"]);
  });

  it("is refused where the schema has no place for it", () => {
    expect(attempt(caret(draft(text), "tw|o"), setRole("resolutionNumber"))).toBeNull();
    expect(attempt(caret(draft(text), "tw|o"), setRole("item"))).toBeNull();
  });
});

describe("inserting", () => {
  it("an item before and after, with their labels", () => {
    expect(lines(run(caret(draft(text), "tw|o"), insertItem("before"))).slice(2, 6)).toEqual([
      "a)\tone;",
      "b)\t",
      "c)\ttwo;",
      "d)\tthree,",
    ]);
    expect(lines(run(caret(draft(text), "tw|o"), insertItem("after"))).slice(3, 6)).toEqual([
      "b)\ttwo;",
      "c)\t",
      "d)\tthree,",
    ]);
  });

  it("an item at the end of a section, from its call", () => {
    expect(lines(run(caret(draft(text), "considering|"), insertItem("after"))).slice(4, 6)).toEqual([
      "c)\tthree,",
      "d)\t",
    ]);
  });

  it("a section after this one, or before the first", () => {
    const after = run(caret(draft(text), "tw|o"), insertSection);
    expect(lines(after).slice(4, 7)).toEqual(["c)\tthree,", "", "resolves"]);
    expect(sections(after)).toEqual([4, 1, 2]);
    expect(sections(run(caret(draft(text), "The |Assembly"), insertSection))).toEqual([1, 4, 2]);
  });
});
