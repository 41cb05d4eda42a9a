/**
 * The head of a contribution as ITU's first pages have it: conference, place and dates over the whole width, below them the
 * meeting at the near edge, and number, date and original language of the document in a column of their own. It is a
 * table without lines (ISO/IEC 29500-1 §17.4) that bears a title, by which a reader knows it and reads its paragraphs
 * as the lines that they are.
 */
import { child, childElements, element, type XmlElement } from "../xml/element";
import { childValue } from "./attributes";
import type { BodyItem, Letterhead } from "./body-item";
import type { MergedParagraph } from "./merged-items";
import { withParagraphProperty } from "./schema-order";
import type { WriterContext } from "./writer-context";

const title = "Letterhead";
/** Share of the width that the near column has. */
const near = 0.6;
const roles = new Map<string, keyof Omit<Letterhead, "kind">>([
  ["conference", "head"],
  ["conferenceDates", "head"],
  ["meeting", "near"],
  ["documentNumber", "far"],
  ["documentDate", "far"],
  ["originalLanguage", "far"],
]);

/** A story with the lines that it begins with as a letterhead, when they are those of a contribution. */
export function withLetterhead(items: readonly BodyItem[]): readonly BodyItem[] {
  const head: Letterhead = { kind: "letterhead", head: [], near: [], far: [] };
  let count = 0;
  for (const item of items) {
    const place = item.kind === "paragraph" ? placeOf(item) : undefined;
    if (!place) break;
    head[place].push(item as MergedParagraph);
    count++;
  }
  const inOrder = [...head.head, ...head.near, ...head.far].every((item, index) => item === items[index]);
  return inOrder && head.head.length > 0 && head.far.length > 0 ? [head, ...items.slice(count)] : items;
}

function placeOf({ presence, before, after }: MergedParagraph): keyof Omit<Letterhead, "kind"> | undefined {
  const block = after ?? before;
  const untracked = presence === "frame" || presence === "both";
  return untracked && block && block.proposal < 0 && !block.cell ? roles.get(block.node.attrs.role) : undefined;
}

type WriteBody = (items: readonly BodyItem[], context: WriterContext) => XmlElement[];

/** Writes a letterhead; its cells are written by `writeBody`. */
export function writeLetterhead(lines: Letterhead, context: WriterContext, writeBody: WriteBody): XmlElement {
  const first = Math.round(context.textWidth * near);
  const widths = [first, context.textWidth - first];
  const properties = [
    ...(context.rightToLeft ? [element("w:bidiVisual")] : []),
    element("w:tblW", { "w:w": String(context.textWidth), "w:type": "dxa" }),
    element("w:tblLayout", { "w:type": "fixed" }),
    // Its words begin where those of the body do.
    element("w:tblCellMar", {}, [noMargin("w:left"), noMargin("w:right")]),
    element("w:tblCaption", { "w:val": title }),
  ];
  const cell = (width: number, span: number, items: readonly MergedParagraph[]) =>
    element("w:tc", {}, [
      element("w:tcPr", {}, [
        element("w:tcW", { "w:w": String(width), "w:type": "dxa" }),
        ...(span > 1 ? [element("w:gridSpan", { "w:val": String(span) })] : []),
      ]),
      ...writeBody(items, context).map((each) => (span > 1 ? each : atTheEdge(each))),
    ]);
  return element("w:tbl", {}, [
    element("w:tblPr", {}, properties),
    element(
      "w:tblGrid",
      {},
      widths.map((width) => element("w:gridCol", { "w:w": String(width) })),
    ),
    element("w:tr", {}, [cell(context.textWidth, 2, lines.head)]),
    element("w:tr", {}, [cell(widths[0]!, 1, lines.near), cell(widths[1]!, 1, lines.far)]),
  ]);
}

function noMargin(side: string): XmlElement {
  return element(side, { "w:w": "0", "w:type": "dxa" });
}

/** The style of these lines moves them into the half of the page that the column is. */
function atTheEdge(paragraph: XmlElement): XmlElement {
  return withParagraphProperty(paragraph, element("w:ind", { "w:left": "0" }));
}

/** True for a table that is a letterhead: ours, of nothing but rows. */
export function isLetterhead(table: XmlElement): boolean {
  if (childElements(table).some(({ name }) => name !== "w:tblPr" && name !== "w:tblGrid" && name !== "w:tr"))
    return false;
  return childValue(child(table, "w:tblPr"), "w:tblCaption") === title;
}

const emptyCell = /(<\/w:tcPr>|<w:tc>)(\s*<\/w:tc>)/g;

/** The text of a part in which a column that lost its last line keeps a paragraph, as every cell must (§17.4.65). */
export function withFilledCells(text: string, former: string): string {
  return former.search(emptyCell) >= 0 ? text : text.replace(emptyCell, "$1<w:p/>$2");
}
