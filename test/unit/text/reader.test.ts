import { describe, expect, it } from "vitest";
import type { SourceBlock, SourceDocument, SourceParagraph, SourceTable } from "../../../shared/model/source";
import { readText, sourceFromText } from "../../../shared/text/reader";
import { processorClock } from "../../support/processor-time";
import { haveSeeds, seed, seedsTitle } from "./seeds";

function read(text: string): SourceDocument {
  const result = sourceFromText(text);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

function textOf(block: SourceBlock): string {
  if (block.kind === "table") return block.rows.map((row) => row.cells.map(cellText).join(" | ")).join(" // ");
  return block.inlines
    .map((inline) =>
      inline.kind === "text" ? inline.text : inline.kind === "noteReference" ? `[^${inline.mark}]` : "",
    )
    .join("");
}

function cellText(cell: SourceTable["rows"][number]["cells"][number]): string {
  return cell.blocks.map(textOf).join(" / ");
}

const texts = (source: SourceDocument) => source.blocks.map(textOf);
const tables = (source: SourceDocument) =>
  source.blocks.filter((block): block is SourceTable => block.kind === "table");

describe("lines", () => {
  it("makes one paragraph of each line, without white space around it", () => {
    expect(texts(read(" RÉSOLUTION 1 \n\n\nrappelant\t\na)\tla Constitution;"))).toEqual([
      "RÉSOLUTION 1",
      "rappelant",
      "a)\tla Constitution;",
    ]);
  });

  it("remembers the line and the space above", () => {
    const [, second] = read("one\n\n\ntwo").blocks as SourceParagraph[];
    expect(second).toMatchObject({ line: 4, spaceBefore: true });
  });

  it("removes bookmarks, also glued to a label", () => {
    expect(texts(read("[bookmark: lt_pId054][bookmark: _Toc1]a)\tque l'UIT"))).toEqual(["a)\tque l'UIT"]);
  });

  it("names the file in a refusal", () => {
    expect(readText(new Uint8Array(), "vide.txt")).toMatchObject({
      ok: false,
      error: { values: { file: "vide.txt" } },
    });
  });
});

describe("footnotes", () => {
  it("takes a note with a typed mark out of its paragraph", () => {
    const source = read("e)\tles pays[footnoteRef:1]1, étant donné, [1: 1 \tPar pays, on entend.] \n\nf)\tla suite");
    expect(texts(source)).toEqual(["e)\tles pays[^1], étant donné,", "f)\tla suite"]);
    expect(source.notes).toMatchObject([{ id: "1", mark: "1" }]);
    expect(source.notes.map((note) => note.blocks.map(textOf))).toEqual([["1 \tPar pays, on entend."]]);
    // The empty line behind a note is the converter's.
    expect(source.blocks[1]).not.toHaveProperty("spaceBefore");
  });

  it("numbers a note without a typed mark by itself", () => {
    const source = read("pays[footnoteRef:7] et pays [7: \tLes pays comprennent.]");
    expect(source.blocks[0]).toMatchObject({
      inlines: [
        { text: "pays" },
        { kind: "noteReference", note: "7", mark: "1", automatic: true },
        { text: " et pays" },
      ],
    });
    expect(source.notes).toMatchObject([{ mark: "" }]);
  });

  it("reads two references to one note, brackets inside a note, and a note over two lines", () => {
    const source = read("a[footnoteRef:1]1 b[footnoteRef:1]1 [1: 1\tvoir [ACP-2]\nencore] fin");
    expect(textOf(source.blocks[0] as SourceBlock)).toBe("a[^1] b[^1] fin");
    expect(source.notes[0]?.blocks.map(textOf)).toEqual(["1\tvoir [ACP-2]", "encore"]);
  });

  it("leaves a reference without a note as text, and says so", () => {
    const result = sourceFromText("one\ntwo[footnoteRef:3]3");
    expect(result).toMatchObject({ ok: true, messages: [{ code: "text.note-missing", where: { line: 2 } }] });
    if (result.ok) expect(texts(result.value)[1]).toBe("two[footnoteRef:3]3");
  });

  it("leaves ordinary brackets alone", () => {
    expect(texts(read("PROJET [ACP-2] [1: un] [Rév]"))).toEqual(["PROJET [ACP-2] [1: un] [Rév]"]);
  });
});

describe("tables", () => {
  const titled = "Table 1 – Things\n\tHead\n\tBody\n\n\tA\n\tfirst\nsecond\n\nAfter the table.";

  it("reads rows under a title: a tab begins a cell, an empty line ends the row", () => {
    const source = read(titled);
    expect(texts(source)).toEqual(["Table 1 – Things", "Head | Body // A | first / second", "After the table."]);
    expect(tables(source)[0]?.rows.map((row) => row.header === true)).toEqual([true, false]);
  });

  it("reads one column under a title, without a heading row", () => {
    const [table] = tables(read("表1 – 概览\n\t一：\n甲。\n\n\t二：\n乙。\n"));
    expect(table?.rows.map((row) => row.cells.length)).toEqual([1, 1]);
    expect(table?.rows[0]).not.toHaveProperty("header");
  });

  it("needs a title or regular columns: tabs of a page header make no table", () => {
    expect(tables(read("\tREPORT\nON THINGS\n\n\t\n\n\tPriority area:\n–\tResolutions\nSummary:\n"))).toEqual([]);
    expect(tables(read("\ta\n\tb\n\n\tc\n\td\n\ntext"))).toHaveLength(1);
  });

  it("reads a long run of tabs that is no table, and a table of many rows, in a moment", () => {
    const spent = processorClock();
    expect(read("\ta\n".repeat(20_000)).blocks).toHaveLength(20_000);
    const [table] = tables(read(`Table 1 – Rows\n${"\ta\n\tb\n\n".repeat(50_000)}`));
    expect(table?.rows).toHaveLength(50_000);
    // Each row read again from every line below would take minutes.
    expect(spent()).toBeLessThan(15_000);
  });

  it("goes on with a cell whose list a page break interrupts, and no further", () => {
    const source = read("Table 2 – Lists\n\tA\n\tinvites\n1\tone;\n\n\n2\ttwo.\n\n5\tafter");
    expect(texts(source).slice(1)).toEqual(["A | invites / 1\tone; / 2\ttwo.", "5\tafter"]);
  });

  it("keeps a row together when a note stands in its first cell", () => {
    const source = read("Table 1 – Notes\n\tTitle[footnoteRef:1] [1: \tBody]\n\n\tdécide\n\n\tB\n\tcharge\n");
    expect(tables(source)[0]?.rows.map((row) => row.cells.length)).toEqual([2, 2]);
  });
});

describe.skipIf(!haveSeeds)(seedsTitle, () => {
  it.each([
    ["000-res98-base.txt", 46, 0],
    ["000-res98-revised.txt", 50, 0],
    ["000_e57788b7ed8e6d7d.txt", 55, 0],
    ["001_b7a1e6ef9317d876.txt", 50, 1],
    ["002_9857f300e7591540.txt", 54, 0],
    ["003_bdf9f61c0da6bdcb.txt", 37, 2],
    ["004_3a52e53b97bdd1bc.txt", 44, 1],
  ])("reads %s: %i blocks, %i notes, nothing left of the conversion", (name, blocks, notes) => {
    const result = readText(seed(name), name);
    if (!result.ok) throw new Error(result.error.code);
    expect([result.value.blocks.length, result.value.notes.length, result.messages]).toEqual([blocks, notes, []]);
    expect(texts(result.value).join("\n")).not.toMatch(/\[(bookmark|footnoteRef|\d+): /u);
  });

  it("finds the two tables of the report and not its page header", () => {
    const result = readText(seed("003_bdf9f61c0da6bdcb.txt"), "003");
    if (!result.ok) throw new Error(result.error.code);
    const shapes = tables(result.value).map(({ rows }) => [rows.length, new Set(rows.map((row) => row.cells.length))]);
    expect(shapes).toEqual([
      [28, new Set([1])],
      [29, new Set([2])],
    ]);
    expect(tables(result.value)[1]?.rows[0]?.cells.map(cellText)).toEqual(["Numéro/Résolution", "Texte pertinent"]);
  });

  it("loses no visible character of any document", () => {
    for (const name of ["001_b7a1e6ef9317d876.txt", "003_bdf9f61c0da6bdcb.txt", "004_3a52e53b97bdd1bc.txt"]) {
      const result = readText(seed(name), name);
      if (!result.ok) throw new Error(result.error.code);
      const letters = (text: string) => text.replace(/[^\p{L}]/gu, "").length;
      const original = new TextDecoder().decode(seed(name)).replace(/\[bookmark: [^\]]*\]|footnoteRef/gu, "");
      const kept = [...texts(result.value), ...result.value.notes.flatMap((note) => note.blocks.map(textOf))].join(
        "\n",
      );
      expect(letters(kept)).toBe(letters(original));
    }
  });
});
