/**
 * A Word file with tracked changes of its own, opened as a proposal, edited and written into itself: what nobody touched
 * keeps its bytes, changes that still stand keep their numbers, authors and dates, what was taken back is gone.
 */
import type { Node } from "prosemirror-model";
import { describe, expect, test } from "vitest";
import type { ExportMode } from "../../../shared/docx/export-docx";
import { readPart } from "../../../shared/opc/package";
import { readPackage } from "../../../shared/opc/package-reader";
import { schema } from "../../../shared/schema/schema";
import { readXml } from "../../../shared/xml/reader";
import { exportWord, openWord } from "../../support/word-export";
import { wordPackage } from "../../support/word-package";
import { findingsIn } from "../../support/wordprocessing-rules";

const by = (id: number, author = "Awa") => `w:id="${id}" w:author="${author}" w:date="2030-01-01T09:30:00Z"`;
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const ins = (id: number, text: string, author?: string) => `<w:ins ${by(id, author)}>${run(text)}</w:ins>`;
const del = (id: number, text: string, author?: string) =>
  `<w:del ${by(id, author)}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
const markOf = (name: string, id: number) => `<w:pPr><w:rPr><w:${name} ${by(id)}/></w:rPr></w:pPr>`;
const p = (...content: string[]) => `<w:p>${content.join("")}</w:p>`;

const kept = p(run("The union keeps this paragraph with its "), ins(11, "important "), run("words."));
const edited = p(run("Members "), del(21, "shall "), ins(22, "should ", "Li"), run("report on the rivers every year."));
const deleted = p(markOf("del", 31), del(32, "This paragraph is proposed to go away for good."));
const inserted = p(markOf("ins", 41), ins(42, "A paragraph about lakes that Awa proposes to add here."));
const last = p(run("The last paragraph stays as it is."));
const body = [kept, edited, deleted, inserted, last].join("");

interface Opened {
  source: Uint8Array;
  base: Node;
  current: Node;
}

function open(xml: string): Opened {
  return openWord(wordPackage(xml));
}

/** The body of the export into the file itself; anything but that fails. */
function written({ source, base }: Opened, current: Node, mode: ExportMode = "tracked"): string {
  const by = { author: "Drafter", date: "2031-02-03T04:05:00Z" };
  const { bytes, messages } = exportWord({ base, current, mode, ...by, source });
  expect(messages).toEqual([]);
  const opened = readPackage(bytes);
  const part = opened.ok ? readPart(opened.value, "word/document.xml") : null;
  if (!part?.ok) throw new Error("no document");
  const xml = new TextDecoder().decode(part.value);
  const tree = readXml(xml);
  if (!tree.ok) throw new Error(tree.error.code);
  expect(findingsIn(tree.value.root).filter((each) => !each.includes("xmlns:"))).toEqual([]);
  return /<w:body>(.*)<\/w:body>/s.exec(xml)![1]!;
}

/** The document with the text of one block changed. */
function changed(doc: Node, beginning: string, change: (text: string) => string | null): Node {
  const children = doc.children.flatMap((node) => {
    if (!node.isTextblock) return [node.childCount > 0 ? changed(node, beginning, change) : node];
    if (!node.textContent.startsWith(beginning)) return [node];
    const text = change(node.textContent);
    return text === null ? [] : [node.type.create(node.attrs, schema.text(text))];
  });
  return doc.type.create(doc.attrs, children);
}

describe("a file with tracked changes", () => {
  test("is written as it was when nothing changed", () => {
    const opened = open(body);
    expect(written(opened, opened.current)).toBe(body);
  });

  test("keeps all other paragraphs, and in the edited one the changes of others", () => {
    const opened = open(body);
    const xml = written(
      opened,
      changed(opened.current, "Members", (text) => text.replace("rivers", "rivers and canals")),
    );
    for (const paragraph of [kept, deleted, inserted, last]) expect(xml).toContain(paragraph);
    expect(xml).toMatch(/<w:del w:id="21" w:author="Awa" w:date="2030-01-01T09:30:00Z">.*?shall/);
    expect(xml).toMatch(/<w:ins w:id="22" w:author="Li" w:date="2030-01-01T09:30:00Z">.*?should/);
    expect(xml).toMatch(
      /<w:ins w:id="\d+" w:author="Drafter" w:date="2031-02-03T04:05:00Z">[^/]*<w:t[^>]*>[^<]*canals/,
    );
    expect(new Set(xml.match(/<w:(?:ins|del) w:id="\d+"/g)!.map((each) => /\d+/.exec(each)![0])).size).toBe(
      xml.match(/<w:(?:ins|del) w:id="\d+"/g)!.length,
    );
  });

  test("loses a change that was taken back, and no other", () => {
    const opened = open(body);
    const xml = written(
      opened,
      changed(opened.current, "Members", (text) => text.replace("should", "shall")),
    );
    expect(xml).not.toContain('w:id="21"');
    expect(xml).not.toContain('w:id="22"');
    for (const paragraph of [kept, deleted, inserted, last]) expect(xml).toContain(paragraph);
  });

  test("loses an inserted paragraph that was removed again", () => {
    const opened = open(body);
    const xml = written(
      opened,
      changed(opened.current, "A paragraph about lakes", () => null),
    );
    expect(xml).toBe(body.replace(inserted, ""));
  });

  test("brings a deleted paragraph back without marks", () => {
    const opened = open(body);
    const restored = opened.base.children.find(({ textContent }) => textContent.startsWith("This paragraph"))!;
    const children = [...opened.current.children];
    children.splice(2, 0, restored);
    const xml = written(opened, opened.current.type.create(opened.current.attrs, children));
    expect(xml).not.toContain('w:id="31"');
    expect(xml).not.toContain('w:id="32"');
    expect(xml).toContain(">This paragraph is proposed to go away for good.<");
    for (const paragraph of [kept, inserted, last]) expect(xml).toContain(paragraph);
  });

  test.each([
    ["clean", "should report on the rivers"],
    ["base", "shall report on the rivers"],
  ] as const)("is written %s without a mark", (mode, words) => {
    const opened = open(body);
    const xml = written(opened, opened.current, mode);
    expect(xml).not.toMatch(/<w:(?:ins|del)\b/);
    expect(xml.replace(/<[^>]*>/g, "")).toContain(words);
    expect(xml).toContain(last);
  });

  test("keeps a tracked row, and in an edited cell its properties", () => {
    const cell = (text: string) => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${p(run(text))}</w:tc>`;
    const row = (text: string, mark = "") => `<w:tr>${mark}${cell(`${text} one`)}${cell(`${text} two`)}</w:tr>`;
    const grid = '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>';
    const added = row("third", `<w:trPr><w:ins ${by(51)}/></w:trPr>`);
    const gone = row("fourth", `<w:trPr><w:del ${by(52)}/></w:trPr>`);
    const table = `<w:tbl><w:tblPr/>${grid}${row("first")}${row("second")}${added}${gone}</w:tbl>`;
    const opened = open(p(run("Before the table.")) + table + last);
    const edit = (doc: Node): Node =>
      doc.type.create(
        doc.attrs,
        doc.children.map((node) =>
          node.textContent === "second one" && node.isTextblock
            ? node.type.create(node.attrs, schema.text("second big one"))
            : node.isTextblock
              ? node
              : edit(node),
        ),
      );
    const xml = written(opened, edit(opened.current));
    for (const same of [row("first"), added, gone, last, cell("second two")]) expect(xml).toContain(same);
    expect(xml).toMatch(/<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"\/><\/w:tcPr><w:p>.*?<w:ins [^>]*>.*?big /);
  });

  test("keeps a move that the redline tells of the neighbour", () => {
    const range = (kind: string, edge: string, id: number) =>
      `<w:move${kind}Range${edge} ${edge === "Start" ? `${by(id)} w:name="move7"` : `w:id="${id}"`}/>`;
    const end = (kind: "From" | "To", id: number) =>
      p(
        markOf(`move${kind}`, id),
        range(kind, "Start", id + 1),
        `<w:move${kind} ${by(id + 2)}>${run("Members report on the bridges every year.")}</w:move${kind}>`,
      ) + range(kind, "End", id + 1);
    const neighbour = p(run("The secretariat keeps a list of all the lighthouses."));
    const opened = open(kept + end("From", 61) + neighbour + end("To", 71) + last);
    const xml = written(
      opened,
      changed(opened.current, "Members", (text) => text.replace("bridges", "old bridges")),
    );
    for (const paragraph of [kept, neighbour, last]) expect(xml).toContain(paragraph);
    for (const kind of ["From", "To"])
      expect(xml.match(new RegExp(`<w:move${kind}RangeStart [^>]*w:name="([^"]*)"`, "g"))).toHaveLength(1);
    expect(xml).not.toContain("<w:del ");
    expect(xml).toMatch(/<w:ins [^>]*w:author="Drafter"[^>]*><w:r><w:t[^>]*>old /);
  });

  test("keeps a deleted paragraph though another that says much the same is edited", () => {
    const gone = p(markOf("del", 31), del(32, "Members shall eat papaya with oranges every single morning."));
    const come = p(markOf("ins", 41), ins(42, "Members shall eat papayas with oranges every single morning."));
    const opened = open(kept + gone + p(run("Between the two stands this.")) + come + last);
    const xml = written(
      opened,
      changed(opened.current, "Members", (text) => text.replace("single", "sunny")),
    );
    for (const paragraph of [kept, gone, last]) expect(xml).toContain(paragraph);
    expect(xml).toMatch(/<w:ins [^>]*w:author="Drafter"[^>]*><w:r><w:t[^>]*>sunny/);
  });

  test("keeps the rows of a table of which nothing is as it was, before a deleted paragraph", () => {
    const cell = (content: string) => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${content}</w:tc>`;
    const head = `<w:tr>${cell(p(ins(51, "Name"), del(52, "Package")))}${cell(p(ins(53, "Task"), del(54, "Repository")))}</w:tr>`;
    const row = (id: number, ...words: string[]) =>
      `<w:tr><w:trPr><w:ins ${by(id)}/></w:trPr>${words.map((text, index) => cell(p(markOf("ins", id + 1 + index), ins(id + 4 + index, text)))).join("")}</w:tr>`;
    const grid = '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>';
    const [one, two] = [row(60, "Awa Keita", "Radio masts"), row(70, "Li Wei", "Solar cells")];
    const opened = open(`${kept}<w:tbl><w:tblPr/>${grid}${head}${one}${two}</w:tbl>${deleted}${last}`);
    const xml = written(
      opened,
      changed(opened.current, "Solar", (text) => text.replace("Solar", "Cheap solar")),
    );
    for (const same of [kept, head, one, deleted, last]) expect(xml).toContain(same);
    expect(xml.match(/<w:tbl>/g)).toHaveLength(1);
    expect(xml).toMatch(/w:author="Drafter"[^>]*><w:r><w:t[^>]*>Cheap/);
  });

  test("leaves the label of an edited item as it looks in the file", () => {
    const item = (properties: string, label: string, words: string) =>
      p(`<w:r>${properties}<w:t>${label}</w:t></w:r><w:r><w:tab/></w:r>`, run(words));
    const opened = open(
      `${kept}${p(run("considering"))}${item("", "a)", "that masts are old;")}${item("<w:rPr><w:b/><w:smallCaps/></w:rPr>", "b)", "that rivers are long,")}`,
    );
    let current = changed(opened.current, "that masts", (text) => text.replace("old", "very old"));
    current = changed(current, "that rivers", (text) => text.replace("long", "very long"));
    const xml = written(opened, current);
    expect(xml).toMatch(/<w:r><w:t[^>]*>a\)<\/w:t>/);
    expect(xml).toMatch(/<w:r><w:rPr><w:b\/><w:bCs\/><w:smallCaps\/><\/w:rPr><w:t[^>]*>b\)<\/w:t>/);
    expect(xml).not.toContain("<w:i/>");
  });
});
