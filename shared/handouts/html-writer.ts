/**
 * A hand-out as one HTML file that needs nothing else: marks are `ins` and `del`, the head of the table is
 * repeated on every printed page, and a table lies on landscape pages. Nothing in it is a script or leads out of
 * it; every word that comes from a document is escaped. The same file is what the application prints to PDF: a
 * place that a link leads to becomes a named destination there, so each bookmark's place links to itself.
 */
import type { PrintedPage } from "../ipc";
import { directionOf } from "../locales/languages";
import type { CellPiece } from "../redline/side-rows";
import type { Handout, HandoutCell, HandoutParagraph } from "./handout";

const style = `
@page { margin: 15mm 15mm 18mm; }
body { margin: 1.5em; font: 12pt/1.3 "Times New Roman", "Liberation Serif", "Noto Serif", "Noto Naskh Arabic", serif; }
h1 { font-size: 14pt; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
@media screen { table { min-width: 52em; } }
thead { display: table-header-group; }
tr { break-inside: avoid; }
tr:has(> td > p.call) { break-after: avoid; }
th, td { padding: 3pt 5pt; border: 1px solid #767676; vertical-align: top; text-align: start; overflow-wrap: break-word; }
th { background: #eeeeee; }
td.void { background: #eeeeee; }
tr.heading td { background: #f7f7f7; }
ul { padding-inline-start: 1.5em; }
li { margin: 0 0 6pt; }
p { margin: 0 0 3pt; white-space: pre-line; }
p.item { padding-inline-start: 2em; text-indent: -2em; }
p.level-2 { margin-inline-start: 1.5em; }
p.level-3, p.level-4 { margin-inline-start: 3em; }
.label { display: inline-block; box-sizing: border-box; min-width: 2em; padding-inline-end: 0.3em; text-indent: 0; }
.call { font-style: italic; }
.heading-text { font-weight: bold; }
.note { font-size: 10pt; }
ins { text-decoration: underline; }
del { text-decoration: line-through; }
`;

/** Writes a hand-out as it goes to a printer. */
export function printedPage(handout: Handout): PrintedPage {
  const { title, language, rows } = handout;
  const bookmarks = rows.flatMap(({ bookmark }, index) =>
    bookmark ? [{ place: placeOf(index), words: bookmark }] : [],
  );
  return { html: writeHtml(handout), title, language, bookmarks };
}

/** Writes a hand-out as HTML. */
export function writeHtml({ language, title, about, lines, columns, rows }: Handout): string {
  const size = columns.length > 0 ? "A4 landscape" : "A4";
  return [
    "<!DOCTYPE html>",
    `<html lang="${language}" dir="${directionOf(language)}">`,
    `<head><meta charset="utf-8"><title>${escaped(title)}</title>`,
    `<style>@page { size: ${size}; }${style}</style></head>`,
    `<body><h1>${escaped(title)}</h1>`,
    ...(about ? [`<p class="note">${escaped(about)}</p>`] : []),
    ...(columns.length > 0
      ? [...lines.map((line) => `<p class="note">${escaped(line)}</p>`), ...writeTable(columns, rows)]
      : ["<ul>", ...lines.map((line) => `<li>${escaped(line)}</li>`), "</ul>"]),
    "</body></html>",
    "",
  ].join("\n");
}

function writeTable(columns: Handout["columns"], rows: Handout["rows"]): string[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => `<col style="width:${((100 * share) / total).toFixed(1)}%">`);
  const heads = columns.map((column) => `<th scope="col">${escaped(column.title)}</th>`);
  const body = rows.map(({ cells, isHeading, bookmark }, index) => {
    const place = bookmark ? `<a id="${placeOf(index)}" href="#${placeOf(index)}"></a>` : "";
    return `<tr${isHeading ? ' class="heading"' : ""}>${cells.map((cell, at) => writeCell(cell, at === 0 ? place : "")).join("")}</tr>`;
  });
  return [
    `<table><colgroup>${widths.join("")}</colgroup><thead><tr>${heads.join("")}</tr></thead><tbody>`,
    ...body,
    "</tbody></table>",
  ];
}

function placeOf(index: number): string {
  return `row-${index + 1}`;
}

function writeCell({ paragraphs, isVoid }: HandoutCell, place: string): string {
  return `<td${isVoid ? ' class="void"' : ""}>${place}${paragraphs.map(writeParagraph).join("")}</td>`;
}

const classes: Record<HandoutParagraph["look"], string> = {
  text: "",
  call: "call",
  heading: "heading-text",
  note: "note",
};

function writeParagraph({ look, level, label, text }: HandoutParagraph): string {
  const names = [classes[look], level > 0 ? "item" : "", level > 1 ? `level-${level}` : ""].filter(Boolean);
  const labels = level > 0 ? `<span class="label">${label.map(writePiece).join("")}</span>` : "";
  return `<p${names.length > 0 ? ` class="${names.join(" ")}"` : ""}>${labels}${text.map(writePiece).join("")}</p>`;
}

const tags: Record<string, string> = {
  bold: "b",
  italic: "i",
  underline: "u",
  strike: "s",
  superscript: "sup",
  subscript: "sub",
};

function writePiece({ op, text, looks }: CellPiece): string {
  const inner = looks.reduce(
    (html, look) => (tags[look] ? `<${tags[look]}>${html}</${tags[look]}>` : html),
    escaped(text),
  );
  if (op === "=") return inner;
  return op === "+" ? `<ins>${inner}</ins>` : `<del>${inner}</del>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
