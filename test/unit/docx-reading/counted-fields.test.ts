/** Numbers of fields that keep no result, against the examples of ECMA-376 Part 1 §17.16.5.5–7 and §17.16.5.33. */
import { describe, expect, it } from "vitest";
import { openBase } from "../../../shared/draft/open";
import { blocksOf, blockText } from "../../../shared/schema/blocks";
import { spacedParagraphs, withWordAt } from "../../support/word-edits";
import { exportWord } from "../../support/word-export";
import { readBody, textsOf, wordPackage } from "../../support/word-package";

const t = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (content: string, properties = "") => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const field = (code: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const headings = [1, 2, 3]
  .map(
    (level) =>
      `<w:style w:type="paragraph" w:styleId="Titre${level}"><w:name w:val="heading ${level}"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr></w:style>`,
  )
  .join("");
const heading = (level: number, code: string) =>
  p(`${field(code)}<w:r><w:tab/></w:r>${t("x")}`, `<w:pStyle w:val="Titre${level}"/>`);
const item = (code: string) => p(`${field(code)}<w:r><w:tab/></w:r>${t("x")}`);

const labels = (body: string) => textsOf(readBody(body, { styles: headings }).sides.accept);

describe("a field at the start of a paragraph is its label", () => {
  it("counts paragraphs (AUTONUM), in the form and with the separator that it names", () => {
    const body = [
      "AUTONUM",
      "AUTONUM \\* Arabic \\s :",
      "AUTONUM \\* alphabetic \\s )",
      "AUTONUM \\* ROMAN",
      "AUTONUM \\* Roman \\* MERGEFORMAT",
    ].map(item);
    expect(labels(body.join(""))).toEqual(["1.|x", "2:|x", "c)|x", "IV.|x", "V.|x"]);
  });

  it("counts body text anew below each numbered heading, and through where headings have no number", () => {
    const numbered = [heading(1, "AUTONUM"), item("AUTONUM"), item("AUTONUM"), heading(1, "AUTONUM"), item("AUTONUM")];
    expect(labels(numbered.join(""))).toEqual(["1.|x", "1.|x", "2.|x", "2.|x", "1.|x"]);
    const plain = p(t("Title"), '<w:pStyle w:val="Titre1"/>');
    expect(labels(item("AUTONUM") + plain + item("AUTONUM"))).toEqual(["1.|x", "Title", "2.|x"]);
  });

  it("shows the numbers of the headings above (AUTONUMLGL)", () => {
    const levels = [1, 2, 2, 1, 2, 3].map((level) => heading(level, "AUTONUMLGL"));
    const body = levels.join("") + item("AUTONUMLGL") + item("AUTONUMLGL \\e") + heading(1, "AUTONUMLGL \\e");
    expect(labels(body)).toEqual([
      "1.|x",
      "1.1.|x",
      "1.2.|x",
      "2.|x",
      "2.1.|x",
      "2.1.1.|x",
      "2.1.1.1.|x",
      "2.1.1.2|x",
      "3|x",
    ]);
  });

  it("follows the outline (AUTONUMOUT)", () => {
    const levels = [1, 2, 2, 3, 1].map((level) => heading(level, "AUTONUMOUT"));
    expect(labels(levels.join(""))).toEqual(["I.|x", "A.|x", "B.|x", "1.|x", "II.|x"]);
    expect(labels(item("AUTONUMOUT") + item("AUTONUMOUT"))).toEqual(["1.|x", "2.|x"]);
  });

  it("goes on at its level, from where it is told (LISTNUM)", () => {
    const codes = [
      "LISTNUM",
      "LISTNUM",
      "LISTNUM NumberDefault \\l 2",
      "LISTNUM",
      "LISTNUM \\l 1",
      "LISTNUM \\l 1 \\s 9",
    ];
    expect(labels(codes.map(item).join(""))).toEqual(["1)|x", "2)|x", "a)|x", "b)|x", "3)|x", "9)|x"]);
    const legal = ["\\l 1", "\\l 2", "", "\\l 1"].map((switches) => item(`LISTNUM "LegalDefault" ${switches}`));
    expect(labels(legal.join(""))).toEqual(["1.|x", "1.1.|x", "1.2.|x", "2.|x"]);
    const outline = ["\\l 1", "\\l 2", "\\l 4"].map((switches) => item(`LISTNUM OutlineDefault ${switches}`));
    expect(labels(outline.join(""))).toEqual(["I.|x", "A.|x", "a)|x"]);
  });
});

it("elsewhere the number is the field's text", () => {
  const body = p(
    `${t("We need: ")}${field("LISTNUM NumberDefault \\l 3 \\s 1")}${t(" time, ")}${field("LISTNUM")}${t(" funds.")}`,
  );
  expect(labels(body)).toEqual(["We need: <field:i)> time, <field:ii)> funds."]);
});

it("each side counts its own, and a tracked number is signed", () => {
  const inserted = `<w:ins w:id="1" w:author="Ana" w:date="2030-01-02T03:04:00Z">${field("AUTONUM")}</w:ins>`;
  const { accept, reject } = readBody(p(inserted + t(" new")) + item("AUTONUM")).sides;
  expect(textsOf(accept)).toEqual(["1.|new", "2.|x"]);
  expect(textsOf(reject)).toEqual([" new", "1.|x"]);
  expect(accept.attributions).toMatchObject([{ paragraph: 0, from: 0, to: 0, kind: "insertion", author: "Ana" }]);
});

it("a simple field counts as well, and any other field keeps its result", () => {
  const simple = `<w:fldSimple w:instr=" AUTONUM "/>`;
  const other = `<w:fldSimple w:instr="AUTONUMBER">${t("7")}</w:fldSimple>`;
  expect(labels(p(`${simple}${t(" a")}`) + p(`${other}${t(" b")}`))).toEqual(["1.|a", "<field:7> b"]);
});

it("a paragraph that is written anew keeps its field, and the others their bytes", () => {
  const lines = [
    "to invite the members to speak;",
    "to ask the director to listen;",
    "to report to the next assembly.",
  ];
  const source = wordPackage(lines.map((line) => p(`${field("AUTONUM")}<w:r><w:tab/></w:r>${t(line)}`)).join(""));
  const opened = openBase(source, "counted.docx");
  if (!opened.ok) throw new Error(opened.error.code);
  const base = opened.value.doc;
  expect(blocksOf(base).map(({ node }) => node.attrs.label)).toEqual(["1.", "2.", "3."]);
  expect(blocksOf(base).map(({ node }) => node.textContent)).toEqual(lines);
  const current = withWordAt(base, new Set([spacedParagraphs(base)[1]!]));
  const { bytes, messages } = exportWord({ base, current, source });
  expect(messages).toEqual([]);
  const again = openBase(bytes, "counted.docx");
  if (!again.ok) throw new Error(again.error.code);
  expect(blocksOf(again.value.current!).map(({ node }) => node.attrs.label)).toEqual(["1.", "2.", "3."]);
  expect(blocksOf(again.value.doc).map(({ node }) => blockText(node))).toEqual(
    blocksOf(base).map(({ node }) => blockText(node)),
  );
});
