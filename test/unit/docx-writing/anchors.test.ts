/**
 * Ends of bookmarks, permissions and comments in a paragraph that is written anew: they stay between the words that they
 * stood between, in whatever they stood, and each is written once.
 */
import type { Node } from "prosemirror-model";
import { Transform } from "prosemirror-transform";
import { describe, expect, test } from "vitest";
import type { ExportMode } from "../../../shared/docx/export-docx";
import { replaced } from "../../support/word-edits";
import { exportWord, openWord, xmlOf } from "../../support/word-export";
import { wordPackage } from "../../support/word-package";

const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
const start = '<w:bookmarkStart w:id="7" w:name="b"/>';
const end = '<w:bookmarkEnd w:id="7"/>';
const paragraph = (inside: string) => `<w:p>${inside}</w:p>`;
const others = `${paragraph(run("Another paragraph stands before it."))}${paragraph(run("And one behind."))}`;

/** The edited paragraph: `[` and `]` for the ends of the bookmark, its links, insertions and deletions in words. */
function outline(xml: string): string {
  return xml
    .replaceAll(start, "[")
    .replaceAll(end, "]")
    .replace(/<w:hyperlink [^>]*>/g, "(link ")
    .replaceAll("</w:hyperlink>", ")")
    .replace(/<w:ins [^>]*>/g, "(ins ")
    .replace(/<w:(?:del|moveFrom) [^>]*>/g, "(del ")
    .replace(/<\/w:(?:ins|del|moveFrom)>/g, ")")
    .replace(/<w:tab\/>/g, "→")
    .replace(/<w:permStart [^>]*>/g, "{")
    .replace(/<w:permEnd [^>]*>/g, "}")
    .replace(/<w:commentRangeStart [^>]*>/g, "«")
    .replace(/<w:commentRangeEnd [^>]*>/g, "»")
    .replace(/<w:commentReference [^>]*>/g, "°")
    .replace(/<[^>]*>/g, "");
}

function written(inside: string, edit: (doc: Node) => Node, mode: ExportMode = "tracked"): string {
  const source = wordPackage(paragraph(inside) + others);
  const { base, current } = openWord(source);
  const { bytes, messages } = exportWord({ base, current: edit(current), source, mode });
  expect(messages).toEqual([]);
  return outline(/<w:body>(<w:p[ >].*?<\/w:p>)/s.exec(xmlOf(bytes))![1]!);
}

describe("an end of a bookmark stays where it stood when", () => {
  const change = (from: string, to: string) => (doc: Node) => replaced(doc, from, to);
  const words = `${run("The first words, ")}${start}${run("marked words")}${end}${run(" and the last words.")}`;
  test.each<[name: string, inside: string, from: string, to: string, shown: string]>([
    [
      "a word before it changes",
      words,
      "first",
      "very first",
      "The (ins very )first words, [marked words] and the last words.",
    ],
    [
      "a word behind it changes",
      words,
      "last",
      "very last",
      "The first words, [marked words] and the (ins very )last words.",
    ],
    [
      "a word inside changes",
      words,
      "marked",
      "chosen",
      "The first words, [(del marked)(ins chosen) words] and the last words.",
    ],
    [
      "a word is put before what it opens at",
      words,
      "marked",
      "newly marked",
      "The first words, (ins newly )[marked words] and the last words.",
    ],
    [
      "all that it marks is gone",
      words,
      "marked words",
      "",
      "The first words, [(del marked words)] and the last words.",
    ],
    [
      "it stands in a link",
      `${run("See ")}<w:hyperlink w:anchor="x">${run("the ")}${start}${run("linked")}${end}${run(" words")}</w:hyperlink>${run(" behind.")}`,
      "behind",
      "ahead",
      "See (link the [linked] words) (del behind)(ins ahead).",
    ],
    [
      "it marks a point",
      `${run("Here ")}${start}${end}${run("and there stand words.")}`,
      "words",
      "two",
      "Here []and there stand (del words)(ins two).",
    ],
    [
      "it stands around a label",
      `${start}<w:r><w:t>1</w:t></w:r>${end}<w:r><w:tab/></w:r>${run("that the Director continue the studies;")}`,
      "continue",
      "end",
      "[1]→that the Director (del continue)(ins end) the studies;",
    ],
    [
      "it stands in somebody's insertion",
      `${run("Some words ")}<w:ins w:id="9" w:author="B" w:date="2029-01-01T00:00:00Z">${run("of B ")}${start}${run("here ")}${end}${run("and now ")}</w:ins>${run("and the last ones.")}`,
      "last",
      "latest",
      "Some words (ins of B )[(ins here )](ins and now )and the (del last)(ins latest) ones.",
    ],
    [
      "it is that of a permission",
      `${run("Only ")}<w:permStart w:id="3" w:edGrp="everyone"/>${run("these")}<w:permEnd w:id="3"/>${run(" words may change.")}`,
      "may",
      "can",
      "Only {these} words (del may)(ins can) change.",
    ],
    [
      "it is that of a comment",
      `${run("Only ")}<w:commentRangeStart w:id="0"/>${run("these")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${run(" words may change.")}`,
      "may",
      "can",
      "Only «these»° words (del may)(ins can) change.",
    ],
  ])("%s", (_name, inside, from, to, shown) => {
    expect(written(inside, change(from, to))).toBe(shown);
    // The same without marks.
    const plain = shown.replace(/\(del [^)]*\)/g, "").replace(/\(ins ([^)]*)\)/g, "$1");
    expect(written(inside, change(from, to), "clean")).toBe(plain);
  });
});

describe("an end of a bookmark is written once when its paragraph is", () => {
  const words = `${run("The Director shall report, ")}${start}${run("after each of the studies")}${end}${run(", to all Member States of the Union.")}`;
  const blocks = (doc: Node): [Node, number][] => {
    const found: [Node, number][] = [];
    doc.descendants((node, pos) => {
      if (node.isTextblock) found.push([node, pos]);
      return !node.isTextblock;
    });
    return found;
  };
  const shown = (edit: (doc: Node) => Node) => {
    const { source, base } = openWord(wordPackage(paragraph(words) + others));
    const { bytes } = exportWord({ base, current: edit(base), source });
    const body = outline(xmlOf(bytes).replace(/<\/w:p>/g, "¶"));
    expect([body.split("[").length, body.split("]").length]).toEqual([2, 2]);
    return body;
  };

  test("split", () => {
    const body = shown((doc) => {
      const transform = new Transform(doc);
      const [node, pos] = blocks(doc)[0]!;
      return transform.split(pos + 1 + node.textContent.indexOf(" studies")).doc;
    });
    expect(body).toContain("[after each of the¶ studies]");
  });

  test("joined with the next", () => {
    const body = shown((doc) => new Transform(doc).join(blocks(doc)[1]![1]).doc);
    expect(body).toContain("[after each of the studies]");
  });

  test.each([
    ["before the last", 0, "Another"],
    ["behind the last", 1, "And one behind."],
  ])("moved %s", (_name, behind, other) => {
    const body = shown((doc) => {
      const [node, pos] = blocks(doc)[0]!;
      const transform = new Transform(doc).delete(pos, pos + node.nodeSize);
      const [last, place] = blocks(transform.doc).at(-1)!;
      return transform.insert(place + behind * last.nodeSize, node).doc;
    });
    expect(body.indexOf("[")).toBeGreaterThan(body.indexOf(other));
  });
});
