/**
 * Word files of the layouts that conferences and assemblies use, in our own words: the first page as a table, the styles
 * of each body's template, numbers of documents in hidden print, tracked changes of several authors inside it all. A
 * paragraph is a style name and a text in which {+…+} was inserted, {-…-} deleted, {#…} is hidden, {^…} a note reference
 * with a typed mark, {…|…} text in a character style; tabs and line breaks are themselves.
 */
import { type WordParts, wordPackage } from "./word-package";

export type Entry = readonly [style: string, text: string] | { readonly table: readonly (readonly Cell[])[] };
export interface Cell {
  span?: number;
  entries: readonly Entry[];
}

export interface ConferenceFile {
  entries: readonly Entry[];
  /** Notes by the mark that is typed in the text and in the note. */
  notes?: Readonly<Record<string, string>>;
  rightToLeft?: boolean;
}

const escaped = (text: string) => text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;");

/** Makes the Word file. */
export function conferenceFile({ entries, notes = {}, rightToLeft = false }: ConferenceFile): Uint8Array {
  const styles = new Map<string, string>([["Normal", "Normal"]]);
  let change = 100;
  const by = () =>
    `w:id="${change++}" w:author="${change % 2 ? "Delegate A" : "Delegate B"}" w:date="2030-05-06T07:08:00Z"`;
  const marks = Object.keys(notes);

  const runs = (text: string, kind: "t" | "delText", properties = ""): string =>
    text
      .split(/([\t\n])/u)
      .filter((piece) => piece !== "")
      .map((piece) => {
        const direction = rightToLeft && /\p{Script=Arabic}/u.test(piece) ? "<w:rtl/>" : "";
        const rPr = properties + direction === "" ? "" : `<w:rPr>${properties}${direction}</w:rPr>`;
        const content =
          piece === "\t"
            ? "<w:tab/>"
            : piece === "\n"
              ? "<w:br/>"
              : `<w:${kind} xml:space="preserve">${escaped(piece)}</w:${kind}>`;
        return `<w:r>${rPr}${content}</w:r>`;
      })
      .join("");

  const inline = (text: string, kind: "t" | "delText" = "t"): string =>
    text
      .split(/(\{\+.*?\+\}|\{-.*?-\}|\{#[^}]*\}|\{\^[^}]*\}|\{[^{}|]*\|[^{}]*\})/su)
      .map((piece) => {
        if (piece.startsWith("{+")) return `<w:ins ${by()}>${inline(piece.slice(2, -2))}</w:ins>`;
        if (piece.startsWith("{-")) return `<w:del ${by()}>${inline(piece.slice(2, -2), "delText")}</w:del>`;
        if (piece.startsWith("{#"))
          return runs(
            piece.slice(1, -1),
            kind,
            '<w:vanish/><w:color w:val="7F7F7F"/><w:vertAlign w:val="superscript"/>',
          );
        if (piece.startsWith("{^")) {
          const mark = piece.slice(2, -1);
          return `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:customMarkFollows="1" w:id="${marks.indexOf(mark) + 1}"/><w:t>${mark}</w:t></w:r>`;
        }
        const styled = /^\{([^{}|]*)\|([^{}]*)\}$/su.exec(piece);
        if (styled)
          return runs(
            styled[2]!,
            kind,
            styled[1] === "i"
              ? "<w:i/><w:iCs/>"
              : styled[1] === "b"
                ? "<w:b/><w:bCs/>"
                : `<w:rStyle w:val="${styled[1]}"/>`,
          );
        return runs(piece, kind);
      })
      .join("");

  const paragraph = (style: string, text: string): string => {
    const id = style.replace(/[^A-Za-z0-9]/gu, "");
    styles.set(id, style);
    const mark =
      text.startsWith("{+") && text.endsWith("+}")
        ? `<w:rPr><w:ins ${by()}/></w:rPr>`
        : text.startsWith("{-") && text.endsWith("-}")
          ? `<w:rPr><w:del ${by()}/></w:rPr>`
          : "";
    return `<w:p><w:pPr><w:pStyle w:val="${id}"/>${rightToLeft ? "<w:bidi/>" : ""}${mark}</w:pPr>${inline(text)}</w:p>`;
  };

  const body = (list: readonly Entry[]): string =>
    list
      .map((entry) => {
        if (!("table" in entry)) return paragraph(...entry);
        const rows = entry.table.map(
          (cells) =>
            `<w:tr>${cells
              .map(
                ({ span, entries: inner }) =>
                  `<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/>${span ? `<w:gridSpan w:val="${span}"/>` : ""}</w:tcPr>${body(inner)}</w:tc>`,
              )
              .join("")}</w:tr>`,
        );
        return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="2400"/><w:gridCol w:w="2400"/><w:gridCol w:w="2400"/></w:tblGrid>${rows.join("")}</w:tbl>`;
      })
      .join("");

  const written = body(entries);
  const parts: WordParts = {};
  if (marks.length > 0) {
    parts.footnotes =
      '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>' +
      marks
        .map(
          (mark, index) =>
            `<w:footnote w:id="${index + 1}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:t>${mark}</w:t></w:r><w:r><w:tab/><w:t xml:space="preserve">${escaped(notes[mark]!)}</w:t></w:r></w:p></w:footnote>`,
        )
        .join("");
  }
  parts.styles = [...styles]
    .map(
      ([id, name]) =>
        `<w:style w:type="paragraph"${id === "Normal" ? ' w:default="1"' : ""} w:styleId="${id}"><w:name w:val="${escaped(name)}"/></w:style>`,
    )
    .join("");
  const section =
    '<w:sectPr><w:pgSz w:w="11907" w:h="16834"/><w:pgMar w:top="1418" w:right="1134" w:bottom="1418" w:left="1134" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>';
  return wordPackage(written + section, parts);
}
