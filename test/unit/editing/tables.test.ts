/** What can be done with a table: tracked, undone, and proved on the exported file. */
import { undo } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import type { Command, EditorState } from "prosemirror-state";
import { CellSelection } from "prosemirror-tables";
import { describe, expect, it } from "vitest";
import { exportDocx } from "../../../shared/docx/export-docx";
import { deleteSelected } from "../../../shared/editing/delete-selection";
import { commandOf } from "../../../shared/editing/edit";
import { insertFootnote } from "../../../shared/editing/footnotes";
import { exactRedline } from "../../../shared/editing/redline-plugin";
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  hasHeaderRow,
  insertTable,
  mergeCells,
  nextCell,
  previousCell,
  splitCell,
  toggleHeaderRow,
} from "../../../shared/editing/tables";
import { contentText } from "../../../shared/schema/blocks";
import { schema } from "../../../shared/schema/schema";
import { attempt, caret, draft, draftOf, run, type } from "../../support/drafting";
import { block } from "../../support/resolution-builder";
import { template, xmlOf } from "../../support/word-export";

function tabled(rows: string[][]): Node {
  const cell = (text: string, row: number) =>
    schema.node(row === 0 ? "table_header" : "table_cell", null, [block("paragraph", text)]);
  const table = schema.node(
    "table",
    { id: "table", columns: rows[0]!.map((_, index) => (index + 1) * 1000) },
    rows.map((row, i) =>
      schema.node(
        "table_row",
        { id: `row${i}` },
        row.map((text) => cell(text, i)),
      ),
    ),
  );
  const section = schema.node("section", null, [
    block("call", "resolves"),
    block("item", "to see the table.", "1", 1),
    table,
  ]);
  const resolution = schema.node("resolution", null, [block("enacting", "The Assembly,"), section]);
  const doc = schema.node("doc", { language: "en" }, [schema.node("proposal", { id: "p" }, [resolution])]);
  doc.check();
  return doc;
}

const base = tabled([
  ["Region", "Number", "Year"],
  ["Africa", "fifty-four", "2016"],
  ["Americas", "thirty-five", "2020"],
]);
const start = () => draftOf(base);

/** The table as rows of texts. */
function table({ doc }: EditorState): string[][] {
  const rows: string[][] = [];
  doc.descendants((node) => {
    if (node.type.name === "table_row") {
      rows.push(node.children.map((cell) => cell.children.map((child) => contentText(child)).join("¶")));
    }
    return !node.isTextblock;
  });
  return rows;
}

/** Selects whole cells, from the one with a text to the one with another. */
function cells(state: EditorState, from: string, to: string): EditorState {
  const at = (text: string) => caret(state, `|${text}`).selection.$from.before(-1);
  return state.apply(state.tr.setSelection(CellSelection.create(state.doc, at(from), at(to))));
}

const at = (phrase: string) => (state: EditorState) => caret(state, phrase);

interface Deed {
  name: string;
  place: (state: EditorState) => EditorState;
  command: Command;
  rows: string[][];
  /** Widths of the columns, where they are not those of before. */
  columns?: number[];
}

const deeds: Deed[] = [
  {
    name: "a row below",
    place: at("Afr|ica"),
    command: addRowAfter,
    rows: [
      ["Region", "Number", "Year"],
      ["Africa", "fifty-four", "2016"],
      ["", "", ""],
      ["Americas", "thirty-five", "2020"],
    ],
  },
  {
    name: "a row above",
    place: at("Afr|ica"),
    command: addRowBefore,
    rows: [
      ["Region", "Number", "Year"],
      ["", "", ""],
      ["Africa", "fifty-four", "2016"],
      ["Americas", "thirty-five", "2020"],
    ],
  },
  {
    name: "a row from the last cell",
    place: at("20|20"),
    command: nextCell,
    rows: [
      ["Region", "Number", "Year"],
      ["Africa", "fifty-four", "2016"],
      ["Americas", "thirty-five", "2020"],
      ["", "", ""],
    ],
  },
  {
    name: "a row less",
    place: at("Afr|ica"),
    command: deleteRow,
    rows: [
      ["Region", "Number", "Year"],
      ["Americas", "thirty-five", "2020"],
    ],
  },
  {
    name: "a column after",
    place: at("Num|ber"),
    command: addColumnAfter,
    columns: [1000, 2000, 2000, 3000],
    rows: [
      ["Region", "Number", "", "Year"],
      ["Africa", "fifty-four", "", "2016"],
      ["Americas", "thirty-five", "", "2020"],
    ],
  },
  {
    name: "a column before",
    place: at("Reg|ion"),
    command: addColumnBefore,
    columns: [1000, 1000, 2000, 3000],
    rows: [
      ["", "Region", "Number", "Year"],
      ["", "Africa", "fifty-four", "2016"],
      ["", "Americas", "thirty-five", "2020"],
    ],
  },
  {
    name: "a column less",
    place: at("Num|ber"),
    command: deleteColumn,
    columns: [1000, 3000],
    rows: [
      ["Region", "Year"],
      ["Africa", "2016"],
      ["Americas", "2020"],
    ],
  },
  {
    name: "two cells as one",
    place: (state) => cells(state, "Africa", "fifty-four"),
    command: mergeCells,
    rows: [
      ["Region", "Number", "Year"],
      ["Africa¶fifty-four", "2016"],
      ["Americas", "thirty-five", "2020"],
    ],
  },
  {
    name: "two cells of a column as one",
    place: (state) => cells(state, "Africa", "Americas"),
    command: mergeCells,
    rows: [
      ["Region", "Number", "Year"],
      ["Africa¶Americas", "fifty-four", "2016"],
      ["thirty-five", "2020"],
    ],
  },
  {
    name: "no header",
    place: at("Afr|ica"),
    command: toggleHeaderRow,
    rows: table(start()),
  },
  { name: "no table", place: at("Afr|ica"), command: deleteTable, rows: [] },
];

