import { describe, expect, it } from "vitest";
import { revisionsOf } from "../../../shared/docx/revisions-reader";
import { readBody, textsOf } from "../../support/word-package";

const by = (author: string) => `w:id="1" w:author="${author}" w:date="2026-01-02T03:04:00Z"`;
const t = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const ins = (content: string, author = "Ana") => `<w:ins ${by(author)}>${content}</w:ins>`;
const del = (content: string, author = "Ana") =>
  `<w:del ${by(author)}>${content.replaceAll("w:t>", "w:delText>").replaceAll("<w:t ", "<w:delText ")}</w:del>`;
const p = (content: string, mark = "", properties = "") =>
  `<w:p><w:pPr>${properties}${mark && `<w:rPr><w:${mark} ${by("Ana")}/></w:rPr>`}</w:pPr>${content}</w:p>`;
const tc = (content: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(content)}</w:tc>`;
const tr = (cells: string, mark = "") => `<w:tr><w:trPr>${mark && `<w:${mark} ${by("Ana")}/>`}</w:trPr>${cells}</w:tr>`;

function sides(body: string): { base: string[]; current: string[] } {
  const file = readBody(body);
  return { base: textsOf(file.sides.reject), current: textsOf(file.sides.accept) };
}

describe("accepting and rejecting", () => {
  it("gives both texts of insertions and deletions", () => {
    expect(sides(p(t("a ") + del(t("old")) + ins(t("new")) + t(" z")))).toEqual({
      base: ["a old z"],
      current: ["a new z"],
    });
  });

  it("counts a deletion inside another author's insertion on neither side", () => {
    expect(sides(p(t("a") + ins(t("b") + del(t("c"), "Ben")) + t("d")))).toEqual({ base: ["ad"], current: ["abd"] });
  });

  it("treats a move as a deletion there and an insertion here", () => {
    const move = (name: string, text: string) => `<w:${name} ${by("Ana")}>${t(text)}</w:${name}>`;
    const body =
      p(move("moveFrom", "moved"), "moveFrom") + p(t("stays")) + p(move("moveTo", "moved"), "moveTo") + p(t("end"));
    expect(sides(body)).toEqual({ base: ["moved", "stays", "end"], current: ["stays", "moved", "end"] });
  });

  it("joins a paragraph whose mark is deleted with the following one, and its properties", () => {
    const file = readBody(p(t("one"), "del", '<w:jc w:val="center"/>') + p(t(" two"), "", '<w:jc w:val="right"/>'));
    expect(textsOf(file.sides.reject)).toEqual(["one", " two"]);
    expect(textsOf(file.sides.accept)).toEqual(["one two"]);
    expect(file.sides.accept.paragraphs[0]).toMatchObject({ alignment: "end", slice: "word/document.xml#p0-p1" });
    expect(file.sides.reject.paragraphs.map(({ slice }) => slice)).toEqual([
      "word/document.xml#p0",
      "word/document.xml#p1",
    ]);
  });

  it("joins a whole chain of paragraphs", () => {
    const body = p(t("a") + del(t("b")), "del") + p(del(t("c")), "del") + p(del(t("d")) + t("e"));
    expect(sides(body)).toEqual({ base: ["ab", "c", "de"], current: ["ae"] });
  });

  it("removes a paragraph that was deleted or inserted whole, wherever it stands", () => {
    const gone = p(del(t("x")), "del");
    const come = p(ins(t("y")), "ins");
    expect(sides(gone + p(t("k")) + come)).toEqual({ base: ["x", "k"], current: ["k", "y"] });
    expect(sides(come + p(t("k")) + gone)).toEqual({ base: ["k", "x"], current: ["y", "k"] });
  });

  it("keeps empty paragraphs that nobody deleted", () => {
    expect(sides(p("") + p("", "ins") + p(t("a")) + p(""))).toEqual({
      base: ["", "a", ""],
      current: ["", "", "a", ""],
    });
  });

  it("does not run text into a table, and ignores a table that is gone", () => {
    const table = (mark: string) => `<w:tbl>${tr(tc(t("cell")), mark)}</w:tbl>`;
    expect(sides(p(t("a"), "del") + table("") + p(t("b"))).current).toEqual(["a", "cell", "b"]);
    expect(sides(p(t("a"), "del") + table("del") + p(t("b"))).current).toEqual(["ab"]);
  });

  it("adds and removes rows and cells", () => {
    const rows = tr(tc(t("1"))) + tr(tc(t("2")), "ins") + tr(tc(t("3")), "del");
    expect(sides(`<w:tbl>${rows}</w:tbl>`)).toEqual({ base: ["1", "3"], current: ["1", "2"] });
    const cells = tc(t("a")) + tc(t("b"), `<w:cellIns ${by("Ana")}/>`) + tc(t("c"), `<w:cellDel ${by("Ana")}/>`);
    expect(sides(`<w:tbl>${tr(cells)}</w:tbl>`)).toEqual({ base: ["a", "c"], current: ["a", "b"] });
  });

  it("removes a table with its last row", () => {
    const file = readBody(`${p(t("a"))}<w:tbl>${tr(tc(t("1")), "ins")}${tr(tc(t("2")), "ins")}</w:tbl>${p(t("b"))}`);
    expect(file.sides.reject.source.blocks.map(({ kind }) => kind)).toEqual(["paragraph", "paragraph"]);
    expect(file.sides.accept.source.blocks.map(({ kind }) => kind)).toEqual(["paragraph", "table", "paragraph"]);
  });

  it("sees changes inside hyperlinks, fields, content controls and text boxes", () => {
    const change = del(t("old")) + ins(t("new"));
    const wrapped = {
      link: `<w:hyperlink r:id="rId9">${change}</w:hyperlink>`,
      control: `<w:sdt><w:sdtPr/><w:sdtContent>${change}</w:sdtContent></w:sdt>`,
      tag: `<w:smartTag>${change}</w:smartTag>`,
    };
    for (const content of Object.values(wrapped)) {
      expect(sides(p(content))).toEqual({ base: ["old"], current: ["new"] });
    }
    expect(sides(p(`<w:fldSimple w:instr="REF x">${change}</w:fldSimple>`))).toEqual({
      base: ["<field:old>"],
      current: ["<field:new>"],
    });
    const box = `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p(change)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
    expect(sides(p(box))).toEqual({ base: ["<textBox:old>"], current: ["<textBox:new>"] });
    const math = `<m:oMath><m:r><m:t>x</m:t></m:r><w:ins ${by("Ana")}><m:r><m:t>+1</m:t></m:r></w:ins></m:oMath>`;
    expect(sides(p(math))).toEqual({ base: ["<equation:x>"], current: ["<equation:x+1>"] });
  });

  it("gives back the old formatting, paragraph style and label", () => {
    const run = `<w:r><w:rPr><w:b/><w:rPrChange ${by("Ana")}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>x</w:t></w:r>`;
    const change = `<w:pStyle w:val="New"/><w:pPrChange ${by("Ana")}><w:pPr><w:pStyle w:val="Old"/></w:pPr></w:pPrChange>`;
    const file = readBody(p(run, "", change));
    expect(file.sides.accept.paragraphs[0]).toMatchObject({ style: "New", inlines: [{ formatting: { bold: true } }] });
    expect(file.sides.reject.paragraphs[0]).toMatchObject({
      style: "Old",
      inlines: [{ formatting: { italic: true } }],
    });
  });

  it("knows no revisions where there are none: both sides are equal", () => {
    const file = readBody(`${p(t("a"))}<w:tbl>${tr(tc(t("b")))}</w:tbl>`);
    expect(file.sides.reject).toEqual(file.sides.accept);
    expect(revisionsOf(file)).toEqual([]);
  });
});

