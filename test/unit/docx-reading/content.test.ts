import fc from "fast-check";
import { strFromU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { formatNumber } from "../../../shared/docx/number-formats";
import { findSlice } from "../../../shared/docx/word-file";
import type { SourceTable } from "../../../shared/model/source";
import { findPart, withPatches } from "../../../shared/opc/package";
import { readBody, sourceOfSlice, textsOf, type WordParts } from "../../support/word-package";

const t = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (content: string, properties = "") => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const r = (content: string, properties = "") => `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`;

function current(body: string, parts: WordParts = {}): string[] {
  return textsOf(readBody(body, parts).sides.accept);
}

function inlines(body: string, parts: WordParts = {}) {
  return readBody(body, parts).sides.accept.paragraphs[0]!.inlines;
}

describe("runs", () => {
  it("read the characters that have elements of their own", () => {
    const body = r("<w:t>ITU</w:t><w:noBreakHyphen/><w:t>T</w:t><w:tab/><w:softHyphen/><w:br/><w:cr/>");
    expect(current(p(body))).toEqual(["ITU\u2011T\t\u00ad//"]);
  });

  it("keep white space only where the file says so", () => {
    expect(current(p(r("<w:t> a\nb </w:t>") + t(" c ")))).toEqual(["a b c "]);
  });

  it("are joined when they look alike, whatever session wrote them", () => {
    const run = (text: string, id: string) =>
      `<w:r w:rsidR="${id}"><w:rPr><w:b/><w:noProof/></w:rPr><w:t>${text}</w:t></w:r>`;
    expect(inlines(p(`${run("re", "1")}<w:proofErr/>${run("solves", "2")}`))).toEqual([
      { kind: "text", text: "resolves", formatting: { bold: true } },
    ]);
  });

  it("carry the formatting that texts use, and a key for the rest", () => {
    const file = readBody(
      p(
        r(
          "<w:t>x</w:t>",
          '<w:b/><w:bCs/><w:i w:val="0"/><w:u w:val="single"/><w:vertAlign w:val="superscript"/><w:color w:val="FF0000"/>',
        ),
      ),
    );
    const [inline] = file.sides.accept.paragraphs[0]!.inlines;
    expect(inline).toMatchObject({ formatting: { bold: true, underline: true, superscript: true } });
    expect(file.runProperties.get(inline!.formatting!.properties!)).toEqual({
      xml: '<w:i w:val="0"/><w:color w:val="FF0000"/>',
      wrapper: "",
    });
  });

  it("take what a character style adds, and the complex-script properties of Arabic", () => {
    const styles = '<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>';
    expect(inlines(p(r("<w:t>x</w:t>", '<w:rStyle w:val="S"/>')), { styles })[0]).toMatchObject({
      formatting: { bold: true },
    });
    expect(inlines(p(r("<w:t>x</w:t>", "<w:bCs/><w:rtl/>")))[0]).toMatchObject({ formatting: { bold: true } });
  });

  it("name a language only where it is not the text's own", () => {
    const run = (text: string, tag: string) => r(`<w:t>${text}</w:t>`, `<w:lang w:val="${tag}"/>`);
    const body = p(run("La conférence mondiale", "fr-FR") + run("décide", "fr-CH") + run("whereas", "en-GB"));
    const file = readBody(body);
    expect(file.sides.accept.source.language).toBe("fr-FR");
    expect(file.sides.accept.paragraphs[0]!.inlines).toEqual([
      { kind: "text", text: "La conférence mondialedécide" },
      { kind: "text", text: "whereas", formatting: { language: "en-GB" } },
    ]);
  });

  it("keep a hyperlink with the properties of its text", () => {
    const file = readBody(p(`${t("see ")}<w:hyperlink r:id="rId7">${t("there")}</w:hyperlink>`));
    const [, link] = file.sides.accept.paragraphs[0]!.inlines;
    expect(file.runProperties.get(link!.formatting!.properties!)).toEqual({
      xml: "",
      wrapper: '<w:hyperlink r:id="rId7"/>',
    });
  });
});

describe("objects", () => {
  const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r>';
  const separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>';
  const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';

  it("make one of a field, with its result as text", () => {
    const file = readBody(p(t("a ") + begin + separate + t("re") + t("sult") + end + t(" z")));
    expect(textsOf(file.sides.accept)).toEqual(["a <field:result> z"]);
    const [, field] = file.sides.accept.paragraphs[0]!.inlines;
    expect(field).toMatchObject({ kind: "object" });
    const xml = file.objects.get((field as { source: string }).source);
    expect(xml).toContain(" REF a ");
    expect(xml).toMatch(/^<w:r>.*begin.*<\/w:r>.*end.*<\/w:r>$/s);
    expect(file.messages).toMatchObject([{ code: "docx.kept-field", values: { count: 1 } }]);
  });

  it("take the outermost of nested fields", () => {
    expect(
      current(
        p(begin + begin + separate + t("inner") + end + separate + t("outer ") + begin + separate + t("x") + end + end),
      ),
    ).toEqual(["<field:outer x>"]);
  });

  it("leave the result as text when a field ends in another paragraph", () => {
    expect(current(p(begin + separate + t("first")) + p(t("second")) + p(end))).toEqual([
      "<field:>first",
      "second",
      "<field:>",
    ]);
  });

  it("are kept for drawings, with the text of their boxes once", () => {
    const box = (inner: string) => `<w:txbxContent>${p(t(inner))}</w:txbxContent>`;
    const body = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box("boxed")}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box("boxed")}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const file = readBody(p(t("a") + body));
    expect(textsOf(file.sides.accept)).toEqual(["a<textBox:boxed>"]);
    expect([...file.objects.values()][0]).toContain("mc:Fallback");
    expect(findSlice(file, "word/document.xml#p1")).toBeUndefined();
  });

  it("translate symbols, and name an unknown element instead of dropping it", () => {
    expect(current(p(r('<w:sym w:font="Symbol" w:char="F0B3"/>')))).toEqual(["<symbol:≥>"]);
    const file = readBody(p(r("<w:strange/><w:t>x</w:t>")));
    expect(textsOf(file.sides.accept)).toEqual(["<other:>x"]);
    expect(file.messages).toMatchObject([{ code: "docx.kept-other", values: { element: "w:strange", count: 1 } }]);
  });
});

