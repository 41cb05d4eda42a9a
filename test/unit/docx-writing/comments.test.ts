/**
 * Comments both ways: what was said on the texts is read back from the file, with its words, author, date, answers and
 * state, out of the template and out of the base's own package, where whatever nobody touched keeps its bytes.
 */
import { unzipSync, zipSync } from "fflate";
import type { Node } from "prosemirror-model";
import { describe, expect, test } from "vitest";
import { openBase } from "../../../shared/draft/open";
import type { DocumentComment } from "../../../shared/model/comment";
import { blocksOf } from "../../../shared/schema/blocks";
import { schema } from "../../../shared/schema/schema";
import { decodeXml, encodeXml } from "../../../shared/xml/encoding";
import { changeMatrix } from "../../support/change-matrix";
import { exportWord, xmlOf } from "../../support/word-export";
import { wordPackage } from "../../support/word-package";

const date = "2030-01-02T10:00:00Z";

function said(id: string, on: string, doc: Node, more: Partial<DocumentComment> = {}): DocumentComment {
  const block = blocksOf(doc).find(({ node }) => node.textContent.includes(on))!.node;
  const from = block.textContent.indexOf(on);
  const current = {
    from: { block: block.attrs.id as string, offset: from },
    to: { block: block.attrs.id as string, offset: from + on.length },
  };
  const words = { author: "Awa Ndiaye", initials: "", date, text: `On ${on}.`, quote: on };
  return { id, ...words, parent: null, resolved: false, base: null, current, ...more };
}

interface Texts {
  base: Node;
  current: Node;
  comments: DocumentComment[];
  source?: Uint8Array;
  mode?: "tracked" | "clean" | "typeset";
}

function write({ base, current, comments, source, mode = "tracked" }: Texts): Uint8Array {
  const { bytes, messages } = exportWord({ base, current, mode, author: "Drafter", date, source, comments });
  expect(messages).not.toContain("export.into-template");
  return bytes;
}

function read(bytes: Uint8Array) {
  const opened = openBase(bytes, "commented.docx");
  if (!opened.ok) throw new Error(opened.error.code);
  return { ...opened.value, current: opened.value.current ?? opened.value.doc };
}

const facts = ({ author, text, quote, resolved, parent, date: when }: DocumentComment, all: DocumentComment[]) => ({
  author,
  text,
  quote,
  resolved,
  when,
  answers: all.find(({ id }) => id === parent)?.text ?? null,
});
const factsOf = (all: DocumentComment[]) =>
  all.map((each) => facts(each, all)).sort((a, b) => (a.text < b.text ? -1 : 1));

describe("in the template", () => {
  const change = changeMatrix().find(({ name }) => name === "text: beside a note")!;
  const { base, current } = change;
  const comments = [
    said("x1", "très insuffisante", current),
    said("x2", "techniciens", current, { resolved: true, text: "First line\nSecond line" }),
    said("x3", "techniciens", current, { parent: "x2", resolved: true, author: "Li Wei", text: "An answer" }),
    said("x4", "mâts", current),
  ];

  test("comments come back with their words, answers and state", () => {
    const found = read(write({ base, current, comments })).comments;
    expect(factsOf(found)).toEqual(factsOf(comments));
    expect(found.find(({ text }) => text === "On mâts.")!.initials).toBe("AN");
  });

  test("are named as Word names them", () => {
    const bytes = write({ base, current, comments });
    const names = xmlOf(bytes, "word/comments.xml").match(/w14:paraId="[0-9A-F]{8}"/g)!;
    expect(new Set(names).size).toBe(4);
    for (const name of names) {
      const id = /"(.*)"/.exec(name)![1];
      expect(xmlOf(bytes, "word/commentsExtended.xml")).toContain(`w15:paraId="${id}"`);
      expect(xmlOf(bytes, "word/commentsIds.xml")).toContain(`w16cid:paraId="${id}"`);
    }
    expect(xmlOf(bytes, "word/_rels/document.xml.rels")).toContain("2011/relationships/commentsExtended");
    expect(xmlOf(bytes, "[Content_Types].xml")).toContain("/word/commentsIds.xml");
  });

  test("one whose words are gone stands on the struck words, one without a place at the start", () => {
    const gone = said("x1", "insuffisante", base, { base: said("", "insuffisante", base).current, current: null });
    const lost = { ...gone, id: "x2", base: null, text: "Lost" };
    const texts = { base, current: changeMatrix().find(({ name }) => name === "suppress: first item")!.current };
    const xml = xmlOf(write({ ...texts, comments: [gone, lost] }), "word/document.xml");
    expect(xml.match(/<w:commentReference /g)).toHaveLength(2);
  });

  test.each(changeMatrix().map((each) => [each.name, each] as const))("%s: every end is written once", (_, each) => {
    const blocks = blocksOf(each.current).filter(({ node }) => node.type.name !== "footnote");
    const all = blocks.flatMap(({ node }, index): DocumentComment[] => {
      const size = node.content.size;
      const at = (offset: number) => ({ block: node.attrs.id as string, offset });
      const place = { from: at(Math.min(2, size)), to: at(Math.max(size - 1, Math.min(2, size))) };
      const text = { author: "A", initials: "", date, text: `c${index}`, quote: "" };
      return [{ id: `c${index}`, ...text, parent: null, resolved: false, base: null, current: place }];
    });
    const xml = xmlOf(write({ base: each.base, current: each.current, comments: all }), "word/document.xml");
    const numbers = (name: string) =>
      [...xml.matchAll(new RegExp(`<w:${name} w:id="(\\d+)"`, "g"))].map(([, id]) => id);
    expect(numbers("commentRangeStart").sort()).toEqual(numbers("commentRangeEnd").sort());
    expect(numbers("commentReference").sort()).toEqual(numbers("commentRangeEnd").sort());
    expect(new Set(numbers("commentReference")).size).toBe(numbers("commentReference").length);
    if (!/^(?:everything)/.test(each.name)) expect(numbers("commentReference")).toHaveLength(all.length);
  });
});

