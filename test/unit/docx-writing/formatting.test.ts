/** Words that were typed bold, italic, underlined, raised or in small capitals are so again when the tracked file is read. */
import type { Node } from "prosemirror-model";
import { describe, expect, test } from "vitest";
import { openBase } from "../../../shared/draft/open";
import { blocksOf } from "../../../shared/schema/blocks";
import { schema } from "../../../shared/schema/schema";
import { changeMatrix } from "../../support/change-matrix";
import { editedSource } from "../../support/edited-source";
import { exportWord, template } from "../../support/word-export";

const looks = ["bold", "italic", "underline", "superscript", "subscript", "smallCaps", "strike"];

/** The document with new words of this look in the middle of an item, in a changed item, in a cell and in a note. */
function typed(doc: Node, look: string): Node {
  const edit = (node: Node): Node => {
    const text = node.textContent;
    const wanted = ["que les réseaux", "de publier", "Inventaire", "Voir aussi"].some((words) =>
      text.startsWith(words),
    );
    if (!node.isTextblock)
      return node.isLeaf ? node : node.type.create(node.attrs, node.children.map(edit), node.marks);
    if (!wanted) return node;
    const at = text.indexOf(" ") + 1;
    const words = schema.text("neufs ", [schema.mark(look)]);
    // The last word becomes so as well: text that stays and looks otherwise.
    const last = text.lastIndexOf(" ") + 1;
    const rest = schema.text(text.slice(last), [schema.mark(look)]);
    return node.type.create(node.attrs, [
      schema.text(text.slice(0, at)),
      words,
      schema.text(text.slice(at, last)),
      rest,
    ]);
  };
  return edit(doc);
}

const runsOf = (doc: Node) =>
  blocksOf(doc).flatMap(({ node }) =>
    node.children
      .filter(({ isText }) => isText)
      .map(({ text, marks }) => {
        const known = marks.map(({ type }) => type.name).filter((name) => looks.includes(name));
        return `${text} ${known.sort().join("+")}`;
      }),
  );

describe.each(looks)("%s", (look) => {
  test.each([false, true])("comes back from a tracked export (into the own file: %s)", (own) => {
    const pair = changeMatrix().find(({ name }) => name === "nothing")!;
    const { base, source } = own ? editedSource(pair.base, pair.base, template) : { ...pair, source: undefined };
    const current = typed(base, look);
    expect(runsOf(current).filter((run) => run.endsWith(` ${look}`))).toHaveLength(8);
    const opened = openBase(exportWord({ base, current, source }).bytes, "again.docx", { language: "fr" });
    if (!opened.ok) throw new Error(opened.error.code);
    expect(runsOf(opened.value.current!)).toEqual(runsOf(current));
    expect(runsOf(opened.value.doc)).toEqual(runsOf(base));
  });
});
