/**
 * Export into a Word file that the user chose: styles found by their ITU names whatever their ids, what is missing told,
 * numbered styles kept from counting beside the typed labels, a template or a file with macros made a document.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readDocx } from "../../../shared/docx/document-reader";
import { exportDocx } from "../../../shared/docx/export-docx";
import { openBase } from "../../../shared/draft/open";
import { redline } from "../../../shared/redline/redline";
import { decodeXml, encodeXml } from "../../../shared/xml/encoding";
import { xmlOf } from "../../support/word-export";
import { wordPackage } from "../../support/word-package";

const text =
  "RESOLUTION 7 (Place, 2030)\nTitle\nThe Council,\nconsidering\na)\tthat this is so,\nresolves\n1\tto act:\ni)\tnow.";
const documentOf = (content: string) => {
  const opened = openBase(strToU8(content), "text.txt");
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value.doc;
};
const base = documentOf(text);
const current = documentOf(text.replace("now", "soon"));

function write(template: Uint8Array) {
  const compared = { base, current, redline: redline(base, current) };
  return exportDocx({ ...compared, mode: "tracked", author: "A", date: "2030-01-01T00:00:00Z", template });
}

const style = (id: string, name: string, inner = "") =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`;
const wanted = [
  ["a1", "Res No"],
  ["a2", "RES_TITLE"],
  ["a3", "Normal after title"],
  ["a4", "CALL"],
  ["a6", "Proposal"],
] as const;
const numbering =
  '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>';
const numbered = style("a5", "enumlev1", '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>');
const styles = `${wanted.map(([id, name]) => style(id, name)).join("")}${numbered}`;

/** A package under another content type of its main part, with what else is given. */
function typed(type: string, more: Record<string, string> = {}, relationship = ""): Uint8Array {
  const files: Record<string, Uint8Array> = unzipSync(wordPackage("<w:p/><w:sectPr/>", { styles, numbering }));
  const edit = (name: string, from: string, to: string) => {
    files[name] = strToU8(strFromU8(files[name]!).replace(from, to));
  };
  edit("[Content_Types].xml", "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", type);
  edit("word/_rels/document.xml.rels", "</Relationships>", `${relationship}</Relationships>`);
  for (const [name, content] of Object.entries(more)) files[name] = strToU8(content);
  return zipSync(files);
}

test("styles are found by name, and numbered ones do not count beside the typed label", () => {
  const written = write(wordPackage("<w:p/>", { styles, numbering }));
  if (!written.ok) throw new Error(written.error.code);
  expect(written.messages).toEqual([]);
  const document = xmlOf(written.value, "word/document.xml");
  for (const [id] of wanted) expect(document).toContain(`<w:pStyle w:val="${id}"/>`);
  expect(document).toContain('<w:pStyle w:val="a5"/><w:numPr><w:numId w:val="0"/></w:numPr>');
  const read = readDocx(written.value);
  expect(read.ok && read.value.sides.accept.paragraphs.filter((paragraph) => paragraph.numbering)).toEqual([]);
});