describe("notes", () => {
  const reference = (id: number, mark = "") =>
    r(`<w:footnoteReference ${mark && 'w:customMarkFollows="1"'} w:id="${id}"/>${mark && `<w:t>${mark}</w:t>`}`);
  const footnotes =
    `<w:footnote w:type="separator" w:id="-1">${p(t("no"))}</w:footnote>` +
    `<w:footnote w:id="1">${p(t("1") + r("<w:tab/><w:t>typed</w:t>"))}</w:footnote>` +
    `<w:footnote w:id="2">${p(r("<w:footnoteRef/>") + t(" automatic"))}</w:footnote>`;

  it("take the typed mark out of text and note", () => {
    const { source } = readBody(p(t("a") + reference(1, "1") + t("b") + reference(2)), { footnotes }).sides.accept;
    expect(source.blocks).toMatchObject([
      {
        inlines: [
          { text: "a" },
          { kind: "noteReference", note: "footnote-1", mark: "1", automatic: false },
          { text: "b" },
          { kind: "noteReference", note: "footnote-2", mark: "1", automatic: true },
        ],
      },
    ]);
    expect(source.notes).toMatchObject([
      { id: "footnote-1", mark: "1", blocks: [{ inlines: [{ text: "typed" }] }] },
      { id: "footnote-2", mark: "", blocks: [{ inlines: [{ text: "automatic" }] }] },
    ]);
  });

  it("go with their reference, and keep one number on both sides", () => {
    const gone = `<w:del w:id="1" w:author="A">${reference(1)}</w:del>`;
    const { accept, reject } = readBody(p(gone + reference(2)), { footnotes }).sides;
    expect(accept.source.notes.map(({ id }) => id)).toEqual(["footnote-2"]);
    expect(reject.source.notes.map(({ id }) => id)).toEqual(["footnote-1", "footnote-2"]);
    expect(textsOf(accept)[0]).toBe("[^2]");
    expect(textsOf(reject)[0]).toBe("[^1][^2]");
  });
});

