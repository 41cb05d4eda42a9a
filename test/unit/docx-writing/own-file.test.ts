/**
 * What files of other people hold and their own export must keep: nothing changed, nothing differs; one word changed,
 * nothing else does, and the export is proved. Each case once failed on a real file.
 */
import { expect, test } from "vitest";
import { schema } from "../../../shared/schema/schema";
import { spacedParagraphs, withWordAt } from "../../support/word-edits";
import { exportWord, openWord, xmlOf } from "../../support/word-export";
import { type WordParts, wordPackage } from "../../support/word-package";

const text = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
const paragraph = (inner: string, properties = "") => `<w:p>${properties}${inner}</w:p>`;
const cell = (properties: string, inner: string) => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
const numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';
const numbering =
  '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';

const cases: [string, string, WordParts][] = [
  [
    "rows of nothing but continued cells",
    `<w:tbl><w:tr>${cell('<w:vMerge w:val="restart"/>', paragraph(text("a tall cell")))}</w:tr><w:tr>${cell("<w:vMerge/>", paragraph(""))}</w:tr><w:tr>${cell("<w:vMerge/>", paragraph(""))}</w:tr><w:tr>${cell("", paragraph(text("the next cell")))}</w:tr></w:tbl>`,
    {},
  ],
  [
    "a table in a note",
    paragraph(`${text("a note")}<w:r><w:footnoteReference w:id="2"/></w:r>`),
    {
      footnotes: `<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${text(" words before")}</w:p><w:tbl><w:tr>${cell("", paragraph(text("one cell")))}${cell("", paragraph(text("another cell")))}</w:tr></w:tbl>${paragraph(text("words after"))}</w:footnote>`,
    },
  ],
  [
    "cells that an old form merged across",
    `<w:tbl><w:tr>${cell('<w:hMerge w:val="restart"/>', paragraph(text("a wide cell")))}${cell("<w:hMerge/>", paragraph(""))}</w:tr><w:tr>${cell("", paragraph(text("one cell")))}${cell("", paragraph(text("and another")))}</w:tr></w:tbl>`,
    {},
  ],
  [
    "a numbered paragraph that holds an object alone",
    paragraph("<w:r><w:object><v:shape/></w:object></w:r>", numbered) + paragraph(text("some more words"), numbered),
    { numbering },
  ],
];

test.each(cases)("%s", (_name, body, parts) => {
  const source = wordPackage(paragraph(text("A first paragraph")) + body + paragraph(text("The end of it.")), parts);
  const { base } = openWord(source);
  const places = spacedParagraphs(base);
  const write = (current: typeof base, mode: "tracked" | "clean") => {
    const { bytes, messages } = exportWord({ base, current, source, mode });
    expect(messages).toEqual([]);
    return bytes;
  };
  const paragraphs = (bytes: Uint8Array) =>
    xmlOf(bytes)
      .split(/(?=<w:p[ >/])/)
      .filter((each) => !each.includes(">MOD<"));
  for (const mode of ["tracked", "clean"] as const) {
    expect(write(base, mode)).toEqual(source);
    for (const place of places) {
      const after = paragraphs(write(withWordAt(base, new Set([place])), mode));
      const before = paragraphs(source);
      expect(after).toHaveLength(before.length);
      expect(after.filter((each, index) => each !== before[index])).toHaveLength(1);
    }
  }
});

test("a new table is as wide as the text on the file's own page", () => {
  const a5 = '<w:sectPr><w:pgSz w:w="8391" w:h="11906"/><w:pgMar w:left="700" w:right="691"/></w:sectPr>';
  const body = paragraph(text("A first paragraph")) + paragraph(text("The end of it.")) + a5;
  const { source, base } = openWord(wordPackage(body));
  const words = schema.node("paragraph", { id: "n1" }, schema.text("one cell"));
  const row = schema.node("table_row", { id: "n2" }, schema.node("table_cell", null, words));
  const table = schema.node("table", { id: "n3" }, row);
  const current = base.copy(base.content.addToStart(table));
  const { bytes, messages } = exportWord({ base, current, source });
  expect(messages).toEqual([]);
  expect(xmlOf(bytes)).toContain('<w:tblW w:w="7000" w:type="dxa"/>');
});
