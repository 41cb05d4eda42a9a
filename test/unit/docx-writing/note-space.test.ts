/** Between the number of a note and its text stands what stood there, in a new note what the file has in its own. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { Node } from "prosemirror-model";
import { expect, test } from "vitest";
import { exportDocx } from "../../../shared/docx/export-docx";
import { openBase } from "../../../shared/draft/open";
import { redline } from "../../../shared/redline/redline";
import { replaced } from "../../support/word-edits";
import { wordPackage } from "../../support/word-package";

const template = new Uint8Array(readFileSync(join(__dirname, "../../../resources/templates/itu.docx")));
const run = (inside: string) => `<w:r>${inside}</w:r>`;
const words = (text: string) => run(`<w:t xml:space="preserve">${text}</w:t>`);
const reference = run('<w:footnoteReference w:id="1"/>');
const note = (space: string, text: string) =>
  `<w:footnote w:id="1"><w:p>${run("<w:footnoteRef/>")}${space}${words(text)}</w:p></w:footnote>`;

function notesOf(space: string, edit: (doc: Node) => Node): string[] {
  const body = `<w:p>${words("The Union, as its conferences")}${reference}${words(" have said, studies the question.")}</w:p>`;
  const source = wordPackage(body, { footnotes: note(space, "Held in Geneva.") });
  const opened = openBase(source, "base.docx");
  if (!opened.ok) throw new Error(opened.error.code);
  const base = opened.value.doc;
  const current = edit(base);
  const texts = { base, current, redline: redline(base, current), template, source };
  const file = exportDocx({ ...texts, mode: "tracked", author: "A", date: "2030-01-01T00:00:00Z" });
  if (!file.ok) throw new Error(file.error.code);
  const xml = strFromU8(unzipSync(file.value)["word/footnotes.xml"]!);
  return [...xml.matchAll(/<w:footnote [^>]*w:id="\d+"[^>]*>.*?<\/w:footnote>/gs)].map(([text]) =>
    text
      .replace(/<w:footnoteRef\/>/g, "#")
      .replace(/<w:tab\/>/g, "→")
      .replace(/<[^>]*>/g, ""),
  );
}

/** A second note, with a reference behind the word `question`. */
function withNote(doc: Node): Node {
  const { schema } = doc.type;
  const edit = (node: Node): Node => {
    if (node.isText) return node;
    let children = node.children.map(edit);
    if (node.type.name === "footnotes") {
      const first = node.child(0);
      const text = schema.text("Under way.");
      children = [
        ...children,
        first.type.create({ ...first.attrs, id: "n2", note: "n2", slice: null, label: "" }, text),
      ];
    } else if (node.isTextblock && node.textContent.includes("question") && !node.attrs.note) {
      const second = schema.nodes.footnoteReference!.create({ note: "n2", mark: "2", automatic: true });
      children = [...children, second];
    }
    return node.type.create(node.attrs, children, node.marks);
  };
  return edit(doc);
}

test.each([
  ["a space", words(" "), "# "],
  ["a tab", run("<w:tab/>"), "#→"],
  ["nothing", "", "#"],
])("%s", (_name, space, opening) => {
  expect(notesOf(space, (doc) => replaced(doc, "Geneva", "Kyoto"))).toEqual([`${opening}Held in GenevaKyoto.`]);
  expect(notesOf(space, withNote)).toEqual([`${opening}Held in Geneva.`, `${opening}Under way.`]);
});
