/** The line that opens a proposal in its own Word file: it stands once, as it came, whatever it says. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { exportDocx } from "../../../shared/docx/export-docx";
import { openBase } from "../../../shared/draft/open";
import { redline } from "../../../shared/redline/redline";
import { spacedParagraphs, withWordAt } from "../../support/word-edits";
import { wordPackage } from "../../support/word-package";

const template = new Uint8Array(readFileSync(join(__dirname, "../../../resources/templates/itu.docx")));
const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const table = `<w:tbl><w:tr><w:tc>${paragraph("474")}</w:tc><w:tc>${paragraph("3 The amounts due bear interest.")}</w:tc></w:tr></w:tbl>`;

const numbered = table.replace("3 The", "3\tThe").replace("474", "474</w:t><w:br/><w:t>PP-98");

test.each([
  ["MOD\tZZZ/2222/1", table],
  ["MOD\tZZZ/2222/1", numbered],
  ["MOD\tZZZ/2222/1", `${numbered}<w:p/>`],
  ["MOD\tZZZ/2222/1", paragraph("RESOLUTION 7 (Place, 2030)") + paragraph("A title of two words")],
  ["MOD", paragraph("RESOLUTION 7 (Place, 2030)") + paragraph("A title of two words")],
])("%s", (line, body) => {
  const source = wordPackage(paragraph(line) + body + paragraph("The end of it."));
  const opened = openBase(source, "base.docx");
  if (!opened.ok) throw new Error(opened.error.code);
  const base = opened.value.doc;
  for (const current of [base, ...spacedParagraphs(base).map((place) => withWordAt(base, new Set([place])))]) {
    for (const mode of ["tracked", "clean"] as const) {
      const compared = { base, current, redline: redline(base, current) };
      const written = exportDocx({ ...compared, mode, author: "A", date: "2030-01-01T00:00:00Z", template, source });
      if (!written.ok) throw new Error(written.error.code);
      expect(written.messages).toEqual([]);
      const xml = strFromU8(unzipSync(written.value)["word/document.xml"] as Uint8Array);
      const [marker, identifier] = line.split("\t") as [string, string | undefined];
      expect(xml.split(identifier ?? marker)).toHaveLength(2);
      if (current === base) expect(written.value).toEqual(source);
    }
  }
});

test.each([
  ["a space", ["MOD EUR/16A21A1/1"]],
  ["nothing", ["MODEUR/16A21A1/1"]],
  ["the number of a list behind it", ["MOD\tEUR/16A21A1/1#50281"]],
  ["two lines", ["MOD", "EUR/16A21A1/1"]],
  ["two lines, identifier first", ["EUR/16A21A1/1", "MOD"]],
])("marker and identifier with %s between them stand as they came", (_form, lines) => {
  const opening = lines.map(paragraph).join("");
  const text = "RESOLUTION 7 (Place, 2030)|A title of two words|The Council,|considering|that masts are old,".split(
    "|",
  );
  const source = wordPackage(opening + text.map(paragraph).join(""));
  const opened = openBase(source, "base.docx");
  if (!opened.ok) throw new Error(opened.error.code);
  const base = opened.value.doc;
  expect(base.firstChild!.attrs).toMatchObject({ marker: "MOD", identifier: "EUR/16A21A1/1" });
  const [place] = spacedParagraphs(base).slice(-1);
  for (const current of [base, withWordAt(base, new Set([place!]))]) {
    const compared = { base, current, redline: redline(base, current) };
    const by = { author: "A", date: "2030-01-01T00:00:00Z" };
    const written = exportDocx({ ...compared, mode: "tracked", ...by, template, source });
    if (!written.ok) throw new Error(written.error.code);
    expect(written.messages).toEqual([]);
    expect(strFromU8(unzipSync(written.value)["word/document.xml"] as Uint8Array)).toContain(opening);
  }
});
