/**
 * A hand-out as a Word file inside a template: paragraphs, or on landscape pages one table as wide as the text with its
 * head on every page (ECMA-376 Part 1 §17.4.49). Marks are formatting, a picture of the changes for people who read;
 * where it is asked for they are tracked changes, each of the one who proposes it.
 */
import { twips } from "../docx/attributes";
import { type Revision, RevisionWriter } from "../docx/revision-writer";
import type { RunLook } from "../docx/run-properties-writer";
import { type Piece, writeRuns } from "../docx/run-writer";
import { type StyleIds, styleIds } from "../docx/style-ids";
import { readStyles } from "../docx/styles-reader";
import { tableBorders } from "../docx/table-writer";
import { templateParts } from "../docx/template-parts";
import { withTextLanguage } from "../docx/text-language";
import { textWidth } from "../docx/text-width";
import { directionOf } from "../locales/languages";
import { readXmlPart, withPart } from "../opc/package";
import { readPackage } from "../opc/package-reader";
import { writePackage } from "../opc/package-writer";
import type { CellPiece } from "../redline/side-rows";
import { type Result, success } from "../result";
import { child, childElements, element, type XmlElement } from "../xml/element";
import { encodeXml } from "../xml/encoding";
import { writeXmlDocument } from "../xml/writer";
import type { Handout, HandoutCell, HandoutParagraph } from "./handout";

/** Room for a label, and how much deeper each level stands, in twentieths of a point. */
const labelRoom = 454;
const deeper = 340;
/** Stops that table styles bring along and that a label's tab must not end at. */
const styleTabs = [284, 567, 851, 1134, 1418];
/** The page of a template that names none, in the same unit. */
const a4 = { width: 11907, height: 16840 };
/** A row with more characters may be broken by the end of a page. */
const longestUnbroken = 900;

/** Writes a hand-out into a template. */
export function writeHandoutDocx(handout: Handout, template: Uint8Array): Result<Uint8Array> {
  const opened = readPackage(template);
  if (!opened.ok) return opened;
  const parts = templateParts(opened.value);
  if (!parts.ok) return parts;
  const { package: from, document, styles: stylesName } = parts.value;
  const main = readXmlPart(from, document);
  if (!main.ok) return main;
  const styles = stylesName === null ? null : readXmlPart(from, stylesName);
  if (styles && !styles.ok) return styles;

  const body = child(main.value.root, "w:body");
  const section = sectionFor(handout, childElements(body, "w:sectPr").at(-1));
  const writer = new BodyWriter(handout, styleIds(readStyles(styles?.value.root)));
  const root = element(main.value.root.name, main.value.root.attributes, [
    ...main.value.root.children.filter((node) => node !== body),
    element("w:body", {}, [...writer.write(textWidth(section)), section]),
  ]);
  let result = withPart(from, document, encodeXml(writeXmlDocument(root), "utf-8"));
  if (styles) result = withPart(result, stylesName as string, withTextLanguage(styles.value, handout.language));
  return success(writePackage(result));
}

const baseLooks: Record<HandoutParagraph["look"], RunLook> = {
  text: {},
  call: { italic: true },
  heading: { bold: true },
  note: {},
};

class BodyWriter {
  private readonly rightToLeft: boolean;
  private readonly revisions = new RevisionWriter({ author: "", date: "" });

  constructor(
    private readonly handout: Handout,
    private readonly styles: StyleIds,
  ) {
    this.rightToLeft = directionOf(handout.language) === "rtl";
  }

  write(width: number): XmlElement[] {
    const { title, about, lines, columns } = this.handout;
    const isList = columns.length === 0;
    return [
      this.paragraph(["Table_title", "Heading_b"], [plain(title, { bold: true })], []),
      ...(about ? [this.paragraph(["Table_text"], [plain(about)], [])] : []),
      ...lines.map((line) => this.paragraph(isList ? [] : ["Table_text"], [plain(line)], [])),
      ...(isList ? [] : [this.table(width)]),
      this.paragraph(["Table_text"], [], []),
    ];
  }

  private table(width: number): XmlElement {
    const { columns, rows } = this.handout;
    const total = columns.reduce((sum, { share }) => sum + share, 0);
    const widths = columns.map(({ share }) => Math.floor((share / total) * width));
    const style = this.styles.table(["Table Grid"]);
    const properties = [
      ...(style ? [element("w:tblStyle", { "w:val": style })] : []),
      ...(this.rightToLeft ? [element("w:bidiVisual")] : []),
      element("w:tblW", { "w:w": String(widths.reduce((sum, each) => sum + each, 0)), "w:type": "dxa" }),
      ...(style ? [] : [tableBorders()]),
      element("w:tblLayout", { "w:type": "fixed" }),
    ];
    const head = columns.map(({ title }, index) =>
      this.cell([this.paragraph(["Table_head", "Table_text"], [plain(title)], [])], widths[index] as number, "EEEEEE"),
    );
    return element("w:tbl", {}, [
      element("w:tblPr", {}, properties),
      element(
        "w:tblGrid",
        {},
        widths.map((each) => element("w:gridCol", { "w:w": String(each) })),
      ),
      element("w:tr", {}, [element("w:trPr", {}, [element("w:cantSplit"), element("w:tblHeader")]), ...head]),
      ...rows.map(({ cells, isHeading }) =>
        element("w:tr", {}, [
          ...(cells.every(isShort) ? [element("w:trPr", {}, [element("w:cantSplit")])] : []),
          ...cells.map((cell, index) => this.bodyCell(cell, widths[index] as number, isHeading ? "F7F7F7" : null)),
        ]),
      ),
    ]);
  }