describe("who changed what", () => {
  it("attributes stretches of each side's text", () => {
    const { accept, reject } = readBody(p(t("ab") + del(t("cde"), "Ben") + ins(t("f")) + ins(t("g")) + t("h"))).sides;
    expect(accept.attributions).toEqual([
      {
        side: "accept",
        paragraph: 0,
        from: 2,
        to: 4,
        kind: "insertion",
        paragraphMark: false,
        id: "1",
        author: "Ana",
        date: "2026-01-02T03:04:00Z",
      },
    ]);
    expect(reject.attributions).toMatchObject([{ side: "reject", from: 2, to: 5, kind: "deletion", author: "Ben" }]);
  });

  it("attributes paragraph marks, and where paragraphs were joined", () => {
    const { accept, reject } = readBody(p(t("one"), "del") + p(t("two"), "ins") + p(t("three"))).sides;
    expect(accept.attributions).toMatchObject([
      { paragraph: 0, from: 6, to: 6, kind: "insertion", paragraphMark: true },
      { paragraph: 0, from: 3, to: 3, kind: "deletion", paragraphMark: true },
    ]);
    expect(reject.attributions).toMatchObject([
      { paragraph: 0, from: 3, to: 3, kind: "deletion", paragraphMark: true },
      { paragraph: 1, from: 3, to: 3, kind: "insertion", paragraphMark: true },
    ]);
  });

  it("gives a tracked row's author to the text inside", () => {
    const { accept } = readBody(`<w:tbl>${tr(tc(t("x")))}${tr(tc(t("yz")), "ins")}</w:tbl>`).sides;
    expect(accept.attributions).toMatchObject([
      { paragraph: 1, from: 0, to: 2, author: "Ana" },
      { paragraphMark: true },
    ]);
  });

  it("lists one revision for the fragments of one act", () => {
    const body = p(ins(t("a")) + ins(t("b")) + t("c") + ins(t("d")) + ins(t("e"), "Ben"), "ins");
    expect(revisionsOf(readBody(body)).map(({ kind, of, author, text }) => `${kind} ${of} ${author} ${text}`)).toEqual([
      "insertion text Ana ab",
      "insertion text Ana d",
      "insertion text Ben e",
      "insertion paragraphMark Ana ",
    ]);
  });
});