describe("numbering", () => {
  const level = (index: number, format: string, text: string, more = "") =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering =
    `<w:abstractNum w:abstractNumId="7">${level(0, "decimal", "%1")}${level(1, "lowerLetter", "%2)")}${level(2, "lowerRoman", "%1.%2.%3", "<w:isLgl/>")}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="8">${level(0, "bullet", "\uF0B7")}${level(1, "decimal", "(%2)", '<w:pStyle w:val="Sub"/>')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>' +
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>';
  const n = (id: number, ilvl: number, text = "x") =>
    p(t(text), `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${id}"/></w:numPr>`);

  it("counts levels, restarts below and shows legal numbers in digits", () => {
    const body = n(1, 0) + n(1, 1) + n(1, 1) + n(1, 2) + n(1, 0) + n(1, 1);
    expect(current(body, { numbering })).toEqual(["1|x", "a)|x", "b)|x", "1.2.1|x", "2|x", "a)|x"]);
  });

  it("goes on across lists of one definition and starts anew where told, once", () => {
    expect(current(n(1, 0) + n(2, 0) + n(2, 0) + n(1, 0), { numbering })).toEqual(["1|x", "5|x", "6|x", "7|x"]);
  });

  it("comes from the style, at the level that names it, and can be switched off", () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub level"/><w:basedOn w:val="Base"/></w:style>';
    const styled = (id: string, more = "") => p(t("x"), `<w:pStyle w:val="${id}"/>${more}`);
    const body = styled("Base") + styled("Sub") + styled("Sub", '<w:numPr><w:numId w:val="0"/></w:numPr>');
    const file = readBody(body, { numbering, styles });
    expect(textsOf(file.sides.accept)).toEqual(["•|x", "(1)|x", "x"]);
    expect(file.sides.accept.paragraphs[1]).toMatchObject({ style: "Sub level", basedOn: ["Base"] });
  });

  it("counts only what is on the side", () => {
    const inserted = n(1, 0).replace("</w:numPr>", '</w:numPr><w:rPr><w:ins w:id="1" w:author="A"/></w:rPr>');
    const { accept, reject } = readBody(n(1, 0) + inserted.replace(t("x"), "") + n(1, 0), { numbering }).sides;
    expect(textsOf(accept)).toEqual(["1|x", "2|", "3|x"]);
    expect(textsOf(reject)).toEqual(["1|x", "2|x"]);
  });

  it("gives back the label that a tracked renumbering replaced, or none", () => {
    const numbered = (change: string) =>
      p(t("x"), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>${change}</w:numPr>`);
    const renumbering = '<w:numberingChange w:id="1" w:author="A" w:original="%1:4:0:."/>';
    const { accept, reject } = readBody(numbered(renumbering) + numbered('<w:ins w:id="2" w:author="A"/>'), {
      numbering,
    }).sides;
    expect(textsOf(accept)).toEqual(["1|x", "2|x"]);
    expect(textsOf(reject)).toEqual(["4.|x", "x"]);
    const former = (original: string) =>
      textsOf(readBody(numbered(renumbering.replace("%1:4:0:.", original)), { numbering }).sides.reject);
    expect(former("%1:2:4:)")).toEqual(["b)|x"]);
    expect(former("%1:3:0:.%2:4:2:")).toEqual(["3.iv|x"]);
    expect(former("(%1:2:1:)")).toEqual(["(II)|x"]);
    // A number in no format that labels use is shown in digits, as everywhere.
    expect(former("%1:7:99:.")).toEqual(["7.|x"]);
  });

  it("writes numbers in the formats of six languages", () => {
    const formats: [number, string, string][] = [
      [27, "lowerLetter", "aa"],
      [1994, "upperRoman", "MCMXCIV"],
      [3, "arabicAbjad", "ج"],
      [4, "russianLower", "г"],
      [15, "hebrew1", "טו"],
      [21, "chineseCountingThousand", "二十一"],
      [305, "chineseCountingThousand", "三百〇五"],
      [12, "hindiNumbers", "١٢"],
      [7, "decimalZero", "07"],
      [3, "ideographTraditional", "丙"],
      [2, "cardinalText", "2"],
    ];
    for (const [value, format, label] of formats) expect(formatNumber(value, format), format).toBe(label);
  });

  it("fill numbers up with zeros as a custom format says", () => {
    const custom =
      '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>';
    const numbering = `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="9"/>${custom}<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`;
    const item = p(t("x"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    expect(current(item + item, { numbering })).toEqual(["009.|x", "010.|x"]);
  });

  it("never runs away on absurd numbers", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.constantFrom("lowerLetter", "upperRoman", "hebrew1", "chineseCounting", "x"),
        (value, format) => {
          expect(formatNumber(value, format).length).toBeLessThan(60);
        },
      ),
    );
  });
});

describe("tables", () => {
  const tc = (text: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(t(text))}</w:tc>`;

  it("turn merged cells into spans and know header rows", () => {
    const body = `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${tc("a", '<w:gridSpan w:val="2"/>')}${tc("b", '<w:vMerge w:val="restart"/>')}</w:tr><w:tr>${tc("c")}${tc("d")}${tc("", "<w:vMerge/>")}</w:tr></w:tbl>`;
    const [table] = readBody(body).sides.accept.source.blocks;
    expect(table).toMatchObject({
      kind: "table",
      slice: "word/document.xml#t0",
      rows: [
        { header: true, cells: [{ columnSpan: 2, header: true }, { rowSpan: 2 }] },
        { slice: "word/document.xml#r1", cells: [{}, {}] },
      ],
    });
  });

  it("say what share of the width each column has, on each side where the grid is that of the side", () => {
    const grid = (...widths: (number | string)[]) =>
      `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>`;
    const columns = (body: string) =>
      (["accept", "reject"] as const).map((side) => {
        const [table] = readBody(`<w:tbl>${body}</w:tbl>`).sides[side].source.blocks;
        return (table as SourceTable).columns;
      });
    const by = 'w:id="1" w:author="A" w:date="2030-01-02T03:04:00Z"';
    const row = `<w:tr>${tc("a", '<w:gridSpan w:val="2"/>')}${tc("b")}</w:tr>`;
    expect(columns(grid(500, 780, "0.5in") + row)).toEqual([
      [2500, 3900, 3600],
      [2500, 3900, 3600],
    ]);
    // No width of a file is too large for a draft, which refuses large numbers.
    expect(columns(grid(31_680, 999_999_999, 1) + row)[0]).toEqual([1, 10_000, 1]);
    expect(columns(grid(500, 700) + row)).toEqual([undefined, undefined]);
    expect(columns(grid(500, 0, 700) + row)).toEqual([undefined, undefined]);
    expect(columns(row)).toEqual([undefined, undefined]);
    const long = `<w:tr>${tc("a")}${tc("b")}</w:tr>${"<w:tr/>".repeat(200_000)}`;
    expect(columns(grid(500, 700) + long)[0]).toHaveLength(2);
    const came = `<w:tr>${tc("a")}${tc("b", `<w:cellIns ${by}/>`)}</w:tr>`;
    expect(columns(grid(500, 700) + came)).toEqual([[4167, 5833], undefined]);
  });

  it("know cells that an old form merged across", () => {
    const body = `<w:tbl><w:tr>${tc("a", '<w:hMerge w:val="restart"/>')}${tc("", "<w:hMerge/>")}${tc("b")}</w:tr><w:tr>${tc("c")}${tc("d", '<w:hMerge w:val="restart"/>')}${tc("e", '<w:hMerge w:val="continue"/>')}</w:tr></w:tbl>`;
    const [table] = readBody(body).sides.accept.source.blocks;
    expect(table).toMatchObject({ rows: [{ cells: [{ columnSpan: 2 }, {}] }, { cells: [{}, { columnSpan: 2 }] }] });
    expect(current(body)).toEqual(["a", "b", "c", "d", "e"]);
  });

  it("may stand in a cell", () => {
    expect(
      current(
        `<w:tbl><w:tr><w:tc>${p(t("a"))}<w:tbl><w:tr>${tc("b")}</w:tr></w:tbl>${p(t("c"))}</w:tc></w:tr></w:tbl>`,
      ),
    ).toEqual(["a", "b", "c"]);
  });
});

describe("comments", () => {
  it("know their text, their answers and where they stand on each side", () => {
    const comments =
      `<w:comment w:id="0" w:author="Ana" w:initials="A" w:date="2026-01-01T00:00:00Z"><w:p w14:paraId="AA">${t("why?")}</w:p></w:comment>` +
      `<w:comment w:id="1" w:author="Ben"><w:p w14:paraId="BB">${t("because")}</w:p></w:comment>`;
    const commentsExtended =
      '<w15:commentEx w15:paraId="AA" w15:done="1"/><w15:commentEx w15:paraId="BB" w15:paraIdParent="AA" w15:done="0"/>';
    const body = p(
      `<w:del w:id="5" w:author="A"><w:r><w:delText xml:space="preserve">gone </w:delText></w:r></w:del><w:commentRangeStart w:id="0"/>${t("here")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
    );
    const file = readBody(body, { comments, commentsExtended });
    expect(file.sides.accept.comments[0]).toMatchObject({
      id: "0",
      author: "Ana",
      text: "why?",
      resolved: true,
      from: { paragraph: 0, offset: 0 },
      to: { paragraph: 0, offset: 4 },
    });
    expect(file.sides.reject.comments[0]).toMatchObject({ from: { offset: 5 }, to: { offset: 9 } });
    expect(file.comments[1]).toMatchObject({ id: "1", parent: "0", resolved: true });
    expect(file.sides.accept.comments[1]).toMatchObject({ id: "1", to: { paragraph: 0, offset: 4 } });
  });
});

describe("slices", () => {
  it("give back the exact source of paragraphs, rows and tables", () => {
    const first = `<w:p w:rsidR="00AB"><w:r><w:t>é</w:t></w:r></w:p>`;
    const row = `<w:tr><w:tc>${p(t("x"))}</w:tc></w:tr>`;
    const file = readBody(`${first}<w:tbl>${row}</w:tbl>`);
    expect(sourceOfSlice(file, "word/document.xml#p0")).toBe(first);
    expect(sourceOfSlice(file, "word/document.xml#r0")).toBe(row);
    expect(sourceOfSlice(file, "word/document.xml#t0")).toBe(`<w:tbl>${row}</w:tbl>`);
    expect(sourceOfSlice(file, "word/document.xml#p0-p1")?.startsWith(first)).toBe(true);
    expect(sourceOfSlice(file, "word/document.xml#p2")).toBeUndefined();
    expect(sourceOfSlice(file, "word/other.xml#p0")).toBeUndefined();
  });

  it("can be replaced in place, and nothing else changes", () => {
    const file = readBody(`${p(t("one"))}<!-- kept -->${p(t("two"))}${p(t("three"))}`);
    const { part, start, end } = findSlice(file, "word/document.xml#p1")!;
    const patched = withPatches(file.package, part.name, part.document, [{ start, end, text: "<w:p/>" }]);
    const text = strFromU8(findPart(patched, part.name)!.bytes!);
    expect(text).toBe(part.document.source.replace(p(t("two")), "<w:p/>"));
  });
});
