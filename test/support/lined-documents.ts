/**
 * Documents from one plain list of lines: what follows a call is its section, what follows an annex number its annex.
 */
import type { Node } from "prosemirror-model";
import { schema } from "../../shared/schema/schema";
import { block } from "./resolution-builder";

export interface Line {
  type: string;
  label?: string;
  text: string;
  level?: number;
  rows?: never;
}

export interface TableLines {
  type: "table";
  /**
   * Cells by row; a cell is one paragraph, or several parted by ¶. One that ends with →2 spans two columns, with ↓2 two
   * rows; one that begins with ⊞ holds a table, rows parted by /, cells by a comma.
   */
  rows: string[][];
  /** How many of the first rows are its head. */
  heads?: number;
}

export type Lines = (Line | TableLines)[];

/** Builds a document from lines: what follows a call is its section, what follows an annex number its annex. */
export function documentOf(lines: Lines, noteLines: Lines, language = "fr"): Node {
  const head: Node[] = [];
  const sections: Node[][] = [];
  const annex: Node[] = [];
  for (const entry of lines) {
    const node = nodeOf(entry);
    if (entry.type === "annexNumber" || annex.length > 0) annex.push(node);
    else if (entry.type === "call") sections.push([node]);
    else (sections.at(-1) ?? head).push(node);
  }
  const resolution = schema.node("resolution", null, [
    ...head,
    ...sections.map((section) => schema.node("section", null, section)),
    ...(annex.length > 0 ? [schema.node("annex", null, annex)] : []),
  ]);
  const used = noteLines.filter((note) => "label" in note && JSON.stringify(lines).includes(`[^${note.label}]`));
  const footnotes = used.map((note) => {
    const node = nodeOf(note);
    return node.type.create({ ...node.attrs, note: `note ${node.attrs.label}` }, node.content);
  });
  const doc = schema.node("doc", { language }, [
    schema.node("proposal", null, [resolution]),
    ...(footnotes.length > 0 ? [schema.node("footnotes", null, footnotes)] : []),
  ]);
  doc.check();
  return doc;
}

function nodeOf(entry: Line | TableLines): Node {
  if (entry.type !== "table")
    return block(entry.type, (entry as Line).text, (entry as Line).label, (entry as Line).level);
  const { rows, heads = 1 } = entry as TableLines;
  return tableOf(rows, heads, "table");
}

function tableOf(rows: readonly string[][], heads: number, id: string): Node {
  const written = rows.map((row, index) =>
    schema.node(
      "table_row",
      { id: `${id} row ${index}` },
      row.map((cell, at) => cellOf(cell, index < heads ? "table_header" : "table_cell", `${id} ${index} ${at}`)),
    ),
  );
  return schema.node("table", { id }, written);
}

function cellOf(cell: string, type: string, id: string): Node {
  const [text = "", arrow, count] = cell.split(/([→↓])(\d)$/u);
  const span = (of: string) => (arrow === of ? Number(count) : 1);
  const attrs = { colspan: span("→"), rowspan: span("↓") };
  if (text.startsWith("⊞")) {
    const rows = text
      .slice(1)
      .split("/")
      .map((row) => row.split(","));
    return schema.node(type, attrs, [tableOf(rows, 0, `${id} inner`), block("paragraph", "")]);
  }
  return schema.node(
    type,
    attrs,
    text.split("¶").map((each) => block("paragraph", each)),
  );
}
