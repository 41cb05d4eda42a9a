/**
 * Tracked changes beside the text, in headers, footers and the lines above notes: told with their place, kept in a
 * tracked export, settled where the text is. And settling itself, against the reader of both sides.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readDocx } from "../../../shared/docx/document-reader";
import { type ExportInput, exportDocx } from "../../../shared/docx/export-docx";
import { settledStory } from "../../../shared/docx/settled-story";
import { openBase, type TrackedUse } from "../../../shared/draft/open";
import { redline } from "../../../shared/redline/redline";
import { child } from "../../../shared/xml/element";
import { readXml } from "../../../shared/xml/reader";
import { writeXml } from "../../../shared/xml/writer";
import { exportWord, template } from "../../support/word-export";
import { readBody, textsOf, wordPackage } from "../../support/word-package";

const by = 'w:id="1" w:author="Ana" w:date="2030-01-02T03:04:00Z"';
const t = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const ins = (content: string) => `<w:ins ${by}>${content}</w:ins>`;
const del = (text: string) => `<w:del ${by}><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
const p = (content: string, properties = "") => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const mark = (name: string) => `<w:rPr><w:${name} ${by}/></w:rPr>`;

const tracked = p(
  del("Geneva") + ins(t("Port-Serein")),
  `<w:jc w:val="end"/><w:pPrChange ${by}><w:pPr><w:jc w:val="start"/></w:pPr></w:pPrChange>`,
);
const source = wordPackage(p(t("The text ") + del("stays") + ins(t("goes"))) + p(t("The end of the text.")), {
  header: tracked,
  footer: p(ins(t("Page")), mark("ins")) + p(t("1")),
  footnotes: `<w:footnote w:type="separator" w:id="-1">${p(del("___") + t("line"))}</w:footnote>`,
});

function exported(use: TrackedUse, mode: ExportInput["mode"]): Record<string, string> {
  const opened = openBase(source, "side.docx", { tracked: use });
  if (!opened.ok) throw new Error(opened.error.code);
  const { doc: base, current: accepted } = opened.value;
  const current = accepted ?? base;
  const { bytes, messages } = exportWord({ base, current, mode, source });
  expect(messages).toEqual([]);
  const parts = unzipSync(bytes);
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const side = /^word\/(?:header|footer|footnotes)\.xml$/;
const before = Object.fromEntries(Object.entries(unzipSync(source)).map(([name, bytes]) => [name, strFromU8(bytes)]));
const text = (xml: string) => xml.replace(/<w:p[ >]/g, "|$&").replace(/<[^>]*>/g, "");

describe("changes beside the text", () => {
  it("are told whatever prefix the file has for its elements", () => {
    const header = strToU8(before["word/header.xml"]!.replace(/w:/g, "ns0:"));
    const read = readDocx(zipSync({ ...unzipSync(source), "word/header.xml": header }));
    const told = read.ok ? read.value.messages.filter(({ where }) => where?.part === "word/header.xml") : [];
    expect(told).toMatchObject([{ code: "docx.changes-outside-text", values: { count: 3 } }]);
  });

  it("are told, each with the part that holds them", () => {
    const read = readDocx(source);
    const told = read.ok ? read.value.messages.filter(({ code }) => code === "docx.changes-outside-text") : [];
    expect(told.map(({ where, values }) => [where?.part, values?.count])).toEqual([
      ["word/header.xml", 3],
      ["word/footer.xml", 2],
      ["word/footnotes.xml", 1],
    ]);
  });

  it("keep their bytes in a tracked export of a proposal", () => {
    const after = exported("proposal", "tracked");
    for (const name of Object.keys(before).filter((each) => side.test(each))) expect(after[name]).toBe(before[name]);
  });

  it.each<[TrackedUse, ExportInput["mode"], string, string, string, string]>([
    ["proposal", "clean", "|Port-Serein", "|Page|1", "|line", "end"],
    ["proposal", "base", "|Geneva", "|1", "|___line", "start"],
    ["accept", "tracked", "|Port-Serein", "|Page|1", "|line", "end"],
    ["accept", "clean", "|Port-Serein", "|Page|1", "|line", "end"],
    ["reject", "tracked", "|Geneva", "|1", "|___line", "start"],
    ["reject", "clean", "|Geneva", "|1", "|___line", "start"],
  ])("are settled with the text: opened as %s, exported %s", (use, mode, header, footer, line, alignment) => {
    const after = exported(use, mode);
    const parts = [after["word/header.xml"]!, after["word/footer.xml"]!, after["word/footnotes.xml"]!];
    expect(parts.map(text)).toEqual([header, footer, line]);
    expect(parts[0]).toContain(`<w:jc w:val="${alignment}"/>`);
    for (const part of [...parts, after["word/document.xml"]!]) {
      expect(part).not.toMatch(/<w:(?:ins|del|moveFrom|moveTo|\w+Change)[\s>/]/);
    }
  });

  it("share the numbers of changes with the text", () => {
    const numbered = strFromU8(unzipSync(source)["word/header.xml"]!).replaceAll('w:id="1"', 'w:id="70"');
    const files = { ...unzipSync(source), "word/header.xml": strToU8(numbered) };
    const opened = openBase(zipSync(files), "side.docx", { tracked: "reject" });
    if (!opened.ok) throw new Error(opened.error.code);
    const changed = openBase(wordPackage(p(t("The text stays so")) + p(t("The end."))), "b.docx");
    if (!changed.ok) throw new Error(changed.error.code);
    const compared = {
      base: opened.value.doc,
      current: changed.value.doc,
      redline: redline(opened.value.doc, changed.value.doc),
    };
    const written = exportDocx({
      ...compared,
      mode: "tracked",
      author: "Ben",
      date: "2030-01-03",
      template,
      source: zipSync(files),
    });
    if (!written.ok) throw new Error(written.error.code);
    const ids = [...strFromU8(unzipSync(written.value)["word/document.xml"]!).matchAll(/<w:(?:ins|del) w:id="(\d+)"/g)];
    expect(ids.length).toBeGreaterThan(0);
    for (const [, id] of ids) expect(Number(id)).toBeGreaterThan(70);
  });
});

describe("a settled story reads as the side that the reader makes of it:", () => {
  const row = (content: string, properties = "") =>
    `<w:tr><w:trPr>${properties}</w:trPr><w:tc><w:tcPr/>${content}</w:tc></w:tr>`;
  const move = (name: string) =>
    `<w:${name}RangeStart w:id="7" w:name="m"/><w:${name} ${by}>${t("moved")}</w:${name}><w:${name}RangeEnd w:id="7"/>`;
  const stories: Record<string, string> = {
    "joined paragraphs": p(t("one"), mark("del")) + p(del("two"), mark("del")) + p(t("three")),
    "a split": p(t("one"), mark("ins")) + p(t("two")),
    "a paragraph that came": p(t("one")) + p(ins(t("two")), mark("ins")) + p(t("three")),
    "a move": p(move("moveFrom"), mark("moveFrom")) + p(t("stays")) + p(move("moveTo"), mark("moveTo")) + p(t("end")),
    rows: `<w:tbl>${row(p(t("a")))}${row(p(t("b")), `<w:ins ${by}/>`)}${row(p(t("c")), `<w:del ${by}/>`)}</w:tbl>${p("")}`,
    "a table that came": `${p(t("one"))}<w:tbl>${row(p(t("a")), `<w:ins ${by}/>`)}</w:tbl>${p(t("two"))}`,
    "an insertion deleted": p(t("a") + ins(t("b") + del("c")) + t("d")),
    "a content control": p(`<w:sdt><w:sdtPr/><w:sdtContent>${del("old")}${ins(t("new"))}</w:sdtContent></w:sdt>`),
    "a hyperlink": p(`<w:hyperlink w:anchor="x">${del("old")}${ins(t("new"))}</w:hyperlink>`),
    formatting: p(`<w:r><w:rPr><w:b/><w:rPrChange ${by}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>x</w:t></w:r>`),
    "a style": p(
      t("x"),
      `<w:pStyle w:val="New"/><w:rPr><w:b/></w:rPr><w:pPrChange ${by}><w:pPr><w:pStyle w:val="Old"/></w:pPr></w:pPrChange>`,
    ),
  };

  it.each(Object.entries(stories))("%s", (_name, body) => {
    const { sides, parts } = readBody(body);
    const story = child([...parts.values()][0]!.document.root, "w:body")!;
    for (const each of ["accept", "reject"] as const) {
      const settled = settledStory(story, each)
        .map((node) => writeXml(node))
        .join("");
      expect(readXml(`<w:x xmlns:w="w">${settled}</w:x>`).ok).toBe(true);
      expect(settled).not.toMatch(/<w:(?:ins|del|moveFrom|moveTo|\w+Change)[\s>/]|Range(?:Start|End)/);
      const again = readBody(settled).sides.accept;
      expect(textsOf(again)).toEqual(textsOf(sides[each]));
      expect(again.paragraphs.map(({ style }) => style)).toEqual(sides[each].paragraphs.map(({ style }) => style));
    }
  });
});
