import { describe, expect, it } from "vitest";
import type { DocumentModel, TextBlock, TextBlockType } from "../../../shared/model/document";
import { blocksOf, blockText } from "../../../shared/schema/blocks";
import { modelToDoc } from "../../../shared/schema/model-to-doc";

let serial = 0;
function block(type: TextBlockType, text: string, label = "", level = 0): TextBlock {
  const separator = label ? "\t" : "";
  const inlines = text ? [{ kind: "text" as const, text }] : [];
  return { type, id: `t${++serial}`, label, separator, level, role: "", slice: null, inlines };
}

function model(...children: DocumentModel["children"]): DocumentModel {
  return { type: "document", language: "en", children, footnotes: [] };
}

const resolution = model(block("paragraph", "Summary"), {
  type: "proposal",
  marker: "MOD",
  identifier: "ABC/1/1",
  children: [
    {
      type: "resolution",
      children: [
        block("resolutionNumber", "RESOLUTION 7 (Place, 2030)"),
        {
          type: "section",
          part: "preamble",
          children: [
            block("call", "considering "),
            block("item", "that one is one;", "a)", 1),
            block("item", "first,", "i)", 2),
            block("item", "that two is two,", "b)", 1),
            {
              type: "table",
              id: "t",
              slice: null,
              columns: null,
              rows: [
                {
                  type: "table_row",
                  id: "r",
                  slice: null,
                  cells: [
                    { type: "table_cell", columnSpan: 2, rowSpan: 1, children: [block("paragraph", "in a cell")] },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
});

describe("blocksOf", () => {
  const doc = modelToDoc(resolution);
  const blocks = blocksOf(doc);

  it("lists every text block once, in reading order, with its text", () => {
    expect(blocks.map((entry) => blockText(entry.node))).toEqual([
      "Summary",
      "RESOLUTION 7 (Place, 2030)",
      "considering ",
      "a)\tthat one is one;",
      "i)\tfirst,",
      "b)\tthat two is two,",
      "in a cell",
    ]);
  });

  it("gives positions at which the document holds that very node", () => {
    for (const entry of blocks) expect(doc.nodeAt(entry.pos)).toBe(entry.node);
  });

  it("says where a person would look: call, item, sub-item", () => {
    expect(blocks.map((entry) => entry.path.join(" / ")).slice(2, 6)).toEqual([
      "considering",
      "considering / a)",
      "considering / a) / i)",
      "considering / b)",
    ]);
  });

  it("knows the part, the proposal and the cell", () => {
    expect(blocks.map((entry) => entry.proposal)).toEqual([-1, 0, 0, 0, 0, 0, 0]);
    expect(blocks[3]?.part).toBe("preamble");
    expect(blocks[6]?.cell).toEqual({ table: 0, row: 0, cell: 0, rowId: "r" });
    expect(blocks[5]?.cell).toBeNull();
  });
});

describe("modelToDoc", () => {
  it("keeps the spans of a cell", () => {
    let colspan = 0;
    modelToDoc(resolution).descendants((node) => {
      if (node.type.name === "table_cell") colspan = node.attrs.colspan;
    });
    expect(colspan).toBe(2);
  });

  it("puts formatting into marks, and breaks and note references into leaves", () => {
    const title = block("paragraph", "");
    title.inlines = [
      { kind: "text", text: "First", formatting: { italic: true, language: "fr" } },
      { kind: "break" },
      { kind: "text", text: "second" },
      { kind: "noteReference", note: "n1", mark: "1", automatic: false },
    ];
    const doc = modelToDoc(model(title));
    const paragraph = doc.child(0);
    expect(blockText(paragraph)).toBe("First\nsecond[^1]");
    expect(paragraph.child(0).marks.map((mark) => mark.type.name)).toEqual(["italic", "language"]);
  });

  it("gives an empty document one empty paragraph", () => {
    expect(modelToDoc(model()).childCount).toBe(1);
  });

  it("puts notes behind everything else", () => {
    const doc = modelToDoc({ ...model(block("paragraph", "x")), footnotes: [block("footnote", "note", "1")] });
    expect(doc.lastChild?.type.name).toBe("footnotes");
  });
});
