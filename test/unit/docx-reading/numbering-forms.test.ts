/**
 * The forms of Word's numbering as a table (ECMA-376 Part 1 §17.9): definitions, the paragraphs that use them, and
 * the labels that Word shows, written by hand from the standard.
 */
import { describe, expect, it } from "vitest";
import { readBody, textsOf } from "../../support/word-package";

const level = (index: number, format: string, text: string, more = "", start = 1) =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const abstract = (id: number, ...content: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${content.join("")}</w:abstractNum>`;
const num = (id: number, of: number, more = "") =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const override = (index: number, content: string) => `<w:lvlOverride w:ilvl="${index}">${content}</w:lvlOverride>`;
const restart = (index: number, start: number) => override(index, `<w:startOverride w:val="${start}"/>`);
const three = (more: Partial<Record<0 | 1 | 2, string>> = {}) => [
  level(0, "decimal", "%1.", more[0]),
  level(1, "lowerLetter", "%2)", more[1]),
  level(2, "lowerRoman", "%3)", more[2]),
];
const p = (properties = "") => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>x</w:t></w:r></w:p>`;
const n = (id: number, ilvl?: number, more = "") =>
  p(`<w:numPr>${ilvl === undefined ? "" : `<w:ilvl w:val="${ilvl}"/>`}<w:numId w:val="${id}"/></w:numPr>${more}`);
const style = (id: string, more: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${more}</w:style>`;
const styled = (id: string, more = "") => p(`<w:pStyle w:val="${id}"/>${more}`);
const tracked = 'w:id="1" w:author="Ana" w:date="2030-01-02T03:04:00Z"';

interface Form {
  form: string;
  numbering: string;
  styles?: string;
  body: string[];
  labels: string[];
  former?: string[];
}

const forms: Form[] = [
  {
    form: "a level begins anew below a higher one, and goes on where it may not (lvlRestart 0)",
    numbering: abstract(1, ...three({ 2: '<w:lvlRestart w:val="0"/>' })) + num(1, 1),
    body: [n(1, 0), n(1, 1), n(1, 2), n(1, 1), n(1, 2), n(1, 0), n(1, 1), n(1, 2)],
    labels: ["1.", "a)", "i)", "b)", "ii)", "2.", "a)", "iii)"],
  },
  {
    form: "a level begins anew below the first level only (lvlRestart 1)",
    numbering: abstract(1, ...three({ 2: '<w:lvlRestart w:val="1"/>' })) + num(1, 1),
    body: [n(1, 0), n(1, 1), n(1, 2), n(1, 1), n(1, 2), n(1, 0), n(1, 2)],
    labels: ["1.", "a)", "i)", "b)", "ii)", "2.", "i)"],
  },
  {
    form: "legal numbering writes all levels in digits (isLgl), whatever follows the number (suff)",
    numbering:
      abstract(
        1,
        level(0, "upperRoman", "%1", '<w:suff w:val="nothing"/>'),
        level(1, "lowerLetter", "%1.%2", '<w:isLgl/><w:suff w:val="space"/>'),
        level(2, "lowerLetter", "%1.%2.%3", '<w:isLgl w:val="0"/>'),
      ) + num(1, 1),
    body: [n(1, 0), n(1, 0), n(1, 1), n(1, 2)],
    labels: ["I", "II", "2.1", "II.a.a"],
  },
  {
    form: "a deeper level counts the higher ones that were never used from their start",
    numbering: abstract(1, level(0, "decimal", "%1.", "", 4), level(1, "decimal", "%1.%2")) + num(1, 1),
    body: [n(1, 1), n(1, 1), n(1, 0)],
    labels: ["4.1", "4.2", "5."],
  },
  {
    form: "each list that restarts does so once (startOverride), on every level it names",
    numbering:
      abstract(1, ...three()) + num(1, 1) + num(2, 1, restart(0, 1)) + num(3, 1, restart(0, 7) + restart(1, 3)),
    body: [n(1, 0), n(1, 0), n(2, 0), n(2, 0), n(3, 0), n(3, 1), n(3, 1), n(3, 0), n(3, 1)],
    labels: ["1.", "2.", "1.", "2.", "7.", "c)", "d)", "8.", "a)"],
  },
  {
    form: "a list may have a level of its own (lvlOverride)",
    numbering: abstract(1, ...three()) + num(1, 1) + num(2, 1, override(0, level(0, "upperLetter", "(%1)"))),
    body: [n(1, 0), n(2, 0), n(1, 0)],
    labels: ["1.", "(B)", "3."],
  },
  {
    form: "a style numbers, at the level that names it, and a paragraph may say otherwise",
    numbering:
      abstract(
        1,
        level(0, "decimal", "%1", '<w:pStyle w:val="Item"/>'),
        level(1, "lowerLetter", "%2)", '<w:pStyle w:val="Sub"/>'),
      ) + num(1, 1),
    styles:
      style("Item", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
      style(
        "Sub",
        '<w:basedOn w:val="Item"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>',
      ) +
      style("Plain", '<w:basedOn w:val="Item"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>'),
    body: [
      styled("Item"),
      styled("Sub"),
      styled("Plain"),
      styled("Sub"),
      styled("Item", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'),
      styled("Item"),
    ],
    labels: ["1", "a)", "", "b)", "c)", "2"],
  },
  {
    form: "a definition that stands in a numbering style is found there (numStyleLink)",
    numbering:
      abstract(1, '<w:numStyleLink w:val="Listing"/>') +
      abstract(2, '<w:styleLink w:val="Listing"/>', ...three()) +
      num(1, 1) +
      num(2, 2),
    styles:
      '<w:style w:type="numbering" w:styleId="Listing"><w:name w:val="Listing"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>',
    body: [n(1, 0), n(2, 0), n(1, 1)],
    labels: ["1.", "2.", "a)"],
  },
  {
    form: "no level means the first, and a number that is not defined gives no label",
    numbering: abstract(1, ...three()) + num(1, 1) + num(2, 9),
    body: [n(1), n(2, 0), n(7, 0), n(1, 8), n(1)],
    labels: ["1.", "", "", "", "2."],
  },
  {
    form: "a format without a number shows only its text (none), and a bullet its sign",
    numbering: abstract(1, level(0, "none", "Note"), level(1, "bullet", "–"), level(2, "decimal", "%1%3")) + num(1, 1),
    body: [n(1, 0), n(1, 1), n(1, 2)],
    labels: ["Note", "–", "1"],
  },
  {
    form: "numbering that a tracked change took away is there when it is rejected, and counts there",
    numbering: abstract(1, ...three()) + num(1, 1),
    body: [
      n(1, 0),
      p(
        `<w:pPrChange ${tracked}><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>`,
      ),
      n(1, 0),
    ],
    labels: ["1.", "", "2."],
    former: ["1.", "2.", "3."],
  },
  {
    form: "numbering that a tracked change gave, or moved a level down, is not there when it is rejected",
    numbering: abstract(1, ...three()) + num(1, 1),
    body: [
      n(1, 0, `<w:pPrChange ${tracked}><w:pPr/></w:pPrChange>`),
      n(
        1,
        1,
        `<w:pPrChange ${tracked}><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>`,
      ),
      n(1, 0),
    ],
    labels: ["1.", "a)", "2."],
    former: ["", "1.", "2."],
  },
  {
    form: "a deleted paragraph counts before, an inserted one after",
    numbering: abstract(1, ...three()) + num(1, 1),
    body: [
      n(1, 0),
      n(1, 0, `<w:rPr><w:del ${tracked}/></w:rPr>`).replace(
        "<w:r><w:t>x</w:t></w:r>",
        `<w:del ${tracked}><w:r><w:delText>x</w:delText></w:r></w:del>`,
      ),
      n(1, 0, `<w:rPr><w:ins ${tracked}/></w:rPr>`).replace(
        "<w:r><w:t>x</w:t></w:r>",
        `<w:ins ${tracked}><w:r><w:t>x</w:t></w:r></w:ins>`,
      ),
      n(1, 0),
    ],
    labels: ["1.", "2.", "3."],
    former: ["1.", "2.", "3."],
  },
];

describe("numbering of Word becomes typed labels:", () => {
  it.each(forms)("$form", ({ numbering, styles, body, labels, former }) => {
    const { sides } = readBody(body.join(""), { numbering, ...(styles ? { styles } : {}) });
    const shown = (side: "accept" | "reject") => textsOf(sides[side]).map((text) => text.replace(/\|?x$/, ""));
    expect(shown("accept")).toEqual(labels);
    expect(shown("reject")).toEqual(former ?? labels);
  });
});
