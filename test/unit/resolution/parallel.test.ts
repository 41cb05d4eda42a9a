/**
 * The same resolution in the six languages, in every dress that a file may come in: the structure that is recognised
 * is one and the same, section by section, item by item, level by level.
 */
import { describe, expect, it } from "vitest";
import { readDocx } from "../../../shared/docx/document-reader";
import { wordToSource } from "../../../shared/docx/word-file";
import type { Language } from "../../../shared/model/document";
import type { SourceDocument } from "../../../shared/model/source";
import { type InspectedItem, inspect } from "../../../shared/resolution/inspection";
import { parallelRoles, parallelTexts, typedLabel } from "../../support/parallel-versions";
import { type Dressing, ituStyle, parallelWord } from "../../support/parallel-word";
import { outline, recogniseSource, sourceOf } from "./outline";

const languages: readonly Language[] = ["ar", "en", "es", "fr", "ru", "zh"];

/** What the text says, independent of its language. */
const expected = {
  marker: "MOD",
  identifier: "ACP/22A1/1",
  head: [true, true, true, true],
  sections: [
    ["preamble", ["x", "x"]],
    ["preamble", ["x", ["x", "x", "x"], "x"]],
    ["preamble", ["x"]],
    ["operative", ["x", ["x", "x", ["x", "x", "x"]], "x"]],
    ["operative", ["x", "x"]],
    ["operative", ["x"]],
  ],
  annexes: [2],
  reasons: true,
};

type Shape = "x" | ["x", ...Shape[]];

function shapeOf(item: InspectedItem): Shape {
  return item.children.length === 0 ? "x" : ["x", ...item.children.map(shapeOf)];
}

function structureOf(source: SourceDocument) {
  const { model, messages } = recogniseSource(source);
  const seen = inspect(model, messages);
  return {
    language: seen.language,
    codes: messages.map(({ code }) => code),
    labels: seen.sections.map(({ items }) => items.map(({ label }) => label !== "")),
    structure: {
      marker: seen.marker,
      identifier: seen.identifier,
      head: [seen.number, seen.title, seen.reference, seen.enacting].map((text) => text !== ""),
      sections: seen.sections.map(({ part, items }) => [part, items.map(shapeOf)]),
      annexes: seen.annexes.map(({ items }) => items.length),
      reasons: seen.reasons !== "",
    },
  };
}

function wordSource(language: Language, dressing: Dressing): SourceDocument {
  const read = readDocx(parallelWord(language, dressing));
  if (!read.ok) throw new Error(read.error.code);
  return wordToSource(read.value, "accept");
}

function plainSource(language: Language): SourceDocument {
  const lines = parallelRoles.map((role, index) => {
    const label = typedLabel(role, language);
    return (label === "" ? "" : `${label}\t`) + parallelTexts[language][index]!;
  });
  return sourceOf(lines.join("\n"));
}

const renamed = (rename: (name: string) => string) => (role: (typeof parallelRoles)[number]) => {
  const name = ituStyle(role);
  return name === "Normal" ? name : rename(name);
};
const inherited = Object.fromEntries(
  [...new Set(parallelRoles.map(ituStyle))].map((name) => [`Our own ${name}`, name]),
);

const lists = (letter: string, roman = "lowerRoman", number = "decimal") => ({ letter, roman, number });

const annex = parallelRoles.indexOf("annexNumber");

