/**
 * What a file holds besides words, in a paragraph whose words change around it: it stays in the file's own export, whatever
 * the form; where only that file can hold it, an export elsewhere says that it is left out.
 */
import type { Node } from "prosemirror-model";
import { describe, expect, test } from "vitest";
import type { ExportMode } from "../../../shared/docx/export-docx";
import { replaced } from "../../support/word-edits";
import { exportWord, openWord, xmlOf } from "../../support/word-export";
import { wordPackage } from "../../support/word-package";

const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
const fieldEnd = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
const drawing =
  '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="1" cy="1"/><wp:docPr id="1" name="p"/></wp:inline></w:drawing>';
const control = '<w:sdtPr><w:alias w:val="the control"/><w:id w:val="77"/></w:sdtPr>';

/** Its XML, what shows that it is there, and whether a template can hold no more than its text. */
const objects: [name: string, xml: string, sign: RegExp, ownFileOnly: boolean][] = [
  [
    "a hyperlink",
    `<w:hyperlink w:anchor="b1">${run("the linked words")}</w:hyperlink>`,
    /<w:hyperlink w:anchor="b1">/g,
    false,
  ],
  [
    "a bookmark",
    `<w:bookmarkStart w:id="7" w:name="b1"/>${run("marked words")}<w:bookmarkEnd w:id="7"/>`,
    /<w:bookmarkStart [^>]*w:name="b1"\/>/g,
    false,
  ],
  [
    "a field",
    `${fieldEnd("begin")}<w:r><w:instrText xml:space="preserve"> REF b1 </w:instrText></w:r>${fieldEnd("separate")}${run("its result")}${fieldEnd("end")}`,
    /REF b1/g,
    false,
  ],
  [
    "a simple field",
    `<w:fldSimple w:instr=" PAGE ">${run("12")}</w:fldSimple>`,
    /<w:fldSimple w:instr=" PAGE ">/g,
    false,
  ],
  [
    "a content control",
    `<w:sdt>${control}<w:sdtContent>${run("controlled words")}</w:sdtContent></w:sdt>`,
    /<w:sdt><w:sdtPr><w:alias w:val="the control"\/>/g,
    false,
  ],
  [
    "a smart tag",
    `<w:smartTag w:uri="u" w:element="place">${run("tagged words")}</w:smartTag>`,
    /<w:smartTag w:uri="u" w:element="place">/g,
    false,
  ],
  ["an image", `<w:r>${drawing}</w:r>`, /<w:drawing>/g, true],
  ["an equation", "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", /<m:oMath>/g, true],
  [
    "a text box",
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p>${run("boxed")}</w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>`,
    /<w:txbxContent>/g,
    true,
  ],
  ["a symbol", '<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>', /<w:sym /g, false],
];

function write(base: Node, current: Node, mode: ExportMode, source?: Uint8Array) {
  const { bytes, messages } = exportWord({ base, current, mode, source });
  return { xml: xmlOf(bytes), messages };
}

function opened(inner: string): { base: Node; source: Uint8Array } {
  const changed = `<w:p>${run("Alpha starts before ")}${inner}${run(" and then comes omega.")}</w:p>`;
  return openWord(wordPackage(`<w:p>${run("A first paragraph.")}</w:p>${changed}<w:p>${run("The end of it.")}</w:p>`));
}

describe.each(objects)("%s", (_name, xml, sign, ownFileOnly) => {
  test("stays in its own file once, and is told where it cannot go", () => {
    const { base, source } = opened(xml);
    for (const [from, to] of [
      ["Alpha", "Beta"],
      ["omega", "sigma"],
    ] as const) {
      const current = replaced(base, from, to);
      for (const mode of ["tracked", "typeset", "clean"] as const) {
        const own = write(base, current, mode, source);
        expect(own.messages).toEqual([]);
        expect(own.xml.match(sign)).toHaveLength(1);
        expect(write(base, current, mode).messages.includes("export.objects-left-out")).toBe(ownFileOnly);
      }
    }
  });
});

test("a content control stays whole when a word inside it changes", () => {
  const { base, source } = opened(
    `<w:sdt>${control}<w:sdtContent>${run("one controlled word more")}</w:sdtContent></w:sdt>`,
  );
  const { xml } = write(base, replaced(base, "controlled", "ruled"), "tracked", source);
  const controls = xml.match(/<w:sdt>.*?<\/w:sdt>/gs)!;
  expect(controls).toHaveLength(1);
  expect(controls[0]).toMatch(/<w:delText>controlled<\/w:delText>.*<w:ins .*ruled/s);
  expect(controls[0]).toMatch(/one .*more/s);
});
