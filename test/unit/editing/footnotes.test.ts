import { undo } from "prosemirror-history";
import { type EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { deleteSelected } from "../../../shared/editing/delete-selection";
import type { Edit } from "../../../shared/editing/edit";
import { followFootnote, insertFootnote } from "../../../shared/editing/footnotes";
import { moveBlock } from "../../../shared/editing/move-block";
import { blockAround } from "../../../shared/editing/place";
import { exactRedline } from "../../../shared/editing/redline-plugin";
import { setLabel } from "../../../shared/editing/set-label";
import { schema } from "../../../shared/schema/schema";
import { caret, caretIn, draft, draftOf, lines, run, type } from "../../support/drafting";
import { freshId, resolution } from "../../support/resolution-builder";

const text = `The Assembly,
considering
a)\tone;
b)\ttwo,`;

const footnote = (mark: string, body: string) =>
  schema.node("footnote", { id: freshId(), note: `note ${mark}`, label: mark, separator: "\t" }, [schema.text(body)]);

/** Selects so many positions from the place of `|` on; a reference is one. */
function select(state: EditorState, phrase: string, length: number): EditorState {
  const { from } = caret(state, phrase).selection;
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, from + length)));
}

/** Undoes step by step until the text is that of an earlier state. */
function undoUntil(state: EditorState, earlier: EditorState): EditorState {
  let now = state;
  while (!now.doc.eq(earlier.doc)) now = run(now, undo);
  return now;
}

const remove: Edit = (tr) => deleteSelected(tr);

