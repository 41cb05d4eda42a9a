import { describe, expect, it } from "vitest";
import type { SourceDocument, SourceParagraph } from "../../../shared/model/source";
import { paragraphStyle } from "../../../shared/resolution/styles";
import { outline, recogniseSource } from "./outline";

const role = (style: string, basedOn: string[] = []) =>
  paragraphStyle({ kind: "paragraph", inlines: [], style, basedOn })?.role ?? null;

describe("paragraphStyle", () => {
  it.each([
    ["Res_No", "number"],
    ["ResNo", "number"],
    ["Res_title", "title"],
    ["Restitel", "title"],
    ["Res_ref", "reference"],
    ["Call", "call"],
    ["Annex_No & title", "annexNumber"],
    ["Appendix_No", "annexNumber"],
    ["Annex_title", "annexTitle"],
    ["Section_No", "divisionNumber"],
    ["heading 2", "heading"],
    ["Heading_b", "heading"],
    ["enumlev1", "list"],
    ["Proposal", "proposal"],
    ["Reasons", "reasons"],
    ["Table_Title", "tableTitle"],
    ["TableTitle0", "tableTitle"],
    ["Title 1", "documentTitle"],
    ["Logo-1", "header"],
    ["toc 2", "contents"],
    ["table of figures", "contents"],
    ["Normal", null],
    ["Normal after title", null],
    ["Normal_after_title0", null],
    ["Whatever", null],
  ])("%s is %s", (style, expected) => {
    expect(role(style)).toBe(expected);
  });

  it("follows what a style is based on, but not past ordinary text", () => {
    expect(role("My call", ["Call", "Normal"])).toBe("call");
    expect(role("Normal after title", ["Call"])).toBeNull();
  });

  it("reads the levels of headings and lists", () => {
    const level = (style: string) => paragraphStyle({ kind: "paragraph", inlines: [], style })?.level;
    expect([level("heading 3"), level("enumlev2"), level("Headingi")]).toEqual([3, 2, 1]);
  });
});

describe("a styled document", () => {
  const paragraph = (style: string, text: string, extra: Partial<SourceParagraph> = {}): SourceParagraph => ({
    kind: "paragraph",
    style,
    inlines: text === "" ? [] : [{ kind: "text", text }],
    slice: `p-${text.slice(0, 4)}`,
    ...extra,
  });
  const source: SourceDocument = {
    origin: "docx",
    blocks: [
      paragraph("Source", "Arab States"),
      paragraph("Title 1", "PROPOSALS FOR THE WORK OF THE CONFERENCE"),
      paragraph("Heading_b", "Background"),
      paragraph("Proposal", "MOD\tMEX/18A3/1"),
      paragraph("Res_No", "RESOLUTION 417 (REV.WRC-12)"),
      paragraph("Res_No", ""),
      paragraph("Restitel", "First line"),
      paragraph("Restitel", "second paragraph"),
      paragraph("Normal after title", "The World Radiocommunication Conference (Geneva, 2012),"),
      paragraph("Call", "considering"),
      paragraph("Normal", "a)\tthat this is so:"),
      paragraph("enumlev1", "–\tfirst;"),
      paragraph("enumlev2", "first words below,"),
      paragraph("Normal", "that Word numbered,", { numbering: { label: "b)", level: 0 } }),
      paragraph("Call", "resolves"),
      paragraph("Normal", "to act."),
      paragraph("Annex_No", "ANNEX 1"),
      paragraph("Annex_title", "Criteria"),
      paragraph("heading 1", "1\tScope"),
      paragraph("Normal", "Text of the annex."),
      paragraph("Reasons", "Reasons:\tTo act."),
      paragraph("Proposal", "NOC\tMEX/18A3/2"),
      paragraph("Art_No", "ARTICLE 5"),
      paragraph("Art_title", "Frequency allocations"),
    ],
    notes: [],
  };

  it("has the structure that its styles say", () => {
    expect(outline(recogniseSource(source).model)).toEqual([
      "paragraph (source): Arab States",
      "paragraph (documentTitle): PROPOSALS FOR THE WORK OF THE CONFERENCE",
      "heading 1 (Heading_b): Background",
      "<proposal MOD MEX/18A3/1>",
      "  <resolution>",
      "    resolutionNumber: RESOLUTION 417 (REV.WRC-12)",
      "    paragraph: ",
      "    resolutionTitle: First line",
      "    resolutionTitle: second paragraph",
      "    enacting: The World Radiocommunication Conference (Geneva, 2012),",
      "    <section preamble>",
      "      call: considering",
      "      item 1 a): that this is so:",
      "      item 2 –: first;",
      "      paragraph 3: first words below,",
      "      item 1 b): that Word numbered,",
      "    <section operative>",
      "      call: resolves",
      "      item 1: to act.",
      "    <annex>",
      "      annexNumber: ANNEX 1",
      "      annexTitle: Criteria",
      "      heading 1 1: Scope",
      "      paragraph: Text of the annex.",
      "  <reasons>",
      "    paragraph (reasons) Reasons:: To act.",
      "<proposal NOC MEX/18A3/2>",
      "  heading 1 (divisionNumber): ARTICLE 5",
      "  heading 1 (divisionTitle): Frequency allocations",
    ]);
  });

  it("keeps the slice of every paragraph on its block", () => {
    const slices: string[] = [];
    const visit = (node: object): void => {
      const record = node as { slice?: string | null; children?: object[] };
      if (record.slice) slices.push(record.slice);
      record.children?.forEach(visit);
    };
    visit(recogniseSource(source).model);
    expect(slices).toEqual(source.blocks.map((block) => block.slice));
  });
});

describe("rows in the style of table heads", () => {
  const paragraph = (text: string, style: string): SourceParagraph => ({
    kind: "paragraph",
    inlines: [{ kind: "text", text }],
    style,
  });
  const row = (...cells: [text: string, style: string][]) => ({
    cells: cells.map(([text, style]) => ({ blocks: [paragraph(text, style)] })),
  });
  const typesOf = (rows: ReturnType<typeof row>[]) => {
    const source: SourceDocument = { origin: "docx", blocks: [{ kind: "table", rows }], notes: [] };
    const [table] = recogniseSource(source, "en").model.children;
    if (table?.type !== "table") throw new Error("no table");
    return table.rows.map(({ cells }) => cells.map(({ type }) => type));
  };

  it("are head rows at the top of a table, however many", () => {
    const services: [string, string] = ["Allocation to services", "Table_head"];
    const regions: [string, string][] = [
      ["Region 1", "Tablehead"],
      ["", "Table_text"],
    ];
    const body: [string, string] = ["FIXED", "Table_text"];
    expect(typesOf([row(services), row(...regions), row(body, body), row(services)])).toEqual([
      ["table_header"],
      ["table_header", "table_header"],
      ["table_cell", "table_cell"],
      ["table_cell"],
    ]);
  });

  it("are none where all rows are, or where a cell is not", () => {
    const head: [string, string] = ["One", "Table_head"];
    expect(typesOf([row(head), row(head)])).toEqual([["table_cell"], ["table_cell"]]);
    expect(typesOf([row(head, ["Two", "Table_text"]), row(head)])[0]).toEqual(["table_cell", "table_cell"]);
  });
});
