/** Between the number of a note and its text stands what stood there, in a new note what the file has in its own. */
import type { Node } from "prosemirror-model";
import { expect, test } from "vitest";
import { replaced } from "../../support/word-edits";
import { exportWord, openWord, xmlOf } from "../../support/word-export";
import { wordPackage } from "../../support/word-package";

const run = (inside: string) => `<w:r>${inside}</w:r>`;
const words = (text: string) => run(`<w:t xml:space="preserve">${text}</w:t>`);
const reference = run('<w:footnoteReference w:id="1"/>');
const note = (space: string, text: string) =>
  `<w:footnote w:id="1"><w:p>${run("<w:footnoteRef/>")}${space}${words(text)}</w:p></w:footnote>`;

function notesOf(space: string, edit: (doc: Node) => Node): string[] {
  const body = `<w:p>${words("The Union, as its conferences")}${reference}${words(" have said, studies the question.")}</w:p>`;
  const { source, base } = openWord(wordPackage(body, { footnotes: note(space, "Held in Geneva.") }));
  const { bytes } = exportWord({ base, current: edit(base), source });
  const xml = xmlOf(bytes, "word/footnotes.xml");
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