describe("notes", () => {
  it("begin with a reference and a body to type in, in the order of the references", () => {
    const one = type(run(caret(draft(text), "two|"), insertFootnote), "second");
    const both = type(run(caret(one, "one|"), insertFootnote), "first");
    expect(lines(both).slice(2)).toEqual(["a)\tone[^1];", "b)\ttwo[^2],", "^1 first", "^2 second"]);
    expect(caretIn(both)).toBe("first|");
  });

  it("take no table with them when they go", () => {
    const table = "Particular | What\nHours | Every day\n";
    const noted = run(caret(draft(text), "one|"), insertFootnote);
    const cell = (words: string) =>
      schema.node("table_cell", null, [schema.node("paragraph", { id: freshId() }, [schema.text(words)])]);
    const rows = table
      .trim()
      .split("\n")
      .map((row) => schema.node("table_row", { id: freshId() }, row.split(" | ").map(cell)));
    const end = noted.doc.content.size - (noted.doc.lastChild?.nodeSize ?? 0);
    const tabled = noted.apply(noted.tr.insert(end, schema.node("table", { id: freshId() }, rows)));
    const before = tabled.doc.textContent;
    expect(before).toContain("Every day");
    const gone = run(select(tabled, "one|", 1), remove);
    expect(gone.doc.lastChild?.type.name).toBe("table");
    expect(gone.doc.textContent).toBe(before);
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

describe("numbers of notes", () => {
  const two = type(run(caret(draft(text), "two|"), insertFootnote), "second");
  const both = type(run(caret(two, "one|"), insertFootnote), "first");

  it("follow the order of the references, and undo takes the count back with the note", () => {
    expect(lines(both).slice(2)).toEqual(["a)\tone[^1];", "b)\ttwo[^2],", "^1 first", "^2 second"]);
    const back = undoUntil(both, two);
    expect(lines(back)).toEqual(lines(two));
  });

  it("close the gap that a suppressed note leaves", () => {
    const without = run(select(both, "one|", 1), remove);
    expect(lines(without).slice(2)).toEqual(["a)\tone;", "b)\ttwo[^1],", "^1 second"]);
  });

  it("change places with the items that they belong to", () => {
    const moved = run(caret(both, "two|"), moveBlock(-1));
    expect(lines(moved).slice(2)).toEqual(["a)\ttwo[^1],", "b)\tone[^2];", "^1 second", "^2 first"]);
  });

  it("stay as they were agreed under bis; a new note takes the next free number", () => {
    const base = both.doc;
    const state = run(caret(draftOf(base, "bis"), "The |"), insertFootnote);
    expect(lines(state).filter((line) => line.startsWith("^"))).toEqual(["^3 ", "^1 first", "^2 second"]);
  });

  it("are left alone in a text that did not count", () => {
    const notes = [footnote("3", "x"), footnote("7", "y")];
    const base = resolution("The Assembly,\nresolves\n1\tone[^3];\n2\ttwo[^7].", "en", notes);
    const state = run(caret(draftOf(base), "The |"), insertFootnote);
    expect(lines(state).filter((line) => line.startsWith("^"))).toEqual(["^8 ", "^3 x", "^7 y"]);
  });

  it("are tracked: every reference and every mark that changed, and nothing else", () => {
    const state = run(caret(draftOf(two.doc), "one|"), insertFootnote);
    const changed = exactRedline(state)!.provisions.filter(({ status }) => status !== "unchanged");
    expect(changed.map(({ status, labelBefore, labelAfter }) => [status, labelBefore, labelAfter])).toEqual([
      ["modified", "a)", "a)"],
      ["modified", "b)", "b)"],
      ["added", "", "1"],
      ["relabelled", "1", "2"],
    ]);
  });
});

describe("notes of two proposals", () => {
  const each = (words: string, note: string) => {
    const [proposal] = resolution(`The Assembly,\nresolves\n1\t${words}[^${note}];\n2\tmore ${words}.`, "en").children;
    return proposal!;
  };
  const contribution = (first: string, second: string) =>
    schema.node("doc", { language: "en" }, [
      each("roads", first),
      each("rivers", second),
      schema.node("footnotes", null, [footnote(first, "of roads"), footnote(second, "of rivers")]),
    ]);
  const marks = ({ doc }: EditorState) => {
    const found: string[] = [];
    doc.descendants((node) => {
      if (node.type.name === "footnoteReference") found.push(node.attrs.mark);
    });
    return found;
  };

  it("count together where they did", () => {
    const state = run(caret(draftOf(contribution("1", "2")), "more roads|"), insertFootnote);
    expect(marks(state)).toEqual(["1", "2", "3"]);
  });

  it("count apart where each text came with its own", () => {
    const doc = contribution("1", "1b");
    // Two notes with one mark have two names.
    const twice = rebuilt(doc);
    const state = run(caret(draftOf(twice), "more roads|"), insertFootnote);
    expect(marks(state)).toEqual(["1", "2", "1"]);
    const both = run(caret(state, "more rivers|"), insertFootnote);
    expect(marks(both)).toEqual(["1", "2", "1", "2"]);
    const kept = run(caret(draftOf(twice, "bis"), "more rivers|"), insertFootnote);
    expect(marks(kept)).toEqual(["1", "1", "2"]);
    expect(undoUntil(both, state).doc.eq(state.doc)).toBe(true);
  });

  /** The second note has the mark 1 as well. */
  function rebuilt(doc: ReturnType<typeof contribution>) {
    const json = JSON.stringify(doc.toJSON())
      .replaceAll('"mark":"1b"', '"mark":"1"')
      .replaceAll('"label":"1b"', '"label":"1"');
    return schema.nodeFromJSON(JSON.parse(json));
  }
});

describe("a mark typed by hand", () => {
  it("stands at the references of the note too", () => {
    const noted = type(run(caret(draft(text), "two|"), insertFootnote), "as agreed");
    const place = blockAround(noted.selection.$from)!;
    const marked = run(noted, (tr: Transaction) => setLabel(place.pos, "*)")(tr));
    const reference = marked.doc.nodeAt(caret(marked, "two|").selection.from)!;
    expect([reference.type.name, reference.attrs.mark]).toEqual(["footnoteReference", "*"]);
  });
});
