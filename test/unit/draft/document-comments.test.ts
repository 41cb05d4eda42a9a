import { expect, test } from "vitest";
import { documentComments } from "../../../shared/draft/document-comments";
import { openBase } from "../../../shared/draft/open";
import { blockOfComment } from "../../../shared/model/comment";
import { blocksOf } from "../../../shared/schema/blocks";
import { readBody, wordPackage } from "../../support/word-package";

const start = (id: number) => `<w:commentRangeStart w:id="${id}"/>`;
const end = (id: number) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (...content: string[]) => `<w:p>${content.join("")}</w:p>`;
const comment = (id: number, author: string, text: string, name: string) =>
  `<w:comment w:id="${id}" w:author="${author}" w:date="2030-01-02T03:04:00Z"><w:p w14:paraId="${name}">${run(text)}</w:p></w:comment>`;

const comments = [
  comment(1, "Awa", "Second in the text", "0000000A"),
  comment(2, "Li", "First in the text", "0000000B"),
  comment(3, "Awa", "An answer to the first", "0000000C"),
  comment(4, "Li", "Nowhere", "0000000D"),
].join("");
const commentsExtended =
  '<w15:commentEx w15:paraId="0000000B" w15:done="1"/><w15:commentEx w15:paraId="0000000C" w15:paraIdParent="0000000B"/>';

function opened(body: string) {
  const bytes = wordPackage(body, { comments, commentsExtended });
  const result = openBase(bytes, "commented.docx");
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

test("comments come in the order of the text, with author, time, words and answers", () => {
  const { comments: found, doc } = opened(
    paragraph(run("A "), start(2), run("river"), end(2), run(" rises.")) +
      paragraph(start(1), run("It falls")) +
      paragraph(run("again"), end(1), run(".")),
  );
  const texts = blocksOf(doc).map(({ node }) => [node.attrs.id, node.textContent]);
  expect(found.map(({ id }) => id)).toEqual(["2", "3", "1", "4"]);
  expect(found[0]).toEqual({
    id: "2",
    author: "Li",
    date: "2030-01-02T03:04:00Z",
    text: "First in the text",
    parent: null,
    resolved: true,
    initials: "",
    base: { from: { block: texts[0]![0], offset: 2 }, to: { block: texts[0]![0], offset: 7 } },
    current: { from: { block: texts[0]![0], offset: 2 }, to: { block: texts[0]![0], offset: 7 } },
    quote: "river",
  });
  expect(found[1]).toMatchObject({ parent: "2", current: found[0]!.current });
  expect(found[2]).toMatchObject({
    quote: "It falls again",
    current: { from: { block: texts[1]![0], offset: 0 }, to: { block: texts[2]![0], offset: 5 } },
  });
  expect(found[3]).toMatchObject({ base: null, current: null, quote: "" });
});

test("a comment on words that somebody inserted stands in the current text, one on a deleted paragraph in the base", () => {
  const by = 'w:id="9" w:author="Awa" w:date="2030-01-01T00:00:00Z"';
  const inserted = `<w:p><w:pPr><w:rPr><w:ins ${by}/></w:rPr></w:pPr><w:ins ${by}>${start(1)}${run("New words")}${end(1)}</w:ins></w:p>`;
  const deleted = `<w:p><w:pPr><w:rPr><w:del ${by}/></w:rPr></w:pPr>${start(2)}<w:del ${by}><w:r><w:delText>Old words</w:delText></w:r></w:del>${end(2)}</w:p>`;
  const { comments: found, doc, current } = opened(paragraph(run("Kept")) + inserted + deleted + paragraph(run("End")));
  const textAt = (id: string | null, of: typeof doc) =>
    blocksOf(of).find(({ node }) => node.attrs.id === id)?.node.textContent;
  const byId = new Map(found.map((each) => [each.id, each]));
  expect(textAt(blockOfComment(byId.get("1")!), current!)).toBe("New words");
  expect(byId.get("1")!.base).toBe(null);
  expect(textAt(byId.get("2")!.base!.from.block, doc)).toBe("Old words");
  expect(byId.get("2")!.quote).toBe("Old words");
});

test("a file without comments has none", () => {
  const file = readBody(paragraph(run("Kept")));
  const { doc } = opened(paragraph(run("Kept")));
  expect(documentComments(file, doc, doc)).toEqual([]);
});