/** What committees put first: the union's name, the number of the document, its date and language, side by side. */
const letterhead = (() => {
  const cell = (...lines: string[]) =>
    `<w:tc><w:tcPr><w:tcW w:w="4800" w:type="dxa"/></w:tcPr>${lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join("")}</w:tc>`;
  const row = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`;
  return `<w:tbl><w:tblPr/><w:tblGrid/>${row(cell("TDAG-30", "2030-05-04"), cell("22(Add.1)-X"))}${row(cell(""), cell("2030"))}</w:tbl>`;
})();

const dressings: Record<string, Dressing> = {
  "the styles of ITU": { styleOf: ituStyle },
  "style names in capitals without underscores": { styleOf: renamed((name) => name.toUpperCase().replaceAll("_", "")) },
  "style names with other separators": { styleOf: renamed((name) => name.replace(/[_ ]/gu, "-")) },
  "duplicated styles": { styleOf: renamed((name) => `${name}0`) },
  "styles based on those of ITU": { styleOf: renamed((name) => `Our own ${name}`), ancestors: inherited },
  "no styles": {},
  "no styles, italic calls": { formatted: true },
  "lists that Word counts in the letters of Latin": { lists: lists("lowerLetter") },
  "styles and lists that Word counts": { styleOf: ituStyle, lists: lists("lowerLetter") },
  "headings of another language's Word, outlined calls": {
    styleOf: (role) => ({ heading: "Заголовок 1", call: "Ligne de rubrique" })[role as string] ?? "Corps de texte",
    outlines: { "Заголовок 1": 0, "Ligne de rubrique": 1 },
  },
  "content controls around everything": {
    styleOf: ituStyle,
    around: (paragraph) =>
      `<w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr><w:sdtContent>${paragraph}</w:sdtContent></w:sdt>`,
    aroundRun: (run) => `<w:sdt><w:sdtContent>${run}</w:sdtContent></w:sdt>`,
  },
  "everything inserted, under custom XML and links": {
    around: (paragraph) => `<w:customXml w:element="x">${paragraph}</w:customXml>`,
    aroundRun: (run, index) =>
      `<w:ins w:id="${index}" w:author="A" w:date="2030-01-01T00:00:00Z"><w:hyperlink w:anchor="x">${run}</w:hyperlink></w:ins>`,
  },
  "a header that a table lays out, and empty paragraphs between all": {
    // In an annex an empty paragraph is one of its paragraphs.
    around: (paragraph, index) =>
      `${index === 0 ? letterhead : ""}${paragraph}${index < annex ? '<w:p><w:pPr><w:jc w:val="both"/></w:pPr></w:p>' : ""}`,
  },
  "three authors at work in every paragraph": {
    styleOf: ituStyle,
    aroundRun: (run, index) =>
      `<w:del w:id="1" w:author="A"><w:r><w:delText>not </w:delText></w:r></w:del>${index % 3 === 0 ? `<w:ins w:id="2" w:author="B">${run}</w:ins>` : run}<w:ins w:id="3" w:author="C"><w:del w:id="4" w:author="A"><w:r><w:delText> at all</w:delText></w:r></w:del></w:ins>`,
  },
  "words in pieces, each with fonts and colours of its own": {
    aroundRun: (run) =>
      run.replace(/<w:r>(<w:rPr>.*?<\/w:rPr>)?(.*)<\/w:r>/u, (_, properties = "", content: string) => {
        const look = `<w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:color w:val="1F3864"/><w:sz w:val="24"/>${String(properties).replace(/<\/?w:rPr>/g, "")}</w:rPr>`;
        const piece = (text: string) =>
          `<w:r>${look}<w:t xml:space="preserve">${text}</w:t></w:r><w:proofErr w:type="spellStart"/>`;
        return content
          .replace(/<w:tab\/>/g, `<w:r>${look}<w:tab/></w:r>`)
          .replace(/<w:t [^>]*>([^<]*)<\/w:t>/g, (__, text: string) =>
            (text.match(/.{1,7}/gu) ?? []).map(piece).join(""),
          );
      }),
  },
  "labels with spaces behind them in place of tabs": {
    aroundRun: (run) => run.replace(/<w:tab\/>/, '<w:t xml:space="preserve">\u00a0  </w:t>'),
  },
  "page breaks, bookmarks and line breaks where Word leaves them": {
    styleOf: ituStyle,
    around: (paragraph, index) =>
      `<w:bookmarkStart w:id="${index}" w:name="b${index}"/>${paragraph.replace("<w:r>", `<w:r><w:lastRenderedPageBreak/></w:r><w:r>`)}<w:bookmarkEnd w:id="${index}"/>`,
    aroundRun: (run) => `<w:bookmarkStart w:id="900" w:name="_GoBack"/>${run}<w:bookmarkEnd w:id="900"/>`,
  },
  "alternate content around everything": {
    around: (paragraph) =>
      `<mc:AlternateContent><mc:Choice Requires="w14">${paragraph}</mc:Choice><mc:Fallback><w:p/></mc:Fallback></mc:AlternateContent>`,
  },
};

describe.each(languages)("%s", (language) => {
  it("is recognised in a plain text", () => {
    expect(structureOf(plainSource(language))).toMatchObject({ language, codes: [], structure: expected });
  });

  it.each(Object.keys(dressings))("is recognised with %s", (name) => {
    expect(structureOf(wordSource(language, dressings[name]!))).toMatchObject({
      language,
      codes: [],
      structure: expected,
    });
  });
});

it.each(languages)("%s: a number line on two lines is one number", (language) => {
  const [marker, number, ...others] = parallelTexts[language] as [string, string, ...string[]];
  const cut = number.search(/[(（]/u);
  const lines = [marker, number.slice(0, cut).trim(), number.slice(cut), ...others.slice(0, 3)];
  const { model } = recogniseSource(sourceOf(`${lines.join("\n")}\n${others[3]}\n${others[12]}`));
  const types = outline(model).flatMap((line) => /^ +(resolution\w+|enacting):/u.exec(line)?.[1] ?? []);
  expect(types).toEqual(["resolutionNumber", "resolutionNumber", "resolutionTitle", "resolutionReference", "enacting"]);
});

it.each<[Language, string, string, string]>([
  ["ar", "arabicAbjad", "lowerRoman", "decimal"],
  ["ar", "arabicAlpha", "decimal", "hindiNumbers"],
  ["ar", "arabicAbjad", "hindiNumbers", "hindiNumbers"],
  ["ru", "russianLower", "lowerRoman", "decimal"],
  ["ru", "russianLower", "decimal", "decimal"],
  ["zh", "lowerLetter", "decimalEnclosedCircle", "decimal"],
  ["zh", "lowerLetter", "lowerRoman", "decimalFullWidth"],
  ["zh", "chineseCounting", "lowerRoman", "chineseCountingThousand"],
  ["zh", "ideographTraditional", "lowerRoman", "ideographDigital"],
  ["en", "upperLetter", "upperRoman", "decimalZero"],
])("%s: lists that Word counts in %s, %s, %s", (language, letter, roman, number) => {
  expect(structureOf(wordSource(language, { lists: lists(letter, roman, number) }))).toMatchObject({
    language,
    structure: expected,
  });
});
