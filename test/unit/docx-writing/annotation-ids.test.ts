/** Numbers and names that Word wants once in a package: of changes, comments and bookmarks, and of paragraphs. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Node } from "prosemirror-model";
import { expect, test } from "vitest";
import type { DocumentComment } from "../../../shared/model/comment";
import { blocksOf } from "../../../shared/schema/blocks";
import { replaced } from "../../support/word-edits";
import { exportWord, openWord, template } from "../../support/word-export";
import { wordPackage } from "../../support/word-package";

const names = 'w:rsidR="00AB12CD" w:rsidRDefault="00EF3456" w14:paraId="1A2B3C4D" w14:textId="77777777"';
const paragraph = (words: string, attributes = "") =>
  `<w:p${attributes && ` ${attributes}`}><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;

function write(
  base: Node,
  current: Node,
  source: Uint8Array | undefined,
  comments?: DocumentComment[],
  into: Uint8Array = template,
) {
  return unzipSync(exportWord({ base, current, source, comments, template: into }).bytes);
}

const opened = (body: string) => openWord(wordPackage(body));

/** With a change of somebody's in a header, under a number that a careless writer would give again. */
function withHeader(bytes: Uint8Array): Uint8Array {
  const header =
    '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:ins w:id="40" w:author="B"><w:r><w:t>h</w:t></w:r></w:ins></w:p></w:hdr>';
  return zipSync({ ...unzipSync(bytes), "word/header9.xml": strToU8(header) });
}

test("no number names two things in a package, headers and comments counted", () => {
  const { source, base } = opened(paragraph("A first paragraph of words.") + paragraph("The end of it."));
  const current = replaced(base, "first", "second");
  const [block] = blocksOf(current);
  const point = (offset: number) => ({ block: block!.node.attrs.id as string, offset });
  const comment = (id: string): DocumentComment => ({
    ...{ id, author: "A", initials: "A", date: "", text: "Why?", parent: null, resolved: false, base: null, quote: "" },
    current: { from: point(0), to: point(3) },
  });
  const comments = [comment("x"), comment("y")];
  for (const files of [
    write(base, current, withHeader(source), comments),
    write(base, current, undefined, comments, withHeader(template)),
  ]) {
    const numbers = Object.entries(files).flatMap(([name, bytes]) => {
      if (!/^word\/(document|header\d|comments)\.xml$/.test(name)) return [];
      return [...strFromU8(bytes).matchAll(/<w:(?:ins|del|comment) [^>]*w:id="(\d+)"/g)].map(([, id]) => id);
    });
    expect(numbers.length).toBeGreaterThanOrEqual(5);
    expect(new Set(numbers).size).toBe(numbers.length);
  }
});

test("a paragraph that changes keeps the marks of the sessions that wrote it, and its name", () => {
  const { source, base } = opened(
    paragraph("One long enough paragraph of words to be split in two halves.", names) + paragraph("The end of it."),
  );
  const xml = (current: Node) => strFromU8(write(base, current, source)["word/document.xml"]!);
  expect(xml(replaced(base, "long", "very long"))).toContain(`<w:p ${names}>`);
  const { content, attrs, type } = blocksOf(base)[0]!.node;
  const cut = 35;
  const halves = [
    type.create(attrs, content.cut(0, cut)),
    type.create({ ...attrs, id: "fresh", slice: null }, content.cut(cut)),
  ];
  const split = (node: Node): Node => {
    if (node.isTextblock) return node;
    const children = node.children.flatMap((child) =>
      child.attrs.id === attrs.id && child.isTextblock ? halves : [split(child)],
    );
    return node.type.create(node.attrs, children, node.marks);
  };
  const parted = xml(split(base));
  expect(parted.match(/w14:paraId="1A2B3C4D"/g)).toHaveLength(1);
  expect(parted.match(/w:rsidR="00AB12CD"/g)).toHaveLength(2);
});
