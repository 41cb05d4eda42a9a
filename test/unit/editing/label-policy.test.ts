import { undo } from "prosemirror-history";
import { describe, expect, it } from "vitest";
import { deleteSelected } from "../../../shared/editing/delete-selection";
import { insertItem } from "../../../shared/editing/insert-block";
import { labelPolicyOf, setLabelPolicy } from "../../../shared/editing/label-policy";
import { blockAround } from "../../../shared/editing/place";
import { setLabel } from "../../../shared/editing/set-label";
import { splitBlock } from "../../../shared/editing/split-block";
import { caret, draft, lines, run, type } from "../../support/drafting";

const text = `The Assembly,
considering
a)\tone;
b)\ttwo;
c)\tthree,
resolves
1\tto count.`;

const remove = (tr: Parameters<typeof deleteSelected>[0]) => deleteSelected(tr);
const relabel = (label: string) => (tr: Parameters<typeof deleteSelected>[0]) =>
  setLabel(blockAround(tr.selection.$from)!.pos, label)(tr);

describe("renumber", () => {
  it("counts again after an insertion and after a deletion", () => {
    const grown = run(caret(draft(text), "one;|"), splitBlock);
    expect(lines(grown).slice(2, 6)).toEqual(["a)\tone;", "b)\t", "c)\ttwo;", "d)\tthree,"]);
    const shrunk = run(caret(draft(text), "|one", "|two"), remove);
    expect(lines(shrunk).slice(2, 4)).toEqual(["a)\ttwo;", "b)\tthree,"]);
  });

  it("leaves an extract whose labels had gaps alone", () => {
    const extract = draft("The Assembly,\nresolves\n1\tone;\n7\tseven;\n10\tten.");
    expect(lines(run(caret(extract, "|seven", "|ten"), remove)).slice(2)).toEqual(["1\tone;", "10\tten."]);
    expect(lines(run(caret(extract, "seven;|"), splitBlock)).slice(2)).toEqual([
      "1\tone;",
      "7\tseven;",
      "8\t",
      "10\tten.",
    ]);
  });

  it("goes on from where an extract began", () => {
    const extract = draft("The Assembly,\nresolves\nm)\tone;\nn)\ttwo;\no)\tthree.");
    expect(lines(run(caret(extract, "|two", "|three"), remove)).slice(2)).toEqual(["m)\tone;", "n)\tthree."]);
  });

  it("counts past z) and in Roman numerals", () => {
    const many = Array.from({ length: 26 }, (_, i) => `${String.fromCharCode(97 + i)})\titem${i};`).join("\n");
    const state = run(caret(draft(`The Assembly,\nconsidering\n${many}`), "item25;|"), splitBlock);
    expect(lines(state).at(-1)).toBe("aa)\t");
    const roman = draft("The Assembly,\nconsidering\na)\tone:\n  i)\tx;\n  ii)\ty;\n  iii)\tz;");
    expect(lines(run(caret(roman, "x;|"), splitBlock)).slice(3)).toEqual([
      "  i)\tx;",
      "  ii)\t",
      "  iii)\ty;",
      "  iv)\tz;",
    ]);
  });

  it("is told from typing: a letter changes no label", () => {
    const before = caret(draft(text), "one|");
    expect(lines(type(before, "x"))[2]).toBe("a)\tonex;");
  });
});

describe("a label typed by hand", () => {
  it("stays, and leaves the others alone", () => {
    const state = run(caret(draft(text), "tw|o"), relabel("f)"));
    expect(lines(state).slice(2, 5)).toEqual(["a)\tone;", "f)\ttwo;", "c)\tthree,"]);
  });

  it("with a bis form stands outside the count", () => {
    const state = run(caret(draft(text), "tw|o"), relabel("a)bis"));
    const grown = run(caret(state, "three,|"), splitBlock);
    expect(lines(grown).slice(2, 6)).toEqual(["a)\tone;", "a)bis\ttwo;", "c)\tthree,", "d)\t"]);
  });

  it("locks nothing when it is typed away", () => {
    const state = run(caret(draft(text), "tw|o"), relabel("f)"), relabel(""));
    expect(blockAround(state.selection.$from)!.node.attrs.labelLocked).toBe(false);
  });
});

describe("bis", () => {
  it("keeps agreed labels; what is inserted takes the bis form of the language", () => {
    let state = run(caret(draft(text, "bis"), "one;|"), splitBlock);
    expect(lines(state).slice(2, 6)).toEqual(["a)\tone;", "a)bis\t", "b)\ttwo;", "c)\tthree,"]);
    state = run(state, insertItem("after"));
    expect(lines(state).slice(2, 6)).toEqual(["a)\tone;", "a)bis\t", "a)ter\t", "b)\ttwo;"]);
    expect(lines(run(state, undo, undo))).toEqual(lines(draft(text)));
  });

  it("goes on counting at the end", () => {
    expect(lines(run(caret(draft(text, "bis"), "three,|"), splitBlock)).slice(4, 6)).toEqual(["c)\tthree,", "d)\t"]);
  });

  it("does not use the label of a suppressed item again", () => {
    expect(lines(run(caret(draft(text, "bis"), "|two", "|three"), remove)).slice(2, 4)).toEqual([
      "a)\tone;",
      "c)\tthree,",
    ]);
  });

  it("can be chosen later, and given up again", () => {
    const start = draft(text);
    const grown = run(caret(start, "one;|"), splitBlock);
    const bis = run(grown, setLabelPolicy("bis", start.doc));
    expect(labelPolicyOf(bis)).toBe("bis");
    expect(lines(bis).slice(2, 6)).toEqual(["a)\tone;", "a)bis\t", "b)\ttwo;", "c)\tthree,"]);
    const counted = run(bis, setLabelPolicy("renumber", start.doc));
    expect(lines(counted).slice(2, 6)).toEqual(["a)\tone;", "b)\t", "c)\ttwo;", "d)\tthree,"]);
  });
});
