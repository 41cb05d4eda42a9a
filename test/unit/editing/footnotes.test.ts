import { undo } from "prosemirror-history";
import { describe, expect, it } from "vitest";
import { deleteSelected } from "../../../shared/editing/delete-selection";
import type { Edit } from "../../../shared/editing/edit";
import { followFootnote, insertFootnote } from "../../../shared/editing/footnotes";
import { caret, caretIn, draft, lines, run, type } from "../../support/drafting";

const text = `The Assembly,
considering
a)\tone;
b)\ttwo,`;

const remove: Edit = (tr) => deleteSelected(tr);

describe("notes", () => {
  it("begin with a reference and a body to type in, in the order of the references", () => {
    const one = type(run(caret(draft(text), "two|"), insertFootnote), "second");
    const both = type(run(caret(one, "one|"), insertFootnote), "first");
    expect(lines(both).slice(2)).toEqual(["a)\tone[^2];", "b)\ttwo[^1],", "^2 first", "^1 second"]);
    expect(caretIn(both)).toBe("first|");
  });

  it("are reached from their references, and back", () => {
    const noted = run(caret(draft(text), "two|"), insertFootnote);
    const back = run(noted, followFootnote);
    expect(back.selection.$head.parent.textContent.startsWith("two")).toBe(true);
    expect(run(back, followFootnote).selection.$head.parent.type.name).toBe("footnote");
  });

  it("go with their last reference, and come back with undo", () => {
    const noted = type(run(caret(draft(text), "two|"), insertFootnote), "note");
    expect(lines(run(caret(noted, "o|ne;", "one;|"), remove))).toContain("^1 note");
    const without = run(caret(noted, "one;|", "note|"), remove);
    expect(lines(without).some((line) => line.startsWith("^"))).toBe(false);
    expect(run(without, undo).doc.eq(noted.doc)).toBe(true);
  });
});