  private bodyCell({ paragraphs, isVoid }: HandoutCell, width: number, shade: string | null): XmlElement {
    const written = paragraphs.map((each) => this.handoutParagraph(each));
    return this.cell(
      written.length > 0 ? written : [this.paragraph(["Table_text"], [], [])],
      width,
      isVoid ? "E7E7E7" : shade,
    );
  }

  private cell(content: readonly XmlElement[], width: number, shade: string | null): XmlElement {
    const properties = [element("w:tcW", { "w:w": String(width), "w:type": "dxa" })];
    if (shade) properties.push(element("w:shd", { "w:val": "clear", "w:color": "auto", "w:fill": shade }));
    return element("w:tc", {}, [element("w:tcPr", {}, properties), ...content]);
  }

  private handoutParagraph({ look, level, label, text, by }: HandoutParagraph): XmlElement {
    const base = baseLooks[look];
    const labelled = level > 0;
    const pieces = [
      ...label.map((piece) => this.marked(piece, { ...base, italic: /\p{L}/u.test(piece.text) }, by)),
      ...(labelled ? [plain("\t")] : []),
      ...text.map((piece) => this.marked(piece, base, by)),
    ];
    if (!labelled) return this.paragraph(["Table_text"], pieces, []);
    const left = labelRoom + (level - 1) * deeper;
    return this.paragraph(["Table_text"], pieces, [
      element("w:tabs", {}, [
        ...styleTabs.filter((tab) => tab !== left).map((tab) => tabAt("clear", tab)),
        tabAt("left", left),
      ]),
      element("w:ind", { "w:left": String(left), "w:hanging": String(labelRoom) }),
    ]);
  }

  private marked({ op, text, looks }: CellPiece, base: RunLook, by?: string): Piece {
    const look: RunLook = { ...base };
    for (const name of looks) Object.assign(look, { [name]: true });
    const { tracked } = this.handout;
    if (op === "=") return plain(text, look);
    if (tracked) {
      const revision: Revision = {
        kind: op === "-" ? "deleted" : "inserted",
        ...tracked,
        author: by ?? tracked.author,
      };
      return { ...plain(text, look), revision };
    }
    if (op === "-") look.strike = true;
    else look.underline = true;
    return plain(text, look);
  }

  /** A paragraph; what stands in `further` is in the order of CT_PPr, tabs before the direction. */
  private paragraph(style: readonly string[], pieces: readonly Piece[], further: readonly XmlElement[]): XmlElement {
    const id = this.styles.paragraph(style);
    const properties = [
      ...(id ? [element("w:pStyle", { "w:val": id })] : []),
      ...further.filter(({ name }) => name === "w:tabs"),
      ...(this.rightToLeft ? [element("w:bidi")] : []),
      ...further.filter(({ name }) => name !== "w:tabs"),
    ];
    return element("w:p", {}, [
      ...(properties.length > 0 ? [element("w:pPr", {}, properties)] : []),
      ...writeRuns(pieces, this.revisions, this.rightToLeft),
    ]);
  }
}

function isShort({ paragraphs }: HandoutCell): boolean {
  const length = paragraphs.reduce((sum, { text }) => text.reduce((all, piece) => all + piece.text.length, sum), 0);
  return length < longestUnbroken;
}

function tabAt(kind: "left" | "clear", place: number): XmlElement {
  return element("w:tab", { "w:val": kind, "w:pos": String(place) });
}

function plain(text: string, look: RunLook = {}): Piece {
  return { revision: null, look, content: { kind: "text", text } };
}

/** The section of the template, turned on its side for a table; what it refers to (headers, footers) stays. */
function sectionFor({ columns }: Handout, section: XmlElement | undefined): XmlElement {
  if (columns.length === 0 && section) return section;
  const page = child(section, "w:pgSz");
  const [one, other] = [twips(page?.attributes["w:w"]) ?? a4.width, twips(page?.attributes["w:h"]) ?? a4.height];
  const size = element("w:pgSz", {
    "w:w": String(Math.max(one, other)),
    "w:h": String(Math.min(one, other)),
    "w:orient": "landscape",
  });
  if (!section || !page) return element("w:sectPr", {}, [...(section?.children ?? []), size]);
  return element(
    section.name,
    section.attributes,
    section.children.map((node) => (node === page ? size : node)),
  );
}
