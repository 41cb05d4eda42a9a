import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readDocx } from "../../../shared/docx/document-reader";
import { openBase } from "../../../shared/draft/open";
import { readBody, textsOf, wordPackage } from "../../support/word-package";

const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

function codeOf(bytes: Uint8Array): string {
  const read = readDocx(bytes);
  return read.ok ? "read" : read.error.code;
}

/** A package with some parts replaced, added, or left out where null. */
function changed(parts: Record<string, string | null>, body = p("x")): Uint8Array {
  const files: Record<string, Uint8Array> = unzipSync(wordPackage(body));
  for (const [name, content] of Object.entries(parts)) {
    if (content === null) delete files[name];
    else files[name] = strToU8(content);
  }
  return zipSync(files);
}

const main = "word/document.xml";
const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const tracked = (i: number) =>
  i % 2 === 0
    ? `<w:p><w:ins w:id="${i}" w:author="A"><w:r><w:t>same</w:t></w:r></w:ins></w:p>`
    : `<w:p><w:del w:id="${i}" w:author="B"><w:r><w:delText>same</w:delText></w:r></w:del></w:p>`;

function manyNotes(count: number): Uint8Array {
  const all = (one: (i: number) => string) => Array.from({ length: count }, (_, i) => one(i)).join("");
  return wordPackage(`<w:p>${all((i) => `<w:r><w:footnoteReference w:id="${i}"/></w:r>`)}</w:p>`, {
    footnotes: all((i) => `<w:footnote w:id="${i}">${p("a note")}</w:footnote>`),
  });
}

describe("a file that is not what it should be", () => {
  it("is refused for a missing or wrong part, each with its own code", () => {
    expect(codeOf(changed({}))).toBe("read");
    expect(codeOf(changed({ "[Content_Types].xml": null }))).toBe("docx.no-content-types");
    expect(codeOf(changed({ "_rels/.rels": null }))).toBe("docx.no-main-part");
    expect(codeOf(changed({ [main]: null }))).toBe("docx.no-main-part");
    expect(codeOf(changed({ [main]: "" }))).toBe("docx.malformed-xml");
    expect(codeOf(changed({ [main]: "<html><body/></html>" }))).toBe("docx.not-word");
    const types = strFromU8(unzipSync(wordPackage(""))["[Content_Types].xml"]!);
    expect(
      codeOf(changed({ "[Content_Types].xml": types.replace("wordprocessingml.document", "spreadsheetml.sheet") })),
    ).toBe("docx.not-word");
  });

  it("is done without where only a part beside the text is broken", () => {
    const files = unzipSync(wordPackage(p("kept"), { styles: "" }));
    files["word/styles.xml"] = strToU8("<broken");
    const read = readDocx(zipSync(files));
    expect(read).toMatchObject({
      ok: true,
      messages: [{ severity: "warning", code: "docx.malformed-xml", where: { part: "word/styles.xml" } }],
    });
    if (read.ok) expect(textsOf(read.value.sides.accept)).toEqual(["kept"]);
  });
});

