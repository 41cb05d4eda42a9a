import { undo } from "prosemirror-history";
import { describe, expect, it } from "vitest";
import { copiedBlocks, plainTextOf } from "../../../shared/editing/copied-blocks";
import { deleteSelected } from "../../../shared/editing/delete-selection";
import { insertBlocks } from "../../../shared/editing/insert-blocks";
import { caret, caretIn, draft, lines, run } from "../../support/drafting";
import { block } from "../../support/resolution-builder";
import { twoSections } from "../../support/short-texts";

type Tr = Parameters<typeof deleteSelected>[0];
const cut = (tr: Tr) => deleteSelected(tr, "cut");
const paste = (...blocks: ReturnType<typeof block>[]) =>
  insertBlocks({ blocks, startsInside: false, endsInside: false });
const idOf = (state: ReturnType<typeof draft>, words: string) => {
  let id = "";
  state.doc.descendants((node) => {
    if (node.isTextblock && node.textContent === words) id = node.attrs.id;
  });
  return id;
};

describe("copying", () => {
  it("gives clean lines with their labels", () => {
    expect(plainTextOf(copiedBlocks(caret(draft(twoSections), "|one;", "first;|")))).toBe(
      "a)\tone;\nb)\ttwo:\ni)\tfirst;",
    );
  });

  it("takes no label along with a part of an item", () => {
    expect(plainTextOf(copiedBlocks(caret(draft(twoSections), "o|ne;", "tw|o:")))).toBe("ne;\nb)\ttw");
    expect(plainTextOf(copiedBlocks(caret(draft(twoSections), "|three,", "thr|ee,")))).toBe("thr");
  });
});

describe("cutting and pasting whole items", () => {
  it("moves them with their ids, and labels follow", () => {
    const before = caret(draft(twoSections), "|two:", "first;|");
    const copied = copiedBlocks(before);
    const without = run(before, cut);
    expect(lines(without).slice(2, 5)).toEqual(["a)\tone;", "b)\tthree,", "resolves"]);
    const moved = run(caret(without, "to go on.|"), insertBlocks(copied));
    expect(lines(moved).slice(5)).toEqual(["1\tto count;", "2\tto go on.", "3\ttwo:", "  i)\tfirst;"]);
    expect(idOf(moved, "two:")).toBe(idOf(before, "two:"));
    expect(caretIn(moved)).toBe("first;|");
    expect(run(moved, undo, undo).doc.eq(before.doc)).toBe(true);
  });

  it("gives a copy a new id and leaves the original its own", () => {
    const before = caret(draft(twoSections), "|two:", "first;|");
    const copied = run(caret(before, "three,|"), insertBlocks(copiedBlocks(before)));
    expect(lines(copied).slice(5, 8)).toEqual(["c)\tthree,", "d)\ttwo:", "  i)\tfirst;"]);
    const ids: string[] = [];
    copied.doc.descendants((node) => {
      if (node.textContent === "two:" && node.isTextblock) ids.push(node.attrs.id);
    });
    expect(ids).toEqual([idOf(before, "two:"), expect.stringMatching(/^n\d+$/)]);
  });

  it("moves a whole section", () => {
    const before = caret(draft(twoSections), "|resolves", "to go on.|");
    const without = run(before, cut);
    expect(lines(without).at(-1)).toBe("c)\tthree,");
    const moved = run(caret(without, "|considering"), insertBlocks(copiedBlocks(before)));
    expect(lines(moved).slice(1, 5)).toEqual(["resolves", "1\tto count;", "2\tto go on.", "considering"]);
  });
});

describe("pasting", () => {
  it("a plain paragraph is text", () => {
    const state = run(caret(draft(twoSections), "on|e;"), paste(block("paragraph", "X")));
    expect(lines(state)[2]).toBe("a)\tonXe;");
    expect(caretIn(state)).toBe("onX|e;");
  });

  it("a plain line from elsewhere takes the label of the item whose words it replaces", () => {
    const line = block("paragraph", "X;").type.create({ id: "" }, block("paragraph", "X;").content);
    const over = run(caret(draft(twoSections), "|one;", "one;|"), paste(line));
    expect(lines(over).slice(2, 4)).toEqual(["a)\tX;", "b)\ttwo:"]);
    const empty = draft("The Assembly,\nconsidering\na)\tone;\nb)\t\nc)\tthree,");
    expect(lines(run(caret(empty, "|"), paste(line))).slice(2)).toEqual(["a)\tone;", "b)\tX;", "c)\tthree,"]);
    const two = run(caret(empty, "|"), paste(line, line));
    expect(lines(two).slice(2)).toEqual(["a)\tone;", "b)\tX;", "¶ X;", "c)\tthree,"]);
  });

  it("items come in as items and count on; the rest of a cut item is an item again", () => {
    const state = run(
      caret(draft(twoSections), "o|ne;"),
      paste(block("item", "x;", "f)", 1), block("item", "y;", "g)", 1)),
    );
    expect(lines(state).slice(2, 7)).toEqual(["a)\to", "b)\tx;", "c)\ty;", "\tne;", "d)\ttwo:"]);
  });

  it("an item replaces an empty one", () => {
    const empty = draft("The Assembly,\nconsidering\na)\tone;\nb)\t\nc)\tthree,");
    const state = run(caret(empty, "|"), paste(block("item", "x;", "m)", 1)));
    expect(lines(state).slice(2)).toEqual(["a)\tone;", "b)\tx;", "c)\tthree,"]);
  });

  it("a call begins a section", () => {
    const state = run(caret(draft(twoSections), "one;|"), paste(block("call", "noting"), block("item", "x,", "a)", 1)));
    expect(lines(state).slice(1, 6)).toEqual(["considering", "a)\tone;", "noting", "a)\tx,", "b)\ttwo:"]);
    expect(state.doc.child(0).child(0).childCount).toBe(4);
  });

  it("items before a call go to the section above", () => {
    const state = run(caret(draft(twoSections), "|resolves"), paste(block("item", "x;", "a)", 1)));
    expect(lines(state).slice(5, 8)).toEqual(["c)\tthree,", "d)\tx;", "resolves"]);
  });

  it("a title inside a section becomes a paragraph", () => {
    const blocks = [block("resolutionTitle", "A title"), block("item", "x;", "a)", 1)];
    expect(lines(run(caret(draft(twoSections), "one;|"), paste(...blocks))).slice(2, 5)).toEqual([
      "a)\tone;",
      "¶ A title",
      "b)\tx;",
    ]);
  });
});