test("styles in UTF-16 stay in UTF-16 when they get the language of the text", () => {
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault></w:docDefaults>`;
  const files = unzipSync(wordPackage("<w:p/>", { styles: defaults + styles }));
  const declared = `<?xml version="1.0" encoding="UTF-16"?>${strFromU8(files["word/styles.xml"]!)}`;
  const written = write(zipSync({ ...files, "word/styles.xml": encodeXml(declared, "utf-16be") }));
  if (!written.ok) throw new Error(written.error.code);
  const decoded = decodeXml(unzipSync(written.value)["word/styles.xml"]!);
  expect(decoded).toMatchObject({ ok: true, value: { encoding: "utf-16be" } });
  expect(decoded.ok && decoded.value.text).toContain('<w:lang w:val="en-GB"/>');
});

test("styles that the template lacks are told by their ITU names", () => {
  const written = write(wordPackage("<w:p/>", { styles: style("a1", "Res_No") }));
  expect(written).toMatchObject({
    ok: true,
    messages: [
      {
        severity: "warning",
        code: "export.missing-styles",
        values: { styles: "Proposal, Res_title, Normal_after_title, Call, enumlev1" },
      },
    ],
  });
});

test("a template becomes a document", () => {
  const written = write(typed("vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"));
  if (!written.ok) throw new Error(written.error.code);
  expect(xmlOf(written.value, "[Content_Types].xml").match(/PartName="\/word\/document\.xml"/g)).toHaveLength(1);
  expect(xmlOf(written.value, "[Content_Types].xml")).toContain("wordprocessingml.document.main+xml");
  expect(xmlOf(written.value, "[Content_Types].xml")).not.toContain("template.main");
});

test("macros are left out with all that hangs on them, and that is told", () => {
  const relationships = "http://schemas.microsoft.com/office/2006/relationships";
  const written = write(
    typed(
      "vnd.ms-word.template.macroEnabledTemplate.main+xml",
      {
        "word/vbaProject.bin": "macro",
        "word/vbaData.xml": "<x/>",
        "word/_rels/vbaProject.bin.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relationships}/wordVbaData" Target="vbaData.xml"/></Relationships>`,
      },
      `<Relationship Id="r9" Type="${relationships}/vbaProject" Target="vbaProject.bin"/>`,
    ),
  );
  if (!written.ok) throw new Error(written.error.code);
  expect(written.messages).toEqual([{ severity: "information", code: "export.without-macros" }]);
  expect(Object.keys(unzipSync(written.value)).filter((name) => /vba/i.test(name))).toEqual([]);
  expect(xmlOf(written.value, "word/_rels/document.xml.rels")).not.toContain("vba");
  expect(xmlOf(written.value, "[Content_Types].xml")).not.toContain("macro");
});

test("a base that came as a template leaves as a document", () => {
  const source = typed("vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml");
  const opened = openBase(source, "base.dotx");
  if (!opened.ok) throw new Error(opened.error.code);
  const doc = opened.value.doc;
  const compared = { base: doc, current: doc, redline: redline(doc, doc) };
  const written = exportDocx({ ...compared, mode: "clean", author: "A", date: "2030-01-01", template: source, source });
  if (!written.ok) throw new Error(written.error.code);
  expect(written.messages).toEqual([]);
  expect(xmlOf(written.value, "[Content_Types].xml")).toContain("wordprocessingml.document.main+xml");
  expect(xmlOf(written.value, "word/document.xml")).toBe(xmlOf(source, "word/document.xml"));
});

test("what is no Word file is refused in a sentence of its own", () => {
  expect(write(strToU8("no package"))).toMatchObject({ ok: false, error: { code: "docx.plain-text" } });
  const sheet = write(typed("vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"));
  expect(sheet).toMatchObject({ ok: false, error: { code: "docx.not-word" } });
});

test("notes that only other notes refer to are told, because Word has no place for them", () => {
  const reference = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const note = (id: number, inner: string) =>
    `<w:footnote w:id="${id}"><w:p><w:r><w:t>${inner}</w:t></w:r></w:p></w:footnote>`;
  const source = wordPackage(`<w:p><w:r><w:t>One</w:t></w:r>${reference(1)}</w:p>`, {
    footnotes: note(1, "first").replace("</w:p>", `${reference(2)}</w:p>`) + note(2, "hidden below"),
  });
  const opened = openBase(source, "notes.docx");
  if (!opened.ok) throw new Error(opened.error.code);
  const doc = opened.value.doc;
  const written = exportDocx({
    ...{ base: doc, current: doc, redline: redline(doc, doc), mode: "clean", author: "A", date: "2030-01-01" },
    template: wordPackage("<w:p/>", { styles: style("f", "footnote text") }),
  });
  expect(written).toMatchObject({
    ok: true,
    messages: [{ severity: "warning", code: "export.notes-in-notes", values: { count: 1, notes: "hidden below" } }],
  });
});