describe("a file made to hurt", () => {
  it("does not expand entities, inside or outside", () => {
    const laughs = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w>&b;</w>';
    expect(codeOf(changed({ [main]: laughs }))).toBe("docx.doctype");
    expect(codeOf(changed({ [main]: '<!DOCTYPE w SYSTEM "file:///etc/passwd"><w/>' }))).toBe("docx.doctype");
  });

  it("does not follow nesting without end", () => {
    expect(codeOf(changed({ [main]: "<w>".repeat(100_000) }))).toBe("docx.too-deep");
    expect(codeOf(wordPackage("<w:sdt><w:sdtContent>".repeat(300)))).toBe("docx.too-deep");
  });

  it("is not read to the end of ten million paragraphs", () => {
    expect(codeOf(changed({ [main]: `<w>${"<w:p/>".repeat(10_000_000)}</w>` }))).toBe("docx.bomb");
    expect(codeOf(changed({ [main]: `<w>${"<w:p/>".repeat(3_000_000)}</w>` }))).toBe("docx.too-many-elements");
    expect(codeOf(wordPackage("<w:p/>".repeat(50_001)))).toBe("docx.too-many-paragraphs");
  });

  it("is not unfolded where a part does not say by its name that it is XML", () => {
    const renamed = (content: string | undefined) => {
      const text = (name: string) => strFromU8(unzipSync(wordPackage(p("x")))[name]!);
      return changed({
        [main]: null,
        "word/main.bin": content ?? text(main),
        "[Content_Types].xml": text("[Content_Types].xml").replace("document.xml", "main.bin"),
        "_rels/.rels": text("_rels/.rels").replace("document.xml", "main.bin"),
      });
    };
    expect(codeOf(renamed(undefined))).toBe("read");
    expect(codeOf(renamed(`<w>${" ".repeat(80_000_000)}</w>`))).toBe("docx.part-too-large");
  });

  // Each of these took minutes when it was read in the square of its size.
  it.each<[string, () => Uint8Array]>([
    [
      "fields in fields",
      () => wordPackage(`<w:p>${field("begin").repeat(60_000)}${field("end").repeat(60_000)}</w:p>`),
    ],
    ["fields without end", () => wordPackage(`<w:p>${field("begin").repeat(100_000)}</w:p>`)],
    ["a paragraph of 15 MB", () => wordPackage(p("word ".repeat(3_000_000)))],
    ["footnotes", () => manyNotes(20_000)],
    ["paragraphs that come and go", () => wordPackage(Array.from({ length: 10_000 }, (_, i) => tracked(i)).join(""))],
  ])("is read however many %s it holds", (_name, bytes) => {
    expect(openBase(bytes(), "many.docx").ok).toBe(true);
  });

  it("cannot make numbers absurd", () => {
    const cell = (properties: string) => `<w:tc><w:tcPr>${properties}</w:tcPr>${p("c")}</w:tc>`;
    const body =
      `<w:tbl><w:tr><w:trPr><w:gridBefore w:val="99999999999"/></w:trPr>${cell('<w:gridSpan w:val="999999999"/>')}${cell('<w:gridSpan w:val="-5"/>')}</w:tr></w:tbl>` +
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="4000000000"/><w:numId w:val="1e9"/></w:numPr><w:ind w:left="NaN"/></w:pPr></w:p>';
    const { accept } = readBody(body).sides;
    expect(accept.source.blocks[0]).toMatchObject({ rows: [{ cells: [{ columnSpan: 1024 }, {}] }] });
    expect(accept.paragraphs[2]).toEqual({ kind: "paragraph", inlines: [], slice: "word/document.xml#p2" });
  });

  it("cannot loop styles or numbering", () => {
    const style = (id: string, on: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="${on}"/></w:style>`;
    const numbering =
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
    const link =
      '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const body = '<w:p><w:pPr><w:pStyle w:val="A"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>';
    const file = readBody(body, { styles: style("A", "B") + style("B", "A") + link, numbering });
    expect(file.sides.accept.paragraphs[0]).toMatchObject({ style: "A", basedOn: ["B"] });
  });

  it("never makes the reader throw, whatever characters are changed", () => {
    const rich =
      p("one") +
      '<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr><w:ins w:id="2" w:author="A"><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>X</w:instrText><w:fldChar w:fldCharType="end"/></w:r></w:ins><w:r><w:footnoteReference w:id="3" w:customMarkFollows="1"/><w:t>1</w:t></w:r></w:p>' +
      `<w:tbl><w:tr><w:trPr><w:ins w:id="4" w:author="B"/></w:trPr><w:tc><w:tcPr><w:vMerge/></w:tcPr>${p("c")}</w:tc></w:tr></w:tbl>`;
    const source = strFromU8(unzipSync(wordPackage(rich))[main]!);
    const names = [
      "w:p",
      "w:r",
      "w:t",
      "w:tbl",
      "w:tc",
      "w:tr",
      "w:ins",
      "w:del",
      "w:sdt",
      "w:fldSimple",
      "w:hyperlink",
      "mc:Choice",
    ];
    const edit = fc.record({ from: fc.constantFrom(...names), to: fc.constantFrom(...names) });
    fc.assert(
      fc.property(
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        fc.nat(source.length),
        fc.constantFrom("", "<", "&", '"', "/>", "\u0001"),
        (edits, cut, junk) => {
          let text = source;
          for (const { from, to } of edits)
            text = text.replaceAll(`<${from}>`, `<${to}>`).replaceAll(`</${from}>`, `</${to}>`);
          if (junk !== "") text = text.slice(0, cut) + junk + text.slice(cut);
          readDocx(changed({ [main]: text }));
        },
      ),
      { numRuns: 300 },
    );
  });
});
