import type { Node } from "prosemirror-model";
import { expect, test } from "vitest";
import { openBase } from "../../../shared/draft/open";
import { createDraftState } from "../../../shared/editing/draft-state";
import { wordPackage } from "../../support/word-package";

const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
const body = `<w:p><w:r><w:t>Before</w:t></w:r></w:p><w:tbl><w:tr>${cell("One")}${cell("Two")}</w:tr><w:tr>${cell("Alone")}</w:tr></w:tbl><w:p/>`;

function placeOf(doc: Node, text: string): number {
  let found = -1;
  doc.descendants((node, pos) => {
    if (node.isText && node.text === text) found = pos;
  });
  return found;
}

const cells = (doc: Node) => {
  const rows: number[] = [];
  doc.descendants((node) => {
    if (node.type.name === "table_row") rows.push(node.childCount);
  });
  return rows;
};

function edited(forget: boolean): Node {
  const opened = openBase(wordPackage(body), "table.docx");
  if (!opened.ok) throw new Error(opened.error.code);
  let current = opened.value.doc;
  if (forget) current = current.type.schema.nodeFromJSON(JSON.parse(JSON.stringify(current), withoutSlices));
  const state = createDraftState({ base: current, current, author: "Awa", labelPolicy: "renumber" });
  return state.apply(state.tr.insertText("ly", placeOf(current, "Alone") + 5)).doc;
}

const withoutSlices = (key: string, value: unknown) => (key === "slice" ? null : value);

test("a row of a Word file that ends early stays as it is when somebody types in its table", () => {
  expect(edited(false).textContent).toContain("Alonely");
  expect(cells(edited(false))).toEqual([2, 1]);
});

test("a table that came from no file is put right", () => {
  expect(cells(edited(true))).toEqual([2, 2]);
});