describe("in the base's own file", () => {
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const p = (...content: string[]) => `<w:p>${content.join("")}</w:p>`;
  const start = (id: number) => `<w:commentRangeStart w:id="${id}"/>`;
  const end = (id: number) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
  const comment = (id: number, text: string, name: string) =>
    `<w:comment w:id="${id}" w:author="Li" w:date="${date}" w:initials="L"><w:p w14:paraId="${name}">${run(text)}</w:p></w:comment>`;
  const first = p(run("The "), start(1), run("river"), end(1), run(" rises in spring."));
  const second = p(run("Members report "), start(2), run("every year"), end(2), run(" on lakes."));
  const third = p(run("Nobody has said anything here."));
  const parts = {
    comments: comment(1, "Which river?", "0000000A") + comment(2, "Too often.", "0000000B"),
    commentsExtended:
      '<w15:commentEx w15:paraId="0000000A" w15:done="0"/><w15:commentEx w15:paraId="0000000B" w15:done="0"/>',
  };
  const source = wordPackage(first + second + third, parts);
  const opened = read(source);
  const texts = { base: opened.doc, current: opened.doc, source };
  const body = (bytes: Uint8Array) => /<w:body>(.*)<\/w:body>/s.exec(xmlOf(bytes, "word/document.xml"))![1]!;

  test("nothing is touched where nothing was said", () => {
    const written = write({ ...texts, comments: opened.comments });
    const [before, after] = [unzipSync(source), unzipSync(written)];
    expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
    for (const name of Object.keys(before)) expect(after[name], name).toEqual(before[name]);
  });

  test("an edited paragraph keeps the exact words of its comment", () => {
    const edited = opened.doc.type.create(
      opened.doc.attrs,
      opened.doc.children.map((node) =>
        node.textContent.startsWith("Members")
          ? node.type.create(node.attrs, schema.text("Members report every year on deep lakes."))
          : node,
      ),
    );
    const written = write({ ...texts, current: edited, comments: opened.comments });
    expect(body(written)).toContain(first);
    expect(body(written)).toContain(third);
    expect(factsOf(read(written).comments)).toEqual(factsOf(opened.comments));
    expect(xmlOf(written, "word/comments.xml")).toBe(xmlOf(source, "word/comments.xml"));
  });

  test("a new comment, an answer and a settled thread go in; the others keep their bytes", () => {
    const answer = said("n1", "river", opened.doc, { parent: "1", resolved: true, text: "The Rhône." });
    const fresh = said("n2", "anything", opened.doc);
    const settled = opened.comments.map((each) => (each.id === "1" ? { ...each, resolved: true } : each));
    const comments = [...settled, answer, fresh];
    const written = write({ ...texts, comments });
    expect(factsOf(read(written).comments)).toEqual(factsOf(comments));
    expect(body(written)).toContain(second);
    expect(xmlOf(written, "word/comments.xml")).toContain(comment(2, "Too often.", "0000000B"));
  });

  test("comments in UTF-16 stay in UTF-16", () => {
    const declared = `<?xml version="1.0" encoding="UTF-16"?>${xmlOf(source, "word/comments.xml")}`;
    const wide = encodeXml(declared, "utf-16le");
    const comments = [...opened.comments, said("n1", "anything", opened.doc)];
    const written = write({ ...texts, source: zipSync({ ...unzipSync(source), "word/comments.xml": wide }), comments });
    const decoded = decodeXml(unzipSync(written)["word/comments.xml"]!);
    expect(decoded).toMatchObject({ ok: true, value: { encoding: "utf-16le" } });
    expect(factsOf(read(written).comments)).toEqual(factsOf(comments));
  });

  test("a removed comment leaves no trace", () => {
    const comments = opened.comments.filter(({ id }) => id !== "2");
    const written = write({ ...texts, comments });
    expect(body(written)).not.toMatch(/w:comment\w+ w:id="2"/);
    expect(body(written)).toContain(first);
    expect(factsOf(read(written).comments)).toEqual(factsOf(comments));
  });
});
