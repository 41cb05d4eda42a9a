/**
 * HTML from the clipboard into the records that every reader produces. Word's paragraphs keep their ITU
 * style names, its list labels become typed ones and its tabs tabs; tables stay tables. Nothing of the
 * HTML itself gets any further than this: what is not text, break, table or a known mark is left behind.
 */

import type { Formatting, Inline, SourceBlock, SourceDocument, SourceParagraph } from "../../shared/model/source";
import { formLabel, type LabelKind } from "../../shared/resolution/labels";

const ignored = new Set(["STYLE", "SCRIPT", "TITLE", "META", "LINK", "XML", "DEL", "TEMPLATE", "OBJECT", "IFRAME"]);
const blocks = new Set(["P", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "DIV", "BLOCKQUOTE", "PRE", "DD", "DT"]);

/** Reads HTML; it is parsed in a document of its own, where nothing runs and nothing is fetched. */
export function sourceOfHtml(html: string): SourceDocument {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const found: SourceBlock[] = [];
  readBlocks(body, found);
  return { origin: "docx", blocks: found.filter(hasText), notes: [] };
}

function readBlocks(parent: Element, out: SourceBlock[]): void {
  let loose: Inline[] = [];
  const flush = () => {
    if (loose.length > 0) out.push(paragraph(loose, null));
    loose = [];
  };
  for (const child of parent.childNodes) {
    if (child instanceof Element && ignored.has(child.tagName)) continue;
    if (child instanceof HTMLTableElement) {
      flush();
      out.push(readTable(child));
    } else if (child instanceof Element && (blocks.has(child.tagName) || containsBlocks(child))) {
      flush();
      if (containsBlocks(child)) readBlocks(child, out);
      else out.push(paragraph(readInlines(child, {}), child));
    } else readInline(child, {}, loose);
  }
  flush();
}

function containsBlocks(element: Element): boolean {
  return element.querySelector("p, h1, h2, h3, h4, h5, h6, li, div, table, blockquote") !== null;
}

function paragraph(inlines: Inline[], element: Element | null): SourceParagraph {
  const found: SourceParagraph = { kind: "paragraph", inlines: trimmed(inlines) };
  const style = styleName(element);
  if (style) found.style = style;
  const label = element && !/mso-list:\s*Ignore/i.test(element.innerHTML) ? listLabel(element) : null;
  if (label) found.numbering = { label, level: 0 };
  return found;
}

function styleName(element: Element | null): string | null {
  const name = element?.className.split(/\s+/)[0] ?? "";
  if (/^Mso/i.test(name)) return null;
  return name || (element && /^H\d$/.test(element.tagName) ? `heading ${element.tagName[1]}` : null);
}

/** How a browser counts the items of a list: `type` of the list, or the style of list or item. */
const countings: Readonly<Record<string, { kind: LabelKind; upperCase: boolean }>> = {
  a: { kind: "letter", upperCase: false },
  "lower-alpha": { kind: "letter", upperCase: false },
  "lower-latin": { kind: "letter", upperCase: false },
  A: { kind: "letter", upperCase: true },
  "upper-alpha": { kind: "letter", upperCase: true },
  "upper-latin": { kind: "letter", upperCase: true },
  i: { kind: "roman", upperCase: false },
  "lower-roman": { kind: "roman", upperCase: false },
  I: { kind: "roman", upperCase: true },
  "upper-roman": { kind: "roman", upperCase: true },
};

/** The label of a list item that the browser would have drawn. */
function listLabel(element: Element): string | null {
  const list = element.tagName === "LI" ? element.parentElement : null;
  if (!list) return null;
  if (list.tagName === "UL") return "–";
  const items = [...list.children].filter((child) => child.tagName === "LI");
  const place = items.indexOf(element) + (Number(list.getAttribute("start")) || 1);
  const counting = countings[styleOf(element) || styleOf(list) || (list.getAttribute("type") ?? "")];
  if (!counting) return String(place);
  const label = formLabel(counting.kind, place, "en");
  return counting.upperCase ? label.toUpperCase() : label;
}

function styleOf(element: Element): string {
  return element instanceof HTMLElement ? element.style.listStyleType : "";
}

function readInlines(parent: Node, formatting: Formatting): Inline[] {
  const out: Inline[] = [];
  for (const child of parent.childNodes) readInline(child, formatting, out);
  return out;
}

function readInline(node: Node, formatting: Formatting, out: Inline[]): void {
  if (node instanceof Text) {
    // Line ends and runs of spaces in HTML are one space; a no-break space is not one of them.
    const text = node.data.replace(/[ \t\r\n\f]+/g, " ");
    if (text) out.push({ kind: "text", text, formatting });
    return;
  }
  if (!(node instanceof Element) || ignored.has(node.tagName)) return;
  if (node.tagName === "BR") {
    out.push({ kind: "break", formatting });
    return;
  }
  const style = node.getAttribute("style") ?? "";
  if (/mso-list:\s*Ignore/i.test(style)) {
    const label = (node.textContent ?? "").replace(/[\s\u00A0]+/g, " ").trim();
    out.push({ kind: "text", text: `${label === "·" ? "–" : label}\t`, formatting: {} });
    return;
  }
  const tabs = /mso-tab-count:\s*(\d+)/i.exec(style);
  if (tabs) {
    out.push({ kind: "text", text: "\t".repeat(Math.min(Number(tabs[1]), 4)), formatting });
    return;
  }
  out.push(...readInlines(node, { ...formatting, ...formattingOf(node, style) }));
}

const byTag: Record<string, Formatting> = {
  B: { bold: true },
  STRONG: { bold: true },
  I: { italic: true },
  EM: { italic: true },
  U: { underline: true },
  SUP: { superscript: true },
  SUB: { subscript: true },
};

function formattingOf(element: Element, style: string): Formatting {
  const found: Formatting = { ...byTag[element.tagName] };
  if (/font-weight:\s*(bold|[6-9]00)/i.test(style)) found.bold = true;
  if (/font-style:\s*italic/i.test(style)) found.italic = true;
  if (/text-decoration[^;]*underline/i.test(style)) found.underline = true;
  if (/vertical-align:\s*super/i.test(style)) found.superscript = true;
  if (/vertical-align:\s*sub(?!e)/i.test(style)) found.subscript = true;
  return found;
}

function readTable(table: HTMLTableElement): SourceBlock {
  const rows = [...table.rows].map((row) => ({
    cells: [...row.cells].map((cell) => {
      const content: SourceBlock[] = [];
      readBlocks(cell, content);
      if (content.length === 0) content.push({ kind: "paragraph", inlines: [] });
      return {
        blocks: content,
        columnSpan: Math.min(cell.colSpan, 100),
        rowSpan: Math.min(cell.rowSpan, 1000),
        header: cell.tagName === "TH",
      };
    }),
  }));
  return { kind: "table", rows: rows.filter(({ cells }) => cells.length > 0) };
}

/** Without the spaces that the source's own line breaks leave at both ends. */
function trimmed(inlines: Inline[]): Inline[] {
  const out = [...inlines];
  const first = out[0];
  if (first?.kind === "text") out[0] = { ...first, text: first.text.replace(/^ +/, "") };
  const last = out.at(-1);
  if (last?.kind === "text") out[out.length - 1] = { ...last, text: last.text.replace(/ +$/, "") };
  return out.filter((inline) => inline.kind !== "text" || inline.text !== "");
}

function hasText(block: SourceBlock): boolean {
  if (block.kind === "table") return block.rows.length > 0;
  return block.inlines.some((inline) => inline.kind !== "text" || /[^\s\u00A0]/.test(inline.text));
}
