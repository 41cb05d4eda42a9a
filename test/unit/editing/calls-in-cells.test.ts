/** Calls in the cells of a table, as in reports that quote resolutions side by side: no section opens there. */
import type { Node } from "prosemirror-model";
import type { EditorState } from "prosemirror-state";
import { expect, test } from "vitest";
import { rejectProvision } from "../../../shared/editing/change-commands";
import { exactRedline } from "../../../shared/editing/redline-plugin";
import { setRole } from "../../../shared/editing/set-role";
import { splitBlock } from "../../../shared/editing/split-block";
import { contentText } from "../../../shared/schema/blocks";
import { schema } from "../../../shared/schema/schema";
import { caret, draftOf, run, type } from "../../support/drafting";
import { block } from "../../support/resolution-builder";

const cell = (...blocks: Node[]) => schema.node("table_cell", null, blocks);
const row = (id: string, ...cells: Node[]) => schema.node("table_row", { id }, cells);
const base = schema.node("doc", { language: "en" }, [
  schema.node("table", { id: "table" }, [
    row("row0", cell(block("paragraph", "Assembly")), cell(block("paragraph", "Conference"))),
    row(
      "row1",
      cell(block("paragraph", "Resolution 7")),
      cell(
        block("call", "recalling"),
        block("item", "the first decision of the Council,", "a)", 1),
        block("call", "resolves"),
        block("item", "to keep the stations open;", "1", 1),
      ),
    ),
  ]),
]);

function table({ doc }: EditorState): string[][] {
  return doc
    .child(0)
    .children.map(({ children }) => children.map((each) => each.children.map((one) => contentText(one)).join("¶")));
}

/** Rejects the first provision with a status. */
function rejectFirst(state: EditorState, status: string): EditorState {
  return run(state, rejectProvision(exactRedline(state)!.provisions.find((each) => each.status === status)!.id));
}

test("a suppressed call comes back to its own cell, and no column comes with it", () => {
  const without = base.toJSON();
  without.content[0].content[1].content[1].content.splice(2, 1);
  const state = draftOf(base, "renumber", schema.nodeFromJSON(without));
  expect(table(state)[1]![1]).toBe("recalling¶the first decision of the Council,¶to keep the stations open;");
  expect(table(rejectFirst(state, "suppressed"))).toEqual(table(draftOf(base)));
});

test("a call written into a cell goes alone when it is rejected", () => {
  const written = type(run(caret(draftOf(base), "open;|"), splitBlock), "invites all others");
  const state = run(caret(written, "invites|"), setRole("call"));
  expect(table(state)[1]).toHaveLength(2);
  expect(table(rejectFirst(state, "added"))).toEqual(table(draftOf(base)));
});

test("Enter before a call in a cell makes room above it", () => {
  const first = run(caret(draftOf(base), "|recalling"), splitBlock);
  expect(table(first)[1]![1]).toMatch(/^¶recalling¶the first/);
  const state = run(caret(draftOf(base), "|resolves"), splitBlock);
  expect(table(state)[1]![1]).toBe("recalling¶the first decision of the Council,¶¶resolves¶to keep the stations open;");
});