/** Writes the tracked file; the writer proves it by itself. */
function exported(state: EditorState) {
  return exportDocx({
    base,
    current: state.doc,
    redline: exactRedline(state)!,
    mode: "tracked",
    author: "A",
    date: "2030-01-01T10:00:00Z",
    template,
  });
}

describe("a table", () => {
  it.each(deeds)(
    "with $name: done, undone, exported and proved",
    ({ place, command, rows, columns = [1000, 2000, 3000] }) => {
      const state = run(place(start()), command);
      expect(table(state)).toEqual(rows);
      state.doc.descendants((node) => {
        if (node.type.name === "table") expect(node.attrs.columns).toEqual(columns);
      });
      expect(run(state, undo).doc.eq(base)).toBe(true);
      const written = exported(state);
      expect(written.ok ? "proved" : written.error).toBe("proved");
    },
  );

  it("is as wide as the text when written, its columns in its own proportions", () => {
    const written = exported(run(caret(start(), "Num|ber"), addRowAfter));
    const xml = xmlOf((written as { value: Uint8Array }).value);
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths.map((width) => Math.round((width / widths[0]!) * 100))).toEqual([100, 200, 300]);
  });

  it("tracks a new row and a suppressed one as such", () => {
    const state = run(caret(start(), "Afr|ica"), addRowAfter);
    const typed = type(state.apply(state.tr.setSelection(caret(state, "|Americas").selection)), "The ");
    expect(exactRedline(typed)!.counts).toMatchObject({ added: 3, modified: 1, suppressed: 0, moved: 0 });
    const without = run(caret(start(), "Afr|ica"), deleteRow);
    expect(exactRedline(without)!.counts).toMatchObject({ added: 0, modified: 0, suppressed: 3, moved: 0 });
  });

  it("splits what was merged", () => {
    const merged = run(cells(start(), "Africa", "fifty-four"), mergeCells);
    const state = run(merged, splitCell);
    expect(table(state)[1]).toEqual(["Africa¶fifty-four", "", "2016"]);
    expect(exported(state).ok).toBe(true);
  });

  it("has its header row made and unmade", () => {
    const state = caret(start(), "Afr|ica");
    expect(hasHeaderRow(state)).toBe(true);
    const without = run(state, toggleHeaderRow);
    expect(hasHeaderRow(without)).toBe(false);
    expect(hasHeaderRow(run(without, toggleHeaderRow))).toBe(true);
  });

  it("is walked with Tab, and back", () => {
    const state = run(caret(start(), "Afr|ica"), nextCell);
    expect(state.selection.$from.parent.textContent).toBe("fifty-four");
    expect(run(state, previousCell).selection.$from.parent.textContent).toBe("Africa");
  });

  it("takes a note in a cell", () => {
    const state = run(caret(start(), "Afr|ica"), insertFootnote);
    expect(exported(state).ok).toBe(true);
  });

  it("loses the text of selected cells, not the cells", () => {
    const state = run(
      cells(start(), "Africa", "2016"),
      commandOf((tr) => deleteSelected(tr)),
    );
    expect(table(state)[1]).toEqual(["", "", ""]);
    expect(table(state)[2]).toEqual(["Americas", "thirty-five", "2020"]);
    const typed = type(cells(start(), "Africa", "2016"), "x");
    expect(table(typed)[1]).toEqual(["x", "", ""]);
    expect(exported(typed).ok).toBe(true);
  });

  it("is new with a header row; its commands cannot run outside it", () => {
    const state = run(caret(draft("The Assembly,\nresolves\n1\tone."), "one|"), insertTable(3, 3));
    expect(table(state)).toEqual([
      ["", "", ""],
      ["", "", ""],
      ["", "", ""],
    ]);
    expect(hasHeaderRow(state)).toBe(true);
    for (const command of [addRowAfter, deleteColumn, mergeCells, deleteTable, toggleHeaderRow]) {
      expect(attempt(caret(state, "one|"), command)).toBeNull();
    }
  });
});
